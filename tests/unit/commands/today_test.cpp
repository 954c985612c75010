// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(GlanceCommand, SaysWhatToDoToANewcomer) {
    InProcess program;
    const Ran ran = program.run("");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Today "));
    EXPECT_TRUE(holds(ran.out, "No session yet."));
    EXPECT_TRUE(holds(ran.out, "To start"));
}

TEST(GlanceCommand, AnswersWithPlansAndTheMorningThatIsOwed) {
    InProcess program;
    EXPECT_EQ(program.run("schedule set daily").code, 0);
    EXPECT_EQ(program.run("log session --routine desk-reset").code, 0);
    program.set_now("2026-11-25T08:00:00Z");
    const Ran ran = program.run("--json");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(holds(ran.out, R"("morning_owed": "2026-11-24")")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"("name": "schedule")")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"("routine": "desk-reset")")) << ran.out;
}

TEST(GlanceCommand, SaysDoneWhenItIsDone) {
    InProcess program;
    EXPECT_EQ(program.run("log session").code, 0);
    const Ran ran = program.run("");
    EXPECT_TRUE(ran.out.starts_with("Tue 24 Nov\nDone today    a session\n")) << ran.out;
    EXPECT_FALSE(holds(ran.out, "To start"));
    EXPECT_TRUE(holds(ran.out, "Once more     hipflow start"));
    EXPECT_TRUE(holds(program.run("--json").out, R"("done_today": true)"));
}

TEST(GlanceCommand, ShowsThePlanOfARoutineBesideTheOther) {
    InProcess program;
    EXPECT_EQ(program.run("schedule set daily --at 18:00").code, 0);
    EXPECT_EQ(program.run("schedule add desk-reset --at 10:00,13:00 --on mon-fri").code, 0);
    EXPECT_EQ(program.run("log session --routine desk-reset --at 10:05").code, 0);
    const Ran ran = program.run("");
    EXPECT_TRUE(holds(ran.out, "Planned       today, 18:00\n")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "Also planned  desk-reset: today, 13:00; 1 of 1 kept")) << ran.out;
    EXPECT_TRUE(holds(program.run("--json").out, R"("name": "desk-reset")"));
    EXPECT_EQ(program.run("schedule remove desk-reset").code, 0);
    program.set_now("2026-11-25T12:00:00Z");  // it ended with the day that a session has kept
    EXPECT_FALSE(holds(program.run("schedule show").out, "Sessions of any routine"));
    EXPECT_EQ(program.run("schedule remove desk-reset").code, 2);
    EXPECT_EQ(program.run("schedule show desk-reset").code, 1);
    EXPECT_EQ(program.run("schedule add nowhere daily").code, 2);
    EXPECT_EQ(program.run("schedule add desk-reset 3 per week --on mon").code, 2);
}

TEST(Messages, AreBrokenOnlyWhereTheWidthIsKnown) {
    InProcess program;
    const std::string line = "session list --since 2026-06-09 --until 2026-06-01";
    const Ran whole = program.run(line);
    EXPECT_EQ(std::ranges::count(whole.err, '\n'), 1) << whole.err;
    program.set("COLUMNS", "40");
    const Ran broken = program.run(line);
    EXPECT_EQ(std::ranges::count(broken.err, '\n'), 2) << broken.err;
}

TEST(ProgramCommand, TellsOfABrokenConfigurationEvenWithoutAHistory) {
    InProcess program;
    program.write_config("config.toml", "format = 1\nfoo = 2\n");
    const Ran ran = program.run("program status");
    EXPECT_EQ(ran.code, 2);
    EXPECT_TRUE(holds(ran.err, "unknown key 'foo'")) << ran.err;
}

TEST(CommandLine, SaysWhereAnOptionThatStandsTooEarlyBelongs) {
    InProcess program;
    const Ran ran = program.run("--json stats");
    EXPECT_EQ(ran.code, 2);
    EXPECT_TRUE(holds(ran.err, "'--json' goes behind 'hipflow stats', not before it.")) << ran.err;
}

