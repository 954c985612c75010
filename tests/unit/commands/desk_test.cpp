// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(ScheduleCommand, ShowsWhatWasSet) {
    InProcess program;
    EXPECT_EQ(program.run("schedule show").code, 1);
    const Ran set = program.run("schedule set mon,wed,fri --at 07:30");
    EXPECT_EQ(set.code, 0) << set.err;
    EXPECT_TRUE(has(set.out, "mon,wed,fri")) << set.out;
    EXPECT_TRUE(has(program.run("schedule set mon,wed,fri --at 07:30").out, "Unchanged: "));
    const Ran shown = program.run("schedule show");
    EXPECT_EQ(shown.code, 0);
    EXPECT_TRUE(has(shown.out, "Next      tomorrow, 07:30")) << shown.out;
    EXPECT_TRUE(has(program.run("schedule show --json").out, "\"plans\": ["));
    EXPECT_EQ(program.run("schedule set").code, 2);
    EXPECT_EQ(program.run("schedule").code, 2);
}

TEST(ScheduleCommand, PausesAndGoesOn) {
    InProcess program;
    program.run("schedule set daily");
    EXPECT_TRUE(has(program.run("schedule pause --reason sick").out, "Paused from today"));
    EXPECT_EQ(program.run("schedule pause").code, 2);
    EXPECT_EQ(program.run("schedule pause --reason bored").code, 2);
    EXPECT_EQ(program.run("schedule resume").code, 0);
    EXPECT_EQ(program.run("schedule resume").code, 1);
    EXPECT_EQ(program.run("schedule skip").out,
              "Left out: 2026-11-24. 'hipflow undo' takes it back.\n");
    EXPECT_EQ(program.run("undo").code, 0);
}

TEST(ScheduleCommand, SnoozesAndShowsIt) {
    InProcess program;
    program.run("schedule set daily");
    EXPECT_EQ(program.run("schedule snooze 30m").out, "Nothing is mentioned until 12:30.\n");
    EXPECT_TRUE(has(program.run("schedule show").out, "Snoozed   until 12:30\n"));
    EXPECT_EQ(program.run("schedule snooze 0s").out, "What is due is mentioned again.\n");
}

TEST(MeCommand, LeavesOutAndTakesBack) {
    InProcess program;
    const Ran restricted = program.run("me restrict osteoporosis");
    EXPECT_EQ(restricted.code, 0) << restricted.err;
    EXPECT_TRUE(has(program.run("me --json").out, "\"restrictions_from\": \"answer\""));
    EXPECT_TRUE(has(program.run("me").out, "osteoporosis"));
    EXPECT_TRUE(has(program.run("me allow osteoporosis --json").out, "\"restrictions\": []"));
    EXPECT_EQ(program.run("me restrict nonsense").code, 2);
    EXPECT_EQ(program.run("me ask").code, 2);  // there is nobody to ask
}

TEST(ExerciseCommand, AvoidsAndAllows) {
    InProcess program;
    EXPECT_EQ(program.run("exercise avoid clamshell").code, 0);
    EXPECT_TRUE(has(program.run("exercise list").out, "left out"));
    EXPECT_EQ(program.run("exercise allow clamshell").code, 0);
    EXPECT_FALSE(has(program.run("exercise list").out, "left out"));
    EXPECT_EQ(program.run("exercise avoid no-such").code, 2);
    program.write_config("config.toml", "format = 1\n[me]\navoid = [\"clamshell\"]\n");
    EXPECT_EQ(program.run("exercise allow clamshell").code, 2);
}

TEST(ExerciseCommand, ShowsAFigureInWordsAndNumbers) {
    InProcess program;
    EXPECT_EQ(program.run("exercise show glute-bridge --figure").code, 0);
    EXPECT_TRUE(has(program.run("exercise show glute-bridge --frames --json").out, "\"frames\""));
    EXPECT_EQ(program.run("exercise show glute-bridge --figure --json").code, 2);
}

TEST(ConfigCommand, ShowsAnswersBesideSettings) {
    InProcess program;
    program.write_config("config.toml", "format = 1\n[remind]\nat = \"07:30\"\n");
    program.run("exercise avoid clamshell");
    const Ran ran = program.run("config");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "[\"clamshell\"]")) << ran.out;
    EXPECT_TRUE(has(ran.out, "answer of 2026-11-24"));
    EXPECT_TRUE(has(ran.out, "config.toml:3"));
}

TEST(DoctorCommand, RepairsOnlyWhatIsThere) {
    InProcess program;
    EXPECT_EQ(program.run("doctor --repair").code, 1);
    program.run("exercise avoid clamshell");
    const Ran ran = program.run("doctor --repair --json");
    EXPECT_TRUE(has(ran.err, "A copy of the database is kept as ")) << ran.err;
}

}  // namespace
}  // namespace hipflow::commands
