// SPDX-License-Identifier: MIT
#include "today/schedule_changes.h"

#include <gtest/gtest.h>

#include "schedule/rule.h"
#include "support/a_desk.h"
#include "today/enrolment.h"
#include "today/schedule.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::error_of;

SetSchedule set(Desk& desk, std::string_view rule, std::string_view from = "today") {
    return set_schedule(desk, schedule::parse_rule(rule).value(), ComingDay::from_text(from));
}

TEST(SetSchedule, BeginsANewVersionAndChangesThatOfTheSameDay) {
    ADesk desk;
    EXPECT_EQ(set(*desk, "mon,wed,fri").from, day("2026-11-24"));
    const SetSchedule again = set(*desk, "daily");
    EXPECT_FALSE(again.unchanged);
    ASSERT_EQ(desk->history()->schedules().size(), 1U);
    EXPECT_EQ(desk->history()->schedules().front().rule, again.rule);
    set(*desk, "3 per week", "tomorrow");
    EXPECT_EQ(desk->history()->schedules().size(), 2U);
}

RoutinePlanned plan(Desk& desk, const std::string& routine, std::string_view rule,
                    std::string_view from = "today") {
    return plan_routine(desk, routine, schedule::parse_rule(rule).value(),
                        ComingDay::from_text(from));
}

TEST(RoutinePlan, StandsBesideTheOthersAndIsChangedByItsName) {
    ADesk desk;
    set(*desk, "daily");
    plan(*desk, "desk-reset", "mon-fri at 10:00,13:00");
    EXPECT_EQ(plan(*desk, "five-minute-minimum", "3 per week").from, day("2026-11-24"));
    EXPECT_EQ(desk->history()->schedules().size(), 1U);
    EXPECT_EQ(desk->history()->routine_schedules().size(), 2U);
    EXPECT_TRUE(plan(*desk, "desk-reset", "mon-fri at 10:00,13:00").unchanged);
    EXPECT_FALSE(plan(*desk, "desk-reset", "daily").unchanged);
    EXPECT_EQ(desk->history()->routine_schedules().size(), 2U);
    plan(*desk, "desk-reset", "none", "tomorrow");
    EXPECT_EQ(desk->history()->routine_schedules().size(), 3U);
    EXPECT_NE(error_of([&] { plan(*desk, "nowhere", "daily"); }), "");
}

TEST(RoutinePlan, EndsWithWhatWasToBeginLater) {
    ADesk desk;
    plan(*desk, "desk-reset", "daily");
    desk.anew("2026-11-26T12:00:00Z");
    plan(*desk, "desk-reset", "mon-fri", "2026-12-01");
    EXPECT_EQ(end_routine_plan(*desk, "desk-reset").routine, "desk-reset");
    const auto versions = desk->history()->routine_schedules();
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].rule, "daily");  // the past stays
    EXPECT_EQ(versions[1].rule, "none");
    EXPECT_EQ(versions[1].valid_from, day("2026-11-26"));
    EXPECT_NE(error_of([&] { end_routine_plan(*desk, "desk-reset"); }).find("no plan of its own"),
              std::string::npos);
    plan(*desk, "five-minute-minimum", "daily");
    EXPECT_NE(error_of([&] {
                  end_routine_plan(*desk, "desk-reset");
              }).find("Only this has: five-minute-minimum."),
              std::string::npos);
}

TEST(RoutinePlan, TellsThatThePlanWithoutANameAsksForTheSame) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"desk-reset\"\n");
    desk.anew();
    EXPECT_FALSE(plan(*desk, "desk-reset", "daily").beside_same);
    end_routine_plan(*desk, "desk-reset");
    set(*desk, "daily");
    EXPECT_FALSE(plan(*desk, "five-minute-minimum", "mon").beside_same);
    EXPECT_TRUE(plan(*desk, "desk-reset", "mon").beside_same);
    EXPECT_FALSE(plan(*desk, "desk-reset", "tue").beside_same);  // it had its own already
}

TEST(RoutinePlan, IsPausedAndSkippedWithTheOthers) {
    ADesk desk;
    plan(*desk, "desk-reset", "daily at 10:00,13:00");
    WantedSkip skip;
    skip.slot = "13:00";
    EXPECT_TRUE(skip_days(*desk, skip));
    skip.slot = "12:00";
    EXPECT_NE(error_of([&] { skip_days(*desk, skip); }).find("there is: 10:00, 13:00"),
              std::string::npos);
    pause_schedule(*desk, std::nullopt, std::nullopt);
    EXPECT_TRUE(end_pause(*desk));
}

TEST(SetSchedule, HoldsOnTheDayOnWhichAProgramWasLeft) {
    ADesk desk;
    set(*desk, "daily at 07:00");
    join_program(desk.anew("2026-11-24T12:01:00Z"), "steady-six");
    leave_program(desk.anew("2026-11-24T12:02:00Z"));
    set(desk.anew("2026-11-24T12:03:00Z"), "3 per week");
    EXPECT_EQ(schedule_on(desk->history()->schedules(), day("2026-11-24"))->rule, "3 per week");
}

TEST(SetSchedule, WaitsUntilTheProgramIsLeft) {
    ADesk desk;
    join_program(*desk, "steady-six");
    desk.anew("2026-11-25T12:00:00Z");
    EXPECT_EQ(set(*desk, "daily").program_rule, "5 per week");
    EXPECT_TRUE(set(desk.anew("2026-11-25T12:01:00Z"), "daily").unchanged);
    const auto schedules = desk->history()->schedules();
    const auto* held = schedule_on(schedules, day("2026-11-25"));
    EXPECT_EQ(held->source, ScheduleSource::program);
    EXPECT_EQ(held->rule, "5 per week");
    EXPECT_NE(error_of([&] { set(*desk, "mon", "tomorrow"); }), "");
    set(desk.anew("2026-11-25T12:02:00Z"), "mon");
    EXPECT_EQ(leave_program(desk.anew("2026-11-26T12:00:00Z")).own_rule, "mon");
    EXPECT_EQ(schedule_on(desk->history()->schedules(), day("2026-11-26"))->rule, "mon");
}

