// SPDX-License-Identifier: MIT
#include "schedule/occurrence.h"

#include <gtest/gtest.h>

#include "unit/schedule/plans.h"

namespace hipflow::schedule {
namespace {

// 2026-11-02 is a Monday.

TEST(Occurrences, OfWeekdaysAreKeptMissedRestedOrStillOpen) {
    const DayPlan weekdays = plan({{"2026-11-02", "mon,wed,fri"}});
    const std::vector days{kept("2026-11-02"), partial("2026-11-04"), kept("2026-11-07")};
    EXPECT_EQ(letters(occurrences(weekdays, days, day("2026-11-01"), day("2026-11-11"),
                                  day("2026-11-09"))),
              "K.P.MX.?.?");
}

TEST(Occurrences, ASessionFulfilsTheSlotNearestToIt) {
    DayPlan twice = plan({{"2026-11-02", "daily at 10:00,13:00"}});
    DayTotals late = kept("2026-11-03");
    late.kept_at = {std::chrono::hours(13)};
    const auto statuses = [&] {
        const auto all = occurrences(twice, std::vector{late}, day("2026-11-03"), day("2026-11-03"),
                                     day("2026-11-09"));
        return std::pair(all.at(0).status, all.at(1).status);
    };
    EXPECT_EQ(statuses(), std::pair(OccurrenceStatus::missed, OccurrenceStatus::kept));
    late.kept_at = {std::chrono::hours(11)};
    EXPECT_EQ(statuses(), std::pair(OccurrenceStatus::kept, OccurrenceStatus::missed));
    // What was excused is kept only where nothing else is open.
    Excuse excuse;
    excuse.from_day = excuse.to_day.emplace(day("2026-11-03"));
    excuse.slot = "10:00";
    twice.excuses = {excuse};
    EXPECT_EQ(statuses(), std::pair(OccurrenceStatus::excused, OccurrenceStatus::kept));
}

TEST(Occurrences, ASlotAtNightIsNearToTheNight) {
    const DayPlan night = plan({{"2026-11-02", "daily at 01:30,20:00"}});
    DayTotals late = kept("2026-11-03");
    late.kept_at = {std::chrono::hours(25)};
    const auto all = occurrences(night, std::vector{late}, day("2026-11-03"), day("2026-11-03"),
                                 day("2026-11-09"));
    EXPECT_EQ(all.at(0).status, OccurrenceStatus::kept);
}

TEST(Occurrences, ThereAreNoneBeforeTheScheduleBegan) {
    const DayPlan daily = plan({{"2026-11-05", "daily"}});
    const auto all =
        occurrences(daily, {}, day("2026-11-01"), day("2026-11-06"), day("2026-12-01"));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().day, day("2026-11-05"));
}

TEST(Occurrences, AChangeNeverRewritesThePast) {
    const std::vector days{kept("2026-11-03")};
    const auto before = occurrences(plan({{"2026-11-02", "mon,wed"}}), days, day("2026-11-02"),
                                    day("2026-11-08"), day("2026-12-01"));
    const auto after = occurrences(plan({{"2026-11-02", "mon,wed"}, {"2026-11-09", "daily"}}), days,
                                   day("2026-11-02"), day("2026-11-08"), day("2026-12-01"));
    EXPECT_EQ(before, after);
    EXPECT_EQ(letters(before), "MXM....");
}

TEST(Occurrences, TheLastOfTwoVersionsOfOneDayHolds) {
    const DayPlan twice = plan({{"2026-11-02", "daily"}, {"2026-11-02", "none"}});
    EXPECT_EQ(
        letters(occurrences(twice, {}, day("2026-11-02"), day("2026-11-04"), day("2026-12-01"))),
        "...");
}

TEST(Occurrences, ARuleThatCannotBeReadAsksForNothingUntilTheNextOne) {
    const DayPlan moon =
        plan({{"2026-11-02", "daily"}, {"2026-11-03", "whenever"}, {"2026-11-05", "daily"}});
    EXPECT_EQ(
        letters(occurrences(moon, {}, day("2026-11-02"), day("2026-11-05"), day("2026-12-01"))),
        "M..M");
    const PlanVersion* unreadable = unreadable_from(moon, day("2026-11-02"));
    ASSERT_NE(unreadable, nullptr);
    EXPECT_EQ(unreadable->text(), "whenever");
    EXPECT_EQ(unreadable_from(moon, day("2026-11-04")), unreadable);
    EXPECT_EQ(unreadable_from(moon, day("2026-11-05")), nullptr);
}

TEST(Occurrences, ASlotOfItsOwnCanBeExcused) {
    const DayPlan twice =
        plan({{"2026-11-02", "daily at am,pm"}},
             {excuse("2026-11-02", day("2026-11-02"), ExcuseKind::excused, "am")});
    EXPECT_EQ(letters(occurrences(twice, std::vector{kept("2026-11-02")}, day("2026-11-02"),
                                  day("2026-11-02"), day("2026-12-01"))),
              "EK");
    EXPECT_EQ(letters(occurrences(twice, std::vector{kept("2026-11-02", 3)}, day("2026-11-02"),
                                  day("2026-11-02"), day("2026-12-01"))),
              "KKX");
}

TEST(Occurrences, APauseWithoutEndLastsUntilFurtherNotice) {
    const DayPlan paused =
        plan({{"2026-11-02", "daily"}}, {excuse("2026-11-04", std::nullopt, ExcuseKind::paused)});
    EXPECT_EQ(letters(occurrences(paused, std::vector{kept("2026-11-05")}, day("2026-11-02"),
                                  day("2026-11-06"), day("2026-11-06"))),
              "MMUKU");
}

TEST(Occurrences, OfAnOpenWeekFallWhereTheSessionsWere) {
    const DayPlan open = plan({{"2026-11-02", "3 per week"}});
    const std::vector days{kept("2026-11-03", 2), kept("2026-11-05")};
    EXPECT_EQ(
        letters(occurrences(open, days, day("2026-11-02"), day("2026-11-08"), day("2026-12-01"))),
        ".KX.K..M");
    EXPECT_EQ(
        letters(occurrences(open, days, day("2026-11-02"), day("2026-11-08"), day("2026-11-06"))),
        ".KX.K..?");
}

TEST(Occurrences, WhatCannotBeMadeUpInAnOpenWeekIsMissed) {
    const DayPlan open = plan({{"2026-11-02", "3 per week"}});
    EXPECT_EQ(
        letters(occurrences(open, {}, day("2026-11-02"), day("2026-11-08"), day("2026-11-07"))),
        "....M??");
    EXPECT_EQ(letters(occurrences(open, std::vector{kept("2026-11-07")}, day("2026-11-02"),
                                  day("2026-11-08"), day("2026-11-07"))),
              "....MK?");
}

TEST(Occurrences, AWeekThatBeginsLatePlansItsShare) {
    const auto planned = [](const char* from) {
        const DayPlan open = plan({{from, "3 per week"}});
        const auto all =
            occurrences(open, {}, day("2026-11-02"), day("2026-11-08"), day("2026-12-01"));
        return std::ranges::count(all, OccurrenceStatus::missed, &Occurrence::status);
    };
    EXPECT_EQ(planned("2026-11-02"), 3);
    EXPECT_EQ(planned("2026-11-04"), 2);  // 15/7
    EXPECT_EQ(planned("2026-11-06"), 1);  // 9/7
    EXPECT_EQ(planned("2026-11-08"), 0);  // 3/7
}

TEST(Occurrences, ExcusedDaysTakeTheirShareOfAnOpenWeekAway) {
    const DayPlan sick = plan({{"2026-11-02", "5 per week"}},
                              {excuse("2026-11-04", day("2026-11-06"), ExcuseKind::excused)});
    EXPECT_EQ(letters(occurrences(sick, std::vector{kept("2026-11-02"), kept("2026-11-08")},
                                  day("2026-11-02"), day("2026-11-08"), day("2026-12-01"))),
              "K.EE.MK");
}

TEST(Occurrences, ATokenTakesOneOfAnOpenWeekAway) {
    const DayPlan skipped = plan({{"2026-11-02", "3 per week"}},
                                 {excuse("2026-11-04", day("2026-11-04"), ExcuseKind::token)});
    EXPECT_EQ(letters(occurrences(skipped, std::vector{kept("2026-11-02")}, day("2026-11-02"),
                                  day("2026-11-08"), day("2026-12-01"))),
              "K.E...M");
}

}  // namespace
}  // namespace hipflow::schedule
