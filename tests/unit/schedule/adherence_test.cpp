// SPDX-License-Identifier: MIT
#include "schedule/adherence.h"

#include <gtest/gtest.h>

#include "unit/schedule/plans.h"

namespace hipflow::schedule {
namespace {

// Monday, Wednesday and Friday, later daily; two kept, one partial, one excused, one
// missed, today open.
const std::vector<DayTotals> scenario_days{kept("2026-11-02"), kept("2026-11-04"),
                                           partial("2026-11-06")};
std::vector<Excuse> scenario_excuses() {
    return {excuse("2026-11-09", day("2026-11-09"), ExcuseKind::excused)};
}

TEST(Adherence, LeavesTheExcusedAndTodayOutOfTheRatio) {
    const DayPlan weekdays = plan({{"2026-11-01", "mon,wed,fri"}}, scenario_excuses());
    const Adherence sum =
        adherence(weekdays, scenario_days, day("2026-11-01"), day("2026-11-30"), day("2026-11-13"));
    EXPECT_EQ(sum.kept, 2);
    EXPECT_EQ(sum.planned(), 4);
    EXPECT_EQ(sum.partial, 1);
    EXPECT_EQ(sum.missed, 1);
    EXPECT_EQ(sum.excused, 1);
    EXPECT_EQ(sum.pending, 1);
    EXPECT_EQ(sum.ratio(), 0.5);
    EXPECT_FALSE(sum.interval());  // fewer than five: counts only
}

TEST(Adherence, OfThePastStaysWhenTheRuleChanges) {
    const DayPlan before = plan({{"2026-11-01", "mon,wed,fri"}}, scenario_excuses());
    const DayPlan after =
        plan({{"2026-11-01", "mon,wed,fri"}, {"2026-11-15", "daily"}}, scenario_excuses());
    for (const char* today : {"2026-11-13", "2026-11-20", "2027-02-01"}) {
        EXPECT_EQ(
            adherence(before, scenario_days, day("2026-11-01"), day("2026-11-14"), day(today)),
            adherence(after, scenario_days, day("2026-11-01"), day("2026-11-14"), day(today)));
    }
}

TEST(Adherence, TodayCountsOnceItIsKept) {
    const DayPlan daily = plan({{"2026-11-02", "daily"}});
    const Day today = day("2026-11-02");
    EXPECT_FALSE(adherence(daily, {}, today, today, today).ratio());
    EXPECT_EQ(adherence(daily, std::vector{kept("2026-11-02")}, today, today, today).ratio(), 1);
}

TEST(Adherence, ExtrasNeverMakeUpForMisses) {
    const DayPlan weekdays = plan({{"2026-11-02", "mon,wed,fri"}});
    const std::vector days{kept("2026-11-03"), kept("2026-11-04", 3)};
    const Adherence sum =
        adherence(weekdays, days, day("2026-11-02"), day("2026-11-08"), day("2026-12-01"));
    EXPECT_EQ(sum.kept, 1);
    EXPECT_EQ(sum.planned(), 3);
    EXPECT_EQ(sum.extra, 3);
}

TEST(Adherence, ShowsWhatIsStillOpenOfAnOpenWeek) {
    const DayPlan open = plan({{"2026-11-02", "3 per week"}});
    const Adherence sum = adherence(open, std::vector{kept("2026-11-03")}, day("2026-11-02"),
                                    day("2026-11-04"), day("2026-11-04"));
    EXPECT_EQ(sum.kept, 1);
    EXPECT_EQ(sum.planned(), 1);
    EXPECT_EQ(sum.pending, 2);
}

TEST(Adherence, HasTheWorkBesideIt) {
    const DayPlan daily = plan({{"2026-11-02", "daily"}});
    const std::vector<DayTotals> days{
        {.local_day = day("2026-11-01"), .planned = Millis(500), .done = Millis(500)},
        {.local_day = day("2026-11-02"), .planned = Millis(1000), .done = Millis(700)},
        {.local_day = day("2026-11-04"), .planned = Millis(1000), .done = Millis(1000)}};
    const Adherence sum =
        adherence(daily, days, day("2026-11-02"), day("2026-11-03"), day("2026-11-05"));
    EXPECT_EQ(sum.work_planned, Millis(1000));
    EXPECT_EQ(sum.work_done, Millis(700));
}

TEST(Adherence, CountsMissesSinceSomethingWasLastDone) {
    const DayPlan weekdays = plan({{"2026-11-02", "mon,wed,fri"}},
                                  {excuse("2026-11-06", day("2026-11-06"), ExcuseKind::excused)});
    const auto in_a_row = [&](std::vector<DayTotals> days) {
        return adherence(weekdays, days, day("2026-11-02"), day("2026-11-10"), day("2026-11-10"))
            .misses_in_a_row;
    };
    EXPECT_EQ(in_a_row({kept("2026-11-02")}), 2);
    EXPECT_EQ(in_a_row({partial("2026-11-04")}), 1);
    EXPECT_EQ(in_a_row({kept("2026-11-09")}), 0);
}

TEST(Adherence, WeeksOnPlanPassOverExcusedAndOpenOnes) {
    const DayPlan daily = plan({{"2026-11-02", "mon,wed,fri"}},
                               {excuse("2026-11-09", day("2026-11-15"), ExcuseKind::paused)});
    const std::vector days{kept("2026-11-02"), kept("2026-11-04"), kept("2026-11-06"),
                           kept("2026-11-16"), kept("2026-11-18"), kept("2026-11-23")};
    const Day today = day("2026-11-24");
    const auto weeks = adherence_by_week(daily, days, day("2026-11-01"), today, today);
    ASSERT_EQ(weeks.size(), 4U);
    EXPECT_EQ(weeks[2].week, day("2026-11-16"));
    EXPECT_EQ(weeks[2].adherence.kept, 2);
    EXPECT_EQ(weeks_on_plan(weeks, today), (WeeksOnPlan{1, 2}));
}

TEST(Adherence, RangeIsWilsons) {
    // By hand for 11 of 14: printed as 52 to 92 %.
    Adherence sum;
    sum.kept = 11;
    sum.missed = 3;
    ASSERT_TRUE(sum.interval());
    EXPECT_NEAR(sum.interval()->low, 0.5241, 0.0001);
    EXPECT_NEAR(sum.interval()->high, 0.9243, 0.0001);
    EXPECT_FALSE((Adherence{.kept = 4}.interval()));
}

}  // namespace
}  // namespace hipflow::schedule