TEST(StartCommand, NeedsSomebodyToDoIt) {
    InProcess program;
    const Ran ran = program.run("start");
    EXPECT_EQ(ran.code, 2);
    EXPECT_TRUE(holds(ran.err, "--rehearse"));
}

TEST(StartCommand, RehearsesTheSameTwice) {
    InProcess program;
    const Ran text = program.run("start desk-reset --rehearse");
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_TRUE(text.out.starts_with("00:00.000  "));
    EXPECT_EQ(program.run("start desk-reset --rehearse").out, text.out);
    const Ran json = program.run("start desk-reset --rehearse --json");
    EXPECT_TRUE(holds(json.out, R"("routine": "desk-reset")"));
    EXPECT_TRUE(holds(json.out, R"("kind": "finished")"));
}

TEST(StartCommand, PlaysARehearsal) {
    InProcess program;
    const Ran ran = program.run("start desk-reset --rehearse --speed 1000 --plain");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_FALSE(ran.out.empty());
}

TEST(StartCommand, RefusesWhatContradictsItself) {
    InProcess program;
    for (const char* line : {"start --short desk-reset", "start --speed 10", "start --json",
                             "start --resume --discard", "start --rehearse --minutes 0",
                             "start --rehearse --site knee-ish", "start --flare --override"}) {
        EXPECT_EQ(program.run(line).code, 2) << line;
    }
    const Ran typo = program.run("start desk-rest --rehearse");
    EXPECT_EQ(typo.code, 2);
    EXPECT_TRUE(holds(typo.err, "'desk-reset'")) << typo.err;
}

TEST(WhyCommand, ExplainsTodayASessionAndAnExercise) {
    InProcess program;
    EXPECT_TRUE(program.run("why").out.starts_with("Today, "));
    EXPECT_TRUE(holds(program.run("why --json").out, R"("session": null)"));
    EXPECT_EQ(program.run("log session --routine desk-reset").code, 0);
    EXPECT_TRUE(program.run("why last").out.starts_with("desk-reset, 2026-11-24"));
    const Ran unknown = program.run("why figure-4-supin");
    EXPECT_NE(unknown.code, 0);
    EXPECT_EQ(unknown.out, "");
}

TEST(WhyCommand, SaysThatAnExerciseIsNotToday) {
    InProcess program;
    program.write_config("config.toml", "format = 1\nroutine = \"desk-reset\"\n");
    const Ran ran = program.run("why figure-4-supine");
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(holds(ran.err, "no session has included it yet")) << ran.err;
}

TEST(RemindCommand, SaysWhatIsDueInEveryForm) {
    InProcess program;
    EXPECT_EQ(program.run("remind").code, 1);
    EXPECT_TRUE(holds(program.run("remind --explain").out, "no schedule"));
    EXPECT_EQ(program.run("schedule set daily --at 11:30").code, 0);
    const Ran lines = program.run("remind");
    EXPECT_EQ(lines.code, 0);
    EXPECT_TRUE(holds(lines.out, "\t2026-11-24T11:30:00.000+00:00\t30\n")) << lines.out;
    EXPECT_EQ(program.run("remind --format '{count} due since {due}'").out, "1 due since 11:30\n");
    EXPECT_TRUE(holds(program.run("remind --json").out, R"("minutes_late": 30)"));
    EXPECT_EQ(program.run("remind --quiet").out, "");
    EXPECT_EQ(program.run("remind --format '{nothing}'").code, 2);
    EXPECT_EQ(program.run("remind --json --quiet").code, 2);
}

TEST(RemindCommand, TellsOnce) {
    InProcess program;
    EXPECT_EQ(program.run("schedule set daily --at 11:30").code, 0);
    EXPECT_TRUE(program.run("remind --once --dry-run").out.starts_with("Would announce: "));
    const Ran first = program.run("remind --once");
    EXPECT_EQ(first.code, 0);
    EXPECT_TRUE(holds(first.out, "is due since 11:30"));
    const Ran second = program.run("remind --once");
    EXPECT_EQ(second.code, 1);
    EXPECT_EQ(second.out, "");
}

