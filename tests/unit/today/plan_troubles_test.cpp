// SPDX-License-Identifier: MIT
#include "today/plan_troubles.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "schedule/rule.h"
#include "support/a_desk.h"
#include "today/enrolment.h"
#include "today/findings.h"
#include "today/reminder.h"
#include "today/schedule.h"
#include "today/schedule_changes.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;

ScheduleVersion version(const std::string& id, const char* from, const std::string& rule,
                        std::optional<std::string> routine = std::nullopt) {
    return {id, day(from), rule, ScheduleSource::own, std::move(routine)};
}

/// A plan of any routine, and one of desk-reset whose rule another version of hipflow wrote. It is
/// Tuesday, 2026-11-24.
class UnreadableRule : public testing::Test {
   protected:
    UnreadableRule() {
        desk.put(version("v1", "2026-11-01", "daily at 07:30"),
                 version("v2", "2026-11-01", "every full moon", "desk-reset"),
                 Enrolment{"e1", "steady-six", day("2026-11-23"), std::nullopt});
        desk.anew();
    }
    RoutinePlanned plan(const char* rule) {
        return plan_routine(*desk, "desk-reset", schedule::parse_rule(rule).value(), std::nullopt);
    }

    ADesk desk;
};

TEST_F(UnreadableRule, IsToldWithWhatMendsIt) {
    const auto troubles = plan_troubles(*desk);
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].plan, "desk-reset");
    EXPECT_NE(troubles[0].state.find("'every full moon'"), std::string::npos) << troubles[0].state;
    EXPECT_NE(troubles[0].advice.find("hipflow schedule add desk-reset"), std::string::npos);
    Findings found;
    look_at_history(*desk, found);
    const auto told = std::ranges::find(found, "schedule", &Finding::subject);
    ASSERT_NE(told, found.end());
    EXPECT_FALSE(told->well);
    EXPECT_EQ(told->state, troubles[0].state);
}

TEST_F(UnreadableRule, KeepsNothingElseFromGoingOn) {
    const auto states = schedule_states(*desk, 12);
    ASSERT_EQ(states.size(), 2U);
    EXPECT_EQ(states[0].adherence.missed, 23);
    EXPECT_EQ(states[1].adherence.planned(), 0);
    EXPECT_TRUE(enrolled(*desk));
    ASSERT_TRUE(look_for_reminder(*desk, std::nullopt));
    EXPECT_TRUE(skip_days(*desk, {}));
    EXPECT_EQ(pause_schedule(*desk, std::nullopt, std::nullopt).from_day, day("2026-11-24"));
}

TEST_F(UnreadableRule, IsMendedByAnother) {
    EXPECT_FALSE(plan("none").unchanged);
    EXPECT_TRUE(plan_troubles(*desk).empty());
    EXPECT_FALSE(plan("daily").unchanged);
    EXPECT_TRUE(plan_troubles(*desk).empty());
    EXPECT_EQ(desk->history()->routine_schedules().front().rule, "every full moon");  // the past
}

TEST_F(UnreadableRule, IsMendedByTheEndOfThePlan) {
    EXPECT_EQ(end_routine_plan(*desk, "desk-reset").routine, "desk-reset");
    EXPECT_TRUE(plan_troubles(*desk).empty());
    EXPECT_EQ(schedule_states(*desk, 12).size(), 1U);
}

TEST_F(UnreadableRule, ThatWaitsGivesWayToTheNextOne) {
    desk.put(version("v3", "2026-11-10", "daily", "desk-reset"),
             version("v4", "2026-12-10", "every new moon", "desk-reset"));
    EXPECT_EQ(plan_troubles(desk.anew()).size(), 1U);
    EXPECT_FALSE(plan("daily").unchanged);
    EXPECT_TRUE(plan_troubles(*desk).empty());
}

TEST_F(UnreadableRule, OfSessionsOfAnyRoutineIsMendedToo) {
    desk.put(version("v3", "2026-11-20", "every full moon"));
    ASSERT_EQ(plan_troubles(desk.anew()).size(), 2U);
    EXPECT_EQ(schedule_states(*desk, 12).size(), 2U);
    EXPECT_FALSE(set_schedule(*desk, {}, std::nullopt).unchanged);
    EXPECT_EQ(plan_troubles(*desk).size(), 1U);
}

TEST(PlanTroubles, NameThePlanWhoseRoutineIsGone) {
    ADesk desk;
    desk.put(version("v1", "2026-11-01", "daily", "my-own"),
             version("v2", "2026-11-01", "daily", "desk-reset"));
    const auto troubles = plan_troubles(desk.anew());
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].plan, "my-own");
    EXPECT_NE(troubles[0].advice.find("hipflow schedule remove my-own"), std::string::npos);
    const auto due = due_in_trouble(*desk, schedule_states(*desk, 1));
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.begin()->first, "my-own");
    EXPECT_NE(due.begin()->second.find("my-own"), std::string::npos) << due.begin()->second;
    end_routine_plan(*desk, "my-own");
    EXPECT_TRUE(plan_troubles(*desk).empty());
}

}  // namespace
}  // namespace hipflow::today
