// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "golden.h"
#include "report/stats_views.h"
#include "report/stats_words.h"
#include "schedule/day_marks.h"

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

const Day today = *parse_day("2026-11-24");

Style style(int columns, bool unicode = true, bool colour = false) {
    return {.colour = colour, .unicode = unicode, .columns = columns};
}

schedule::Adherence kept(int kept, int missed) {
    schedule::Adherence adherence;
    adherence.kept = kept;
    adherence.missed = missed;
    return adherence;
}

/// `n` days of a session every other day: pain falls from 6 to 3.
today::StatsScreen history(int n, bool planned = true) {
    today::StatsScreen screen;
    const Day from = today - days(n - 1);
    std::vector<DayTotals> all;
    for (int i = 0; i < n; i += 2) {
        DayTotals day{.local_day = from + days(i)};
        day.sessions = 1;
        day.kept = i % 14 == 4 ? 0 : 1;
        day.planned = 7min;
        day.done = 6min + 30s;
        day.sets = 12;
        const int before = 6 - 3 * i / n + (i % 3 == 0 ? 1 : 0);
        day.before = {1, before};
        day.after = {1, before - 1};
        if (i % 4 == 0) day.morning = {1, before - 1};
        day.score = before;
        add(day.change, i % 5 == 0 ? 0 : -1);
        all.push_back(day);
    }
    const Day week = week_of(today, std::chrono::Monday);
    screen.days = {from, today, stats::summed(all)};
    screen.weeks = stats::by_week(all, std::chrono::Monday);
    if (!screen.weeks.empty()) screen.this_week = {week, today, screen.weeks.back().sums};
    screen.calendar_from = week - days(7 * 25);
    screen.calendar = schedule::day_marks({}, all, screen.calendar_from, today);
    screen.trend = stats::trend(stats::daily_scores(all));
    if (planned) {
        screen.plans = {{"schedule", kept(1, 0), kept(n / 3, n / 14), {n / 8, n / 7}, {}}};
        screen.plans[0].this_week.pending = 1;
        screen.plans[0].days.extra = 3;
        screen.plans[0].days.excused = 2;
    }
    if (n > 10) {
        screen.best = {"Lying figure-4", {"figure-4-supine", Side::left, {12, -5, 5, 0}}};
        screen.worst = {"Glute bridge", {"glute-bridge", Side::both, {8, 9, 21, 3}}};
    }
    return screen;
}

TEST(StatsScreen, LooksAsItDid) {
    for (const int columns : {40, 60, 80, 120}) {
        const std::string size = std::to_string(columns);
        golden::expect_text("stats-" + size, stats_screen(history(84), style(columns)));
        golden::expect_text("stats-ascii-" + size,
                            stats_screen(history(84), style(columns, false)));
    }
    golden::expect_text("stats-colour", stats_screen(history(84), style(80, true, true)));
    golden::expect_text("stats-tiny", stats_screen(history(3, false), style(80)));
    golden::expect_text("stats-six-weeks", stats_screen(history(42), style(80)));
    golden::expect_text("stats-years", stats_screen(history(3650), style(80)));
}

TEST(StatsScreen, FitsAnyWidthAndAnyHistory) {
    for (const int n : {1, 3, 9, 30, 84, 900}) {
        for (int columns = 40; columns <= 140; columns += 3) {
            golden::expect_fits(stats_screen(history(n), style(columns)), columns);
            golden::expect_fits(stats_screen(history(n, false), style(columns, false)), columns);
        }
    }
}

TEST(StatsScreen, IsOneScreenOf80By24) {
    for (const int n : {3, 42, 84, 3650}) {
        const std::string text = stats_screen(history(n), style(80));
        EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 23) << text;
    }
}

TEST(StatsScreen, IsAsciiWhereItMustBe) {
    const std::string text = stats_screen(history(84), style(80, false));
    EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) { return c > 0 && c < 127; }));
}

TEST(StatsScreen, CallsOneDayADayAndAPastWeekNotThisOne) {
    today::StatsScreen screen = history(1);
    EXPECT_NE(stats_screen(screen, {}).find("\n1 day  "), std::string::npos);
    screen.days.from = screen.days.to - days(6);
    screen.week_is_current = false;
    const std::string text = stats_screen(screen, {});
    EXPECT_NE(text.find("\n1 week  "), std::string::npos) << text;
    EXPECT_TRUE(text.starts_with("Its last week ")) << text;
}

TEST(StatsScreen, OffersAPlanWhereThereIsNone) {
    const std::string text = stats_screen(history(84, false), style(80));
    EXPECT_NE(text.find("hipflow schedule set"), std::string::npos);
    EXPECT_EQ(text.find("Weeks on plan"), std::string::npos);
}

TEST(TrendWords, SayWhyThereIsNoVerdict) {
    stats::Trend few;
    few.scored_days = few.judged_days = 3;
    const std::string text = trend_words(few, 84);
    EXPECT_EQ(text, "no verdict before 28 scored days; scored on 3 of 84 days");
    EXPECT_EQ(text.find('%'), std::string::npos);
}

TEST(TrendWords, NameNoSmallChange) {
    stats::Trend none;
    none.scored_days = none.judged_days = 40;
    none.verdict = stats::Verdict::no_clear_change;
    none.per_four_weeks = -0.4;
    EXPECT_EQ(trend_words(none, 84),
              "no clear change; scored on 40 of 84 days. A small change can hide in that.");
}

TEST(ChangeWords, RefuseAMeanBelowFive) {
    EXPECT_EQ(change_words({4, -3, 3, 0}), "4 sessions with both scores; a mean needs 5");
    EXPECT_NE(change_words({}).find("not known"), std::string::npos);
    EXPECT_EQ(change_words({5, -5, 5, 0}), "-1.0 points in each (n 5); worse by 2 or more in 0");
}

TEST(AdherenceWords, AreCountsOnlyBelowFive) {
    EXPECT_EQ(adherence_words(kept(3, 1)), "3 of 4 kept");
    schedule::Adherence open;
    open.pending = 1;
    EXPECT_EQ(adherence_words(open), "none kept yet, 1 still open");
    EXPECT_EQ(adherence_words({}), "none due so far");
    EXPECT_EQ(adherence_words(kept(11, 3)), "11 of 14 kept (79 %, range 52 to 92 %)");
}

TEST(WorkWords, AreWholeMinutes) {
    EXPECT_EQ(work_words(29s), "0 min");
    EXPECT_EQ(work_words(90s), "2 min");
    EXPECT_EQ(work_words(3h + 20min), "3 h 20 min");
}

}  // namespace
}  // namespace hipflow::report