TEST(ProgramCommand, IsJoinedFollowedAndLeft) {
    InProcess program;
    EXPECT_EQ(program.run("program status").code, 1);
    EXPECT_EQ(program.run("program leave").code, 1);
    const Ran joined = program.run("program join steady-six");
    EXPECT_EQ(joined.code, 0) << joined.err;
    EXPECT_TRUE(joined.out.starts_with("Steady six begins today, with 5 sessions a week."));
    EXPECT_TRUE(holds(program.run("program status --json").out, R"("program": "steady-six")"));
    EXPECT_EQ(program.run("program join steady-six").code, 2);
    EXPECT_TRUE(holds(program.run("program leave").out, "You have left the program 'steady-six'."));
}

TEST(ProgramCommand, ListsAndShows) {
    InProcess program;
    EXPECT_TRUE(holds(program.run("program list").out, "6 weeks"));
    EXPECT_TRUE(holds(program.run("program list --json").out, R"("origin": "bundled")"));
    EXPECT_EQ(program.run("program show steady-six").code, 0);
    EXPECT_TRUE(holds(program.run("program show steady-sx").err, "'steady-six'"));
}

TEST(RemindCommand, ExplainsInWordsAlone) {
    InProcess program;
    for (const char* other : {"--json", "--format x", "--quiet"}) {
        EXPECT_EQ(program.run(std::string("remind --explain ") + other).code, 2) << other;
    }
    EXPECT_EQ(program.run("remind --explain").code, 1);
}

TEST(RemindCommand, ExplainsWhatKeepsAPlanFromAskingAndIsSilentOtherwise) {
    InProcess program;
    program.write_config("routines/mine.toml", program.run("routine show desk-reset --toml").out);
    EXPECT_EQ(program.run("schedule add mine mon").code, 0);
    std::filesystem::remove(program.home() / ".config/hipflow/routines/mine.toml");
    const Ran explained = program.run("remind --explain");
    EXPECT_EQ(explained.code, 1);
    EXPECT_TRUE(holds(explained.out, "trouble: mine is planned, but there is no such routine"))
        << explained.out << explained.err;
    const Ran silent = program.run("remind");
    EXPECT_EQ(silent.out + silent.err, "");  // it speaks to no terminal
}

TEST(GlanceCommand, AnswersWithAllThatItSays) {
    InProcess program;
    EXPECT_TRUE(holds(program.run("--json").out, R"("sore": null)"));
    EXPECT_EQ(program.run("log pain 8").code, 0);
    EXPECT_EQ(program.run("schedule set daily").code, 0);
    EXPECT_EQ(program.run("schedule add hip-rotation daily").code, 0);
    program.write_config("config.toml", "format = 1\nroutine = \"hip-rotation\"\n");
    const Ran ran = program.run("--json");
    EXPECT_TRUE(holds(ran.out, R"("sore": 8)")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"("in_place": null)")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"("not_of": "hip-rotation")")) << ran.out;
}

TEST(SafetyCommand, ShowsTheSignsWhateverIsWrongWithTheConfiguration) {
    InProcess program;
    const Ran well = program.run("safety");
    EXPECT_EQ(well.code, 0);
    program.write_config("config.toml", "format = 1\nroutine = 7\n");
    EXPECT_EQ(program.run("safety").out, well.out);
    EXPECT_TRUE(holds(program.run("safety --json").out, R"("emergency_number": null)"));
}

TEST(WhyCommand, NamesTheExerciseThatWasMeant) {
    InProcess program;
    const Ran ran = program.run("why glute-brige");
    EXPECT_NE(ran.code, 0);
    EXPECT_TRUE(holds(ran.err, "there is no exercise 'glute-brige'. Did you mean 'glute-bridge'?"))
        << ran.err;
}

TEST(ScheduleCommand, SaysWhichTimeIsNone) {
    InProcess program;
    EXPECT_TRUE(holds(program.run("schedule set daily --at 25:00").err, "'25:00' is no time"));
    EXPECT_TRUE(holds(program.run("schedule set 3 per week --at am,pm").err, "has one time"));
}

}  // namespace
}  // namespace hipflow::commands
