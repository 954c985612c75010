// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/in_process.h"
#include "today/listed_sessions.h"

namespace hipflow::commands {
namespace {

// What stands in the list of sessions, and when they were.

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A session in the evening of the 23rd, 4 before and 6 after, a morning of 2; and one on the 24th.
void record_two(InProcess& program) {
    program.run(
        "log session --routine desk-reset --at 'yesterday 19:30' --pain-before 4 --pain-after 6");
    program.run("log morning 2");
    program.run("log session --routine desk-reset --at 08:00");
}

TEST(SessionList, CarriesPain) {
    InProcess program;
    record_two(program);
    program.set("LC_ALL", "C.UTF-8");
    const std::string text = program.run("session list").out;
    EXPECT_TRUE(says(text, " pain\n")) << text;
    EXPECT_TRUE(says(text, "4 → 6 → 2\n") || says(text, "4 -> 6 -> 2\n")) << text;
    EXPECT_TRUE(says(text, "\nPain: before ")) << text;
    const std::string json = program.run("session list --json").out;
    EXPECT_TRUE(says(json, "\"pain_before\": 4")) << json;
    EXPECT_TRUE(says(json, "\"pain_peak\": null")) << json;
    EXPECT_TRUE(says(json, "\"pain_after\": 6")) << json;
    EXPECT_TRUE(says(json, "\"pain_morning\": 2")) << json;
    EXPECT_TRUE(says(json, "\"pain_before\": null")) << json;
}

TEST(SessionList, IsATableForSpreadsheets) {
    InProcess program;
    EXPECT_EQ(program.run("session list --csv").code, 1);
    record_two(program);
    const std::string csv = program.run("session list --csv").out;
    EXPECT_TRUE(csv.starts_with("id,routine,started_at,ended_at,local_day,status,")) << csv;
    EXPECT_TRUE(says(csv, ",pain_before,pain_peak,pain_after,pain_morning,note\r\n")) << csv;
    EXPECT_TRUE(says(csv, ",4,,6,2,\r\n")) << csv;
    EXPECT_TRUE(says(csv, ",desk-reset,2026-11-23T19:30:00")) << csv;
    EXPECT_EQ(program.run("session list --csv --json").code, 2);
}

TEST(SessionList, IsLimitedByPain) {
    InProcess program;
    record_two(program);
    for (const char* limit : {"'>5'", "'>=6'", "6", "=6", "'> 5'", "4", "'<3'", "'<=2'"}) {
        const Ran ran = program.run(std::string("session list --pain ") + limit);
        EXPECT_EQ(ran.code, 0) << limit;
        EXPECT_TRUE(says(ran.out, "2026-11-23 19:30")) << limit;
        EXPECT_FALSE(says(ran.out, "2026-11-24 08:00")) << limit;
    }
    const Ran none = program.run("session list --pain '>6'");
    EXPECT_EQ(none.code, 1);
    EXPECT_EQ(none.out,
              "No session in this range has such a pain score; without --pain there are 2.\n");
    for (const char* limit : {"11", "'>11'", "much", "'=>5'", "'>'", "-1", "5.5"}) {
        const Ran refused = program.run(std::string("session list --pain=") + limit);
        EXPECT_EQ(refused.code, 2) << limit;
        EXPECT_TRUE(says(refused.err, "such as '>5'")) << refused.err;
    }
}

TEST(SessionList, KnowsEverySign) {
    const auto holds = [](std::string_view limit, int score) {
        return today::ScoreLimit::from_text(limit).value().holds(score);
    };
    EXPECT_TRUE(holds(">5", 6) && !holds(">5", 5));
    EXPECT_TRUE(holds(">=5", 5) && !holds(">=5", 4));
    EXPECT_TRUE(holds("<5", 4) && !holds("<5", 5));
    EXPECT_TRUE(holds("<=5", 5) && !holds("<=5", 6));
    EXPECT_TRUE(holds("=5", 5) && !holds("5", 6));
}

TEST(SessionMoments, AreThoseOnTheClock) {
    InProcess program;
    program.set_now("2026-06-11T01:40:00Z");
    const Ran ran = program.run("log session --routine desk-reset --at 01:30");
    EXPECT_TRUE(says(ran.out, "2026-06-11 01:30, counts for 2026-06-10, as reported")) << ran.out;
    EXPECT_TRUE(says(program.run("session list").out, "2026-06-11 01:30"));
    EXPECT_TRUE(says(program.run("session show").out,
                     "desk-reset, 2026-06-11 01:30, counts for 2026-06-10"));
    EXPECT_TRUE(says(program.run("session show last --history").out, "of 2026-06-11 01:30"));
    EXPECT_TRUE(says(program.run("").out, "today 01:30"));
    EXPECT_TRUE(says(program.run("session list --since today").out, "2026-06-11 01:30"));
    program.set_now("2026-06-11T09:00:00Z");
    const std::string glance = program.run("").out;
    EXPECT_TRUE(says(glance, "desk-reset, today 01:30")) << glance;
    EXPECT_TRUE(says(program.run("why last").out, "2026-06-11 01:30"));
    EXPECT_TRUE(
        says(program.run("report --out -").out, "<th scope=\"row\">11 Jun</th><td>01:30</td>"));
    EXPECT_TRUE(says(program.run("undo").out, "of 2026-06-11 01:30"));
}

TEST(LogSession, HasEndedNowWhereNoTimeIsGiven) {
    InProcess program;
    program.set_now("2026-06-10T21:00:00Z");
    const Ran ran = program.run("log session --routine desk-reset --took 12m --pain-before 4");
    EXPECT_TRUE(says(ran.out, "desk-reset, 2026-06-10 20:48 to 21:00, as reported")) << ran.out;
    const std::string json = program.run("session show --json").out;
    EXPECT_TRUE(says(json, "\"started_at\": \"2026-06-10T20:48:00")) << json;
    EXPECT_TRUE(says(json, "\"ended_at\": \"2026-06-10T21:00:00")) << json;
    EXPECT_TRUE(says(json, "\"at\": \"2026-06-10T20:48:00")) << json;
    program.set_now("2026-06-11T04:05:00Z");
    EXPECT_TRUE(says(program.run("log session --routine desk-reset --took 12m").out,
                     "2026-06-11 03:53 to 04:05, counts for 2026-06-10"));
}

TEST(LogSession, EndsNoLaterThanNow) {
    InProcess program;
    program.set_now("2026-06-10T09:00:00Z");
    const Ran told = program.run("log session --routine desk-reset --at 08:59 --took 30m");
    EXPECT_EQ(told.code, 2);
    EXPECT_TRUE(says(told.err,
                     "--at: begun at 08:59, a session of 30 min ends at 09:29, and it is 09:00 "
                     "now. Leave out --at for one that has just ended."))
        << told.err;
    const Ran untold = program.run("log session --routine desk-reset --at 08:59");
    EXPECT_EQ(untold.code, 2);
    EXPECT_TRUE(says(untold.err, "Say with --took how long it took, or leave out --at"))
        << untold.err;
    EXPECT_EQ(program.run("session list").code, 1);
    // Of one whose length was not told, there was no more time than this.
    EXPECT_EQ(program.run("log session --routine desk-reset --at 08:59 --done 10%").code, 0);
    const std::string json = program.run("session show --json").out;
    EXPECT_TRUE(says(json, "\"started_at\": \"2026-06-10T08:59:00")) << json;
    EXPECT_TRUE(says(json, "\"active_ms\": ")) << json;
    EXPECT_EQ(program.run("session amend last --at 09:00").code, 2);
    EXPECT_EQ(program.run("session amend last --at 08:00").code, 0);
    // A day alone names no time: it ended now at the latest.
    EXPECT_EQ(program.run("log session --routine desk-reset --took 30m --at today").code, 0);
    EXPECT_TRUE(
        says(program.run("session show --json").out, "\"ended_at\": \"2026-06-10T09:00:00"));
}

TEST(SessionShow, FindsANightByItsDayAndByItsDate) {
    InProcess program;
    program.set_now("2026-06-12T01:50:00Z");
    program.run("log session --routine desk-reset --at 01:30");
    program.set_now("2026-06-12T09:00:00Z");
    const std::string heading = "desk-reset, 2026-06-12 01:30, counts for 2026-06-11\n";
    EXPECT_TRUE(says(program.run("session show 2026-06-11").out, heading));
    const Ran by_date = program.run("session show 2026-06-12");
    EXPECT_TRUE(says(by_date.out, heading)) << by_date.err;
    EXPECT_EQ(program.run("session show 2026-06-13").code, 2);
    EXPECT_EQ(program.run("session show 2026-06-10").code, 2);
    // What counts for a day comes before what only began on its date.
    program.run("log session --routine desk-reset --at 08:00");
    EXPECT_TRUE(says(program.run("session show 2026-06-12").out, "desk-reset, 2026-06-12 08:00\n"));
}

TEST(SessionShow, HoldsTheMorningAfter) {
    InProcess program;
    record_two(program);
    const std::string text = program.run("session show 2026-11-23").out;
    EXPECT_TRUE(says(text, "\n  morning after: 2\n")) << text;
    const std::string json = program.run("session show 2026-11-23 --json").out;
    const auto morning = json.substr(json.find("\"morning_after\": ["));
    EXPECT_TRUE(says(morning, "\"score\": 2,")) << json;
    EXPECT_TRUE(says(morning, "\"recorded_at\": \"2026-11-24T12:00:00")) << json;
    EXPECT_TRUE(says(program.run("session show last --json").out, "\"morning_after\": []"));
    EXPECT_FALSE(says(program.run("session show last").out, "morning after"));
}

TEST(LogSession, RemembersPainThatIsNoChangeOverASession) {
    InProcess program;
    for (int i = 0; i < 6; ++i) {
        program.run("log session --routine desk-reset --pain-before 5 --pain-after 1");
    }
    const std::string json = program.run("stats --json").out;
    EXPECT_TRUE(says(json, "\"change\": {\n    \"n\": 0,")) << json;
    EXPECT_FALSE(says(program.run("stats").out, "-4.0 points"));
}

}  // namespace
}  // namespace hipflow::commands
