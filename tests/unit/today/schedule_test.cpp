// SPDX-License-Identifier: MIT
#include "today/schedule.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;

const Day tuesday = day("2026-11-24");

ScheduleVersion version(std::string id, std::string_view from, std::string rule,
                        ScheduleSource source = ScheduleSource::own) {
    return {std::move(id), day(from), std::move(rule), source};
}

TEST(ScheduleOn, IsTheLastVersionThatHasBegun) {
    const std::vector<ScheduleVersion> versions = {version("v1", "2026-11-01", "mon"),
                                                   version("v2", "2026-11-20", "tue"),
                                                   version("v3", "2026-12-01", "wed")};
    EXPECT_EQ(schedule_on(versions, day("2026-10-31")), nullptr);
    EXPECT_EQ(schedule_on(versions, day("2026-11-19"))->id, "v1");
    EXPECT_EQ(schedule_on(versions, tuesday)->id, "v2");
}

TEST(ProgramRule, CountsNoMoreThanOneADay) {
    EXPECT_EQ(program_rule(0), "none");
    EXPECT_EQ(program_rule(5), "5 per week");
    EXPECT_EQ(program_rule(14), "7 per week");
}

TEST(ScheduleDue, LeavesTheUsersOwnScheduleAlone) {
    const std::vector<ScheduleVersion> own = {version("v1", "2026-11-01", "mon")};
    coach::ProgramToday today;
    today.planned = 5;
    EXPECT_FALSE(schedule_due(today, own, tuesday));
    EXPECT_FALSE(schedule_due(today, {}, tuesday));
}

TEST(ScheduleDue, HoldsFromTheBeginningOfTheWeekButNeverRewritesTheVersionBefore) {
    coach::ProgramToday today;
    today.planned = 3;
    today.since = day("2026-11-22");
    const std::vector<ScheduleVersion> older = {
        version("v1", "2026-11-01", "5 per week", ScheduleSource::program)};
    EXPECT_EQ(schedule_due(today, older, tuesday)->valid_from, day("2026-11-22"));
    const std::vector<ScheduleVersion> newer = {
        version("v1", "2026-11-23", "5 per week", ScheduleSource::program)};
    EXPECT_EQ(schedule_due(today, newer, tuesday)->valid_from, day("2026-11-23"));
    today.planned = 5;
    EXPECT_FALSE(schedule_due(today, newer, tuesday));
}

TEST(ScheduleState, IsNothingWhereNothingWasPlanned) {
    ADesk desk;
    EXPECT_TRUE(schedule_states(*desk, 12).empty());
    desk.put(support::session("s1", "2026-11-23T07:00:00Z"));
    EXPECT_TRUE(schedule_states(*desk, 12).empty());
}

TEST(ScheduleState, TellsWhatWasKeptAndWhatComesNext) {
    ADesk desk;
    desk.put(version("v1", "2026-11-16", "mon,tue"), support::session("s1", "2026-11-16T07:00:00Z"),
             support::session("s2", "2026-11-23T07:00:00Z"));
    const auto plans = schedule_states(*desk, 2);
    ASSERT_EQ(plans.size(), 1U);
    const auto* state = &plans[0];
    EXPECT_EQ(state->from, day("2026-11-11"));
    EXPECT_EQ(state->adherence.kept, 2);
    EXPECT_EQ(state->adherence.missed, 1);  // of the 17th
    EXPECT_EQ(state->adherence.pending, 1);
    EXPECT_EQ(state->next, tuesday);
}

TEST(ScheduleState, StandsBesideThatOfARoutine) {
    ADesk desk;
    desk.anew("2026-11-24T12:00:00Z");
    auto alone = version("v2", "2026-11-22", "daily at 10:00,13:00");
    alone.routine = "desk-reset";
    Session desk_break = support::session("s1", "2026-11-23T10:05:00Z");
    desk_break.routine = "desk-reset";
    desk_break.counts = false;
    desk.put(version("v1", "2026-11-16", "daily"), alone, desk_break,
             support::session("s2", "2026-11-22T07:00:00Z"));
    const auto plans = schedule_states(*desk, 2);
    ASSERT_EQ(plans.size(), 2U);
    EXPECT_EQ(plans[0].plan.name(), "schedule");
    EXPECT_EQ(plans[0].adherence.kept, 1);
    EXPECT_EQ(plans[0].adherence.partial, 0);  // a break at the desk is no part of it
    EXPECT_EQ(plans[0].adherence.missed, 7);
    EXPECT_EQ(plans[1].plan.name(), "desk-reset");
    EXPECT_EQ(plans[1].adherence.kept, 1);
    EXPECT_EQ(plans[1].adherence.missed, 3);
    ASSERT_EQ(plans[1].next_slots.size(), 2U);
    EXPECT_EQ(plans[1].next_slots[1].name, "13:00");
}

TEST(ScheduleState, LooksBeyondADayThatIsDone) {
    ADesk desk;
    desk.put(version("v1", "2026-11-16", "mon,tue"),
             support::session("s1", "2026-11-24T07:00:00Z"));
    const auto plans = schedule_states(*desk, 2);
    ASSERT_EQ(plans.size(), 1U);
    const auto* state = &plans[0];
    EXPECT_EQ(state->next, day("2026-11-30"));
}

}  // namespace
}  // namespace hipflow::today