TEST(SetSchedule, ChangesNothingWhereTheRuleHolds) {
    ADesk desk;
    set(*desk, "daily");
    const SetSchedule again = set(*desk, "daily", "tomorrow");
    EXPECT_TRUE(again.unchanged);
    EXPECT_EQ(again.from, day("2026-11-24"));
    EXPECT_EQ(desk->history()->schedules().size(), 1U);
}

TEST(SetSchedule, CountsTheLaterRulesThatItRemoves) {
    ADesk desk;
    desk.put(ScheduleVersion{"v1", day("2026-12-01"), "whenever", ScheduleSource::own},
             ScheduleVersion{"v2", day("2026-12-08"), "mon", ScheduleSource::own});
    EXPECT_EQ(set(*desk, "daily").dropped, 1);
    EXPECT_EQ(desk->history()->schedules().size(), 2U);
    EXPECT_EQ(set(*desk, "2 per week").dropped, 0);
    ScheduleVersion of_routine{"v3", day("2026-12-01"), "whenever", ScheduleSource::own};
    of_routine.routine = "desk-reset";
    desk.put(of_routine);
    EXPECT_EQ(plan(*desk, "desk-reset", "daily").dropped, 1);
}

TEST(SetSchedule, RefusesAPastDate) {
    ADesk desk;
    EXPECT_NE(error_of([&] { set(*desk, "daily", "2026-11-23"); }), "");
    EXPECT_EQ(desk->history(), nullptr);
}

TEST(Pause, NeedsAScheduleAndIsOnlyOne) {
    ADesk desk;
    EXPECT_NE(error_of([&] { pause_schedule(*desk, std::nullopt, std::nullopt); }), "");
    set(*desk, "daily");
    EXPECT_NE(
        error_of([&] { pause_schedule(*desk, ComingDay::from_text("2026-11-23"), std::nullopt); }),
        "");
    const Excuse pause =
        pause_schedule(*desk, ComingDay::from_text("2026-11-30"), ExcuseReason::travel);
    EXPECT_EQ(pause.to_day, day("2026-11-30"));
    EXPECT_EQ(pause.reason, ExcuseReason::travel);
    EXPECT_NE(error_of([&] { pause_schedule(*desk, std::nullopt, std::nullopt); }), "");
}

TEST(Pause, BeginsOnADayThatIsSkipped) {
    ADesk desk;
    set(*desk, "daily");
    ASSERT_TRUE(skip_days(*desk, {}));
    EXPECT_EQ(pause_schedule(*desk, std::nullopt, std::nullopt).from_day, day("2026-11-24"));
}

TEST(Pause, EndsWithYesterday) {
    ADesk desk;
    EXPECT_FALSE(end_pause(*desk));
    set(*desk, "daily");
    pause_schedule(*desk, std::nullopt, std::nullopt);
    desk.anew("2026-11-26T12:00:00Z");
    EXPECT_TRUE(end_pause(*desk));
    const auto excuses = desk->history()->excuses(day("2026-11-01"));
    ASSERT_EQ(excuses.size(), 1U);
    EXPECT_EQ(excuses.front().to_day, day("2026-11-25"));
    EXPECT_FALSE(end_pause(*desk));
}

TEST(Pause, OfTodayIsTakenAway) {
    ADesk desk;
    set(*desk, "daily");
    pause_schedule(*desk, std::nullopt, std::nullopt);
    EXPECT_TRUE(end_pause(*desk));
    EXPECT_TRUE(desk->history()->excuses(day("2026-11-01")).empty());
}

TEST(Skip, ExcusesOnlyWhatIsPlanned) {
    ADesk desk;
    set(*desk, "wed");
    EXPECT_FALSE(skip_days(*desk, {}));  // a Tuesday
    const auto tomorrow =
        skip_days(*desk, {.day = ComingDay::from_text("tomorrow"), .reason = ExcuseReason::sick});
    ASSERT_TRUE(tomorrow);
    EXPECT_EQ(tomorrow->from_day, day("2026-11-25"));
    EXPECT_EQ(tomorrow->to_day, day("2026-11-25"));
    EXPECT_EQ(tomorrow->kind, ExcuseKind::excused);
}

TEST(Skip, RefusesASlotThatIsNotThereAndTokensWithoutAProgram) {
    ADesk desk;
    set(*desk, "daily at am,pm");
    EXPECT_TRUE(skip_days(*desk, {.slot = "am"}));
    const std::string slot = error_of([&] { skip_days(*desk, {.slot = "noon"}); });
    EXPECT_NE(slot.find("there is: am, pm"), std::string::npos) << slot;
    EXPECT_NE(error_of([&] { skip_days(*desk, {.token = true}); }), "");
}

TEST(Snooze, LastsAsLongAsSaid) {
    ADesk desk;
    EXPECT_FALSE(snoozed_until(*desk));
    const auto until = snooze(*desk, std::chrono::minutes(30));
    ASSERT_TRUE(until);
    EXPECT_EQ(format_instant(*until, {}), "2026-11-24T12:30:00.000+00:00");
    EXPECT_EQ(snoozed_until(*desk), until);
    Desk later = desk.desk_at("2026-11-24T12:31:00Z");
    EXPECT_FALSE(snoozed_until(later));
    EXPECT_FALSE(snooze(*desk, Millis(0)));
}

}  // namespace
}  // namespace hipflow::today
