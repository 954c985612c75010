// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "support/in_process.h"

namespace hipflow::commands {
namespace {

// What is said where there is nothing to show, and the days that every option reads.

/// Looks past the ends of lines.
bool says(std::string text, std::string_view part) {
    std::ranges::replace(text, '\n', ' ');
    return text.find(part) != std::string::npos;
}

TEST(EmptyViews, SayWhatIsTrueOfThem) {
    InProcess program;
    EXPECT_TRUE(says(program.run("session list").out, "No session in this range yet."));
    EXPECT_TRUE(says(program.run("session list --all").out, "No session yet."));
    EXPECT_TRUE(says(program.run("stats pain").out, "Nothing recorded yet."));
    program.run("log session --routine desk-reset");
    for (const char* range : {"", " --all"}) {
        const std::string pain = program.run(std::string("stats pain") + range).out;
        EXPECT_TRUE(says(pain, "1 session is recorded")) << pain;
        EXPECT_TRUE(says(pain, "but no pain score")) << pain;
        const std::string exercises = program.run(std::string("stats exercises") + range).out;
        EXPECT_TRUE(says(exercises, "but no exercise of it")) << exercises;
        EXPECT_FALSE(says(pain + exercises, "--all'"));
    }
    const std::string other = program.run("session list --routine hip-rotation --all").out;
    EXPECT_TRUE(says(other, "No session of hip-rotation yet.")) << other;
    const std::string before = program.run("stats --until 2026-10-01").out;
    EXPECT_TRUE(says(before, "The last session was on 2026-11-24; '--all' shows")) << before;
    const std::string report = program.run("report --until 2026-10-01 --out -").err;
    EXPECT_TRUE(says(report, "Nothing recorded in this range. The last session was")) << report;
    program.run("log pain 3");
    const std::string place = program.run("stats pain --site foot").out;
    EXPECT_TRUE(says(place, "none of those asked for")) << place;
}

TEST(EmptyViews, NeverShowTheYear1970) {
    InProcess program;
    const auto without = [&](const char* line) {
        const Ran ran = program.run(line);
        return !says(ran.out, "1970") && !says(ran.err, "1970");
    };
    const auto all_without = [&] {
        for (const char* line : {"",
                                 "--json",
                                 "stats",
                                 "stats --json",
                                 "stats --all --json",
                                 "stats --csv",
                                 "stats sessions --json",
                                 "stats sessions --all --json",
                                 "stats pain --json",
                                 "stats exercises --json",
                                 "stats week --json",
                                 "stats week --csv",
                                 "stats range --json",
                                 "stats function --json",
                                 "session list --json",
                                 "remind --json",
                                 "schedule show --json",
                                 "program status --json",
                                 "me --json",
                                 "doctor --json",
                                 "export ics",
                                 "report --out -",
                                 "why --json"}) {
            EXPECT_TRUE(without(line)) << line;
        }
    };
    all_without();
    program.run("schedule set daily");
    all_without();
    program.run("log session --routine desk-reset");
    program.run("session remove last");
    all_without();
}

TEST(Days, AreReadByEveryOption) {
    InProcess program;
    program.set_now("2026-11-24T12:00:00Z");
    program.run("schedule set mon,wed,Friday");
    for (const char* day : {"mon", "Mon", "Monday", "monday", "'last monday'", "'1 day ago'"}) {
        const std::string word(day);
        const std::string bare = word.starts_with('\'') ? word.substr(1, word.size() - 2) : word;
        for (const std::string& line :
             {"log pain 3 --at '" + bare + " 08:00'", "session list --since " + word,
              "stats --until " + word, "report --since " + word + " --out -",
              "stats week --since " + word, "log morning 2 --for " + word,
              "log session --routine desk-reset --at " + word, "session show " + word,
              "schedule skip " + word}) {
            const Ran ran = program.run(line);
            EXPECT_FALSE(says(ran.err, "is not a date")) << line << ": " << ran.err;
            EXPECT_FALSE(says(ran.err, "is not a day")) << line << ": " << ran.err;
        }
    }
    EXPECT_TRUE(says(program.run("schedule skip fri").out, "Left out: 2026-11-27."));
    EXPECT_TRUE(
        says(program.run("schedule skip 2026-W50").out, "Left out: 2026-12-07 to 2026-12-13."));
    EXPECT_TRUE(says(program.run("stats --since 17.11.2026").err,
                     "--since: '17.11.2026' is not written as year-month-day: write 2026-11-17"));
    EXPECT_TRUE(says(program.run("log pain 3 --at '17.11.2026 08:00'").err, "write 2026-11-17"));
    EXPECT_TRUE(says(program.run("schedule skip 11/27/2026").err, "write 2026-11-27"));
    EXPECT_TRUE(says(program.run("stats --since soon").err,
                     "'soon' is not a date such as 2026-11-22, today, yesterday, mon, last monday, "
                     "3 days ago, 2w ago or 2026-W48"));
    EXPECT_TRUE(says(program.run("session show 2026-W48").err, "name one of its days"));
}

}  // namespace
}  // namespace hipflow::commands
