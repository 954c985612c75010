// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

// The numbers of 'hipflow stats' and its views. It is Tuesday, 2026-11-24.

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A plan of every day that began eight days ago, kept on two of them.
void keep_two(InProcess& program) {
    program.set_now("2026-11-16T12:00:00Z");
    program.run("schedule set daily");
    program.run("log session --at 08:00");
    program.set_now("2026-11-24T12:00:00Z");
    program.run("log session --at 'yesterday 08:00'");
}

TEST(StatsNumbers, SayOfEachWeekWhatWasKeptOfThePlan) {
    InProcess program;
    keep_two(program);
    const std::string json = program.run("stats sessions --all --json").out;
    EXPECT_TRUE(has(json, "\"kept_of_plan\": 1,\n      \"planned\": 7\n")) << json;
    EXPECT_TRUE(has(json, "\"kept_of_plan\": 1,\n      \"planned\": 1\n")) << json;
    const std::string csv = program.run("stats sessions --all --csv").out;
    EXPECT_TRUE(has(csv, ",part_of_week,kept_of_plan,planned\r\n")) << csv;
    EXPECT_TRUE(has(csv, ",false,1,7\r\n")) << csv;
    EXPECT_TRUE(has(csv, ",true,1,1\r\n")) << csv;
    const std::string text = program.run("stats sessions --all").out;
    EXPECT_TRUE(has(text, "1 of 7")) << text;
    EXPECT_TRUE(has(text, "1 of 1")) << text;
    const std::string screen = program.run("stats --all --json").out;
    EXPECT_TRUE(has(screen, "\"kept_of_plan\": 2,\n    \"planned\": 8\n")) << screen;
    EXPECT_TRUE(has(program.run("stats --all --csv").out, ",false,1,7\r\n"));
}

TEST(StatsNumbers, AreNoughtWithoutAPlan) {
    InProcess program;
    program.run("log session --at 08:00");
    EXPECT_TRUE(has(program.run("stats sessions --csv").out, ",true,0,0\r\n"));
}

TEST(StatsRange, IsPartOfAWeekWhereItIs) {
    InProcess program;
    keep_two(program);
    const auto part = [&](const std::string& days) {
        const std::string json = program.run("stats --json " + days).out;
        const auto range = json.substr(0, json.find("\"weeks\""));
        EXPECT_TRUE(has(range, "\"part_of_week\"")) << json;
        return has(range, "\"part_of_week\": true");
    };
    EXPECT_TRUE(part("--since 2026-11-17 --until 2026-11-19"));
    EXPECT_TRUE(part("--since mon"));
    EXPECT_FALSE(part("--since 2026-W47 --until 2026-W47"));
    EXPECT_FALSE(part("--since 2026-11-21"));
    EXPECT_FALSE(part("--all"));
}

TEST(StatsRange, IsRefusedWhereItBeginsInTheFuture) {
    InProcess program;
    keep_two(program);
    const Ran open = program.run("stats --since 2026-11-25");
    EXPECT_EQ(open.code, 2);
    EXPECT_TRUE(has(open.err, "the range ends on 2026-11-24, before it begins on 2026-11-25"))
        << open.err;
    EXPECT_EQ(program.run("stats --since 2026-11-25 --until today").err, open.err);
    const Ran ahead = program.run("stats --since 2026-11-25 --until 2026-11-30");
    EXPECT_EQ(ahead.code, 2);
    EXPECT_TRUE(has(ahead.err, "the range begins on 2026-11-25, and today is 2026-11-24"))
        << ahead.err;
    EXPECT_EQ(program.run("stats week --until 2026-12-04").code, 2);
    EXPECT_EQ(program.run("session list --since 2026-11-25").code, 2);
    EXPECT_EQ(program.run("stats week --until 2026-W48").code, 0);
}

TEST(StatsWeek, ShowsCheckinsWhereThereAreAny) {
    InProcess program;
    program.run("log session --routine desk-reset --at 08:00 --pain-before 4 --pain-after 3");
    EXPECT_FALSE(has(program.run("stats week").out, "check-in"));
    program.run("log pain 7");
    program.run("log pain 8 --at 09:00");
    const std::string text = program.run("stats week").out;
    EXPECT_TRUE(has(text, "  morning  check-in\n")) << text;
    EXPECT_TRUE(has(text, "     4      3        -       7.5\n")) << text;
}

TEST(StatsWeek, SaysWhatIsOpenAndNotThatNoneIsDue) {
    InProcess program;
    program.run("schedule set daily");
    const std::string text = program.run("stats week").out;
    EXPECT_TRUE(has(text, "Plan: none kept yet, 1 still open.")) << text;
    EXPECT_FALSE(has(text, "none due")) << text;
}

TEST(StatsWeek, SaysWhatMarksAndPlansCountWhereTheyDiffer) {
    InProcess program;
    keep_two(program);
    constexpr std::string_view says_so = "A mark is of a day, also of one before the plan began;";
    EXPECT_FALSE(has(program.run("stats week --last 9d").out, says_so));
    program.run("log session --at '2026-11-14 08:00'");
    EXPECT_FALSE(has(program.run("stats week --last 9d").out, says_so));
    const std::string text = program.run("stats week --last 12d").out;
    EXPECT_TRUE(has(text, "Plan: 2 of 8 kept")) << text;
    EXPECT_TRUE(has(text, says_so)) << text;
}

}  // namespace
}  // namespace hipflow::commands
