// SPDX-License-Identifier: MIT
#include "schedule/occurrence.h"

#include <gtest/gtest.h>

#include "domain/error.h"
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

TEST(Occurrences, ARuleThatCannotBeReadIsAnErrorWithAWayOut) {
    try {
        plan({{"2026-11-02", "whenever"}});
        FAIL();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(),
                     "the schedule from 2026-11-02 on is 'whenever', which this hipflow cannot "
                     "read. 'hipflow schedule set' makes a new one.");
    }
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
