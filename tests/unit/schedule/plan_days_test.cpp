// SPDX-License-Identifier: MIT
#include "schedule/plan_days.h"

#include <gtest/gtest.h>

namespace hipflow::schedule {
namespace {

const Day monday = *parse_day("2026-11-23");

DayPlan plan(const std::string& rule, std::optional<std::string> routine = std::nullopt,
             Day from = monday) {
    return plan_of({{"v1", from, rule}}, {}, std::chrono::Monday, std::move(routine));
}

SessionWork session(const std::string& routine, Day day = monday) {
    SessionWork work;
    work.local_day = day;
    work.routine = routine;
    work.performed = work.kept = true;
    work.started_at = std::chrono::hours(8);
    work.planned = work.done = std::chrono::minutes(10);
    return work;
}

TEST(PlanDays, ASessionKeepsThePlanOfItsRoutine) {
    const std::vector<DayPlan> all = {plan("daily"), plan("daily", "desk-reset")};
    EXPECT_TRUE(belongs(session("hips"), all[0], all));
    EXPECT_FALSE(belongs(session("hips"), all[1], all));
    EXPECT_FALSE(belongs(session("desk-reset"), all[0], all));
    EXPECT_TRUE(belongs(session("desk-reset"), all[1], all));
}

TEST(PlanDays, WhatDoesNotCountKeepsOnlyThePlanThatNamesIt) {
    const std::vector<DayPlan> all = {plan("daily"), plan("daily", "desk-reset")};
    SessionWork apart = session("desk-reset");
    apart.counts = false;
    EXPECT_TRUE(belongs(apart, all[1], all));
    apart.routine = "walk";
    EXPECT_FALSE(belongs(apart, all[0], all));
}

TEST(PlanDays, APlanTakesItsRoutineFromTheOtherOnlyWhileItHolds) {
    const Day tuesday = monday + std::chrono::days(1);
    std::vector<DayPlan> all = {plan("daily"), plan("daily", "hips", tuesday)};
    EXPECT_TRUE(belongs(session("hips", monday), all[0], all));
    EXPECT_FALSE(belongs(session("hips", tuesday), all[0], all));
    all[1] = plan("none", "hips", tuesday);
    EXPECT_TRUE(belongs(session("hips", tuesday), all[0], all));
}

TEST(PlanDays, ASessionOfTheProgramKeepsBoth) {
    const std::vector<DayPlan> all = {plan("daily"), plan("daily", "hips")};
    SessionWork work = session("hips");
    work.of_program = true;
    EXPECT_TRUE(belongs(work, all[0], all));
    EXPECT_TRUE(belongs(work, all[1], all));
}

TEST(PlanDays, AddUpTheSessionsOfADay) {
    const std::vector<DayPlan> all = {plan("daily")};
    SessionWork begun = session("hips");
    begun.kept = false;
    begun.done = std::chrono::minutes(3);
    SessionWork rested = session("hips", monday + std::chrono::days(2));
    rested.performed = false;
    const std::vector<SessionWork> work = {session("hips"), begun, rested};
    const auto days = days_of(all[0], all, work);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].sessions, 2);
    EXPECT_EQ(days[0].kept, 1);
    EXPECT_EQ(days[0].kept_at, std::vector<Millis>{std::chrono::hours(8)});
    EXPECT_EQ(days[0].planned, std::chrono::minutes(20));
    EXPECT_EQ(days[0].done, std::chrono::minutes(13));
    EXPECT_EQ(days[1].sessions, 0);
    EXPECT_EQ(days[1].kept, 1);
}

}  // namespace
}  // namespace hipflow::schedule
