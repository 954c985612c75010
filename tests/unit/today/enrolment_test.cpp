// SPDX-License-Identifier: MIT
#include "today/enrolment.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"
#include "today/plans_in_force.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::day;
using support::error_of;

const Day tuesday = day("2026-11-24");

Enrolment enrolment(std::string_view from, std::optional<Day> to = {}) {
    return {"e1", "steady-six", day(from), to};
}

ScheduleVersion version(std::string id, std::string_view from, std::string rule,
                        ScheduleSource source = ScheduleSource::own) {
    return {std::move(id), day(from), std::move(rule), source};
}

TEST(Enrolment, IsTheOneThatHoldsOnTheDay) {
    ADesk desk;
    desk.put(enrolment("2026-11-20", day("2026-11-24")));
    const store::Store& store = *desk->history();
    EXPECT_FALSE(current_enrolment(store, day("2026-11-19")));
    EXPECT_TRUE(current_enrolment(store, day("2026-11-23")));
    EXPECT_FALSE(current_enrolment(store, tuesday));  // it ended on this day
}

TEST(Enrolled, TellsTheWeekAndTheNextRoutine) {
    ADesk desk;
    desk.put(enrolment("2026-11-24"));
    const auto found = enrolled(*desk);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->program.id, "steady-six");
    EXPECT_EQ(found->today.week, 1);
    EXPECT_EQ(found->today.cap, 1);
    EXPECT_EQ(found->routine, "gentle-day");
}

TEST(Enrolled, CountsOnlyKeptSessionsThatCount) {
    ADesk desk;
    Session kept = support::session("s1", "2026-11-24T07:00:00Z");
    kept.routine = "gentle-day";
    Session little = support::session("s2", "2026-11-25T07:00:00Z");
    little.done = std::chrono::minutes(1);
    Session apart = support::session("s3", "2026-11-26T07:00:00Z");
    apart.counts = false;
    desk.put(enrolment("2026-11-24"), kept, little, apart);
    const auto found = enrolled(desk->library(), *desk->history(), day("2026-11-26"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->today.kept, 1);
    EXPECT_EQ(found->today.left.size(), 4U);
    EXPECT_FALSE(found->today.done_today);
}

Measurement rotation(std::string id, std::string_view at) {
    Measurement reading;
    reading.id = std::move(id);
    reading.movement = Rotation::internal;
    reading.side = Side::left;
    reading.position = RotationPosition::seated;
    reading.trial = 1;
    reading.value = 30;
    reading.taken = support::stamp(at);
    return reading;
}

TEST(Enrolled, OwesNothingThatWasMeasuredJustBeforeItBegan) {
    ADesk desk;
    desk.put(enrolment("2026-11-24"), rotation("m1", "2026-11-21T07:00:00Z"));
    const std::vector both = {Measured::rotation, Measured::function};
    EXPECT_EQ(enrolled(*desk)->today.measure, both);  // the first rotation takes two days
    desk.put(rotation("m2", "2026-11-23T07:00:00Z"));
    EXPECT_EQ(enrolled(*desk)->today.measure, std::vector{Measured::function});
}

TEST(Enrolled, TellsOfAProgramThatIsDoneUntilTheNextSession) {
    ADesk desk;
    desk.write_config("programs/short.toml", R"(format = 1
name = "Short"
summary = "Two weeks."
per_week = 2
tokens = 0
repeat_below = 1

[[week]]
cap = 1
sessions = ["*", "*"]

[[week]]
cap = 1
sessions = ["*", "*"]

[after]
per_week = 1
sessions = ["*"]
)");
    desk.anew();
    Enrolment in_short = enrolment("2026-11-02");
    in_short.program = "short";
    desk.put(in_short);
    for (const std::string on : {"2026-11-03", "2026-11-05", "2026-11-10"}) {
        desk.put(support::session("s" + on, on + "T07:00:00Z"));
    }
    const auto done = [&](const char* on) {
        return enrolled(desk->library(), *desk->history(), day(on))->just_done;
    };
    EXPECT_FALSE(done("2026-11-15"));
    EXPECT_EQ(done("2026-11-16"), (DoneProgram{3, 4}));
    EXPECT_EQ(done("2026-11-22"), (DoneProgram{3, 4}));
    EXPECT_FALSE(done("2026-11-23")) << "that was a week ago";
    desk.put(support::session("s4", "2026-11-17T07:00:00Z"));
    EXPECT_EQ(done("2026-11-16"), (DoneProgram{3, 4}));
    EXPECT_FALSE(done("2026-11-17"));
}

TEST(Enrolled, FailsForAProgramThatIsGone) {
    ADesk desk;
    Enrolment gone = enrolment("2026-11-24");
    gone.program = "steady-sixty";
    desk.put(gone);
    EXPECT_NE(
        error_of([&] { enrolled(desk->library(), *desk->history(), tuesday); }).find("steady-six"),
        std::string::npos);
}

TEST(ChooseRoutine, TakesTheConfiguredOneWithoutAProgram) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"desk-reset\"\n");
    desk.anew();
    const ChosenRoutine chosen = choose_routine(*desk, "", tuesday);
    EXPECT_EQ(chosen.name, "desk-reset");
    EXPECT_FALSE(chosen.program());
    EXPECT_FALSE(chosen.cap());
}

TEST(ChooseRoutine, TakesTheProgramsNextOne) {
    ADesk desk;
    desk.put(enrolment("2026-11-24"));
    const ChosenRoutine chosen = choose_routine(*desk, "", tuesday);
    EXPECT_EQ(chosen.name, "gentle-day");
    EXPECT_EQ(chosen.program(), "steady-six");
    EXPECT_EQ(chosen.week(), 1);
}

TEST(ChooseRoutine, TakesTheConfiguredOneWhereTheProgramLeavesItFree) {
    ADesk desk;
    desk.write_config("programs/free.toml", R"(format = 1
name = "Free"
summary = "Whatever you like."
per_week = 1
tokens = 0
repeat_below = 1

[[week]]
cap = 1
sessions = ["*"]

[after]
per_week = 1
sessions = ["*"]
)");
    desk.anew();
    Enrolment free = enrolment("2026-11-24");
    free.program = "free";
    desk.put(free);
    const ChosenRoutine chosen = choose_routine(*desk, "", tuesday);
    EXPECT_EQ(chosen.program(), "free");
    EXPECT_EQ(chosen.name, first_routine);
}

TEST(ChooseRoutine, KeepsTheCapOfTheProgramForTheOneThatIsNamed) {
    ADesk desk;
    desk.put(enrolment("2026-11-24"));
    const ChosenRoutine chosen = choose_routine(*desk, "hip-rotation", tuesday);
    EXPECT_EQ(chosen.name, "hip-rotation");
    EXPECT_EQ(chosen.cap(), 1);
}

TEST(ChooseRoutine, LeavesAProgramAsideThatCannotBeRead) {
    ADesk desk;
    desk.write_config("programs/steady-six.toml", "format = 1\n");
    desk.anew();
    desk.put(enrolment("2026-11-24"));
    const ChosenRoutine chosen = choose_routine(*desk, "", tuesday);
    EXPECT_EQ(chosen.name, first_routine);
    ASSERT_TRUE(chosen.left_aside);
    EXPECT_NE(chosen.left_aside->find("steady-six.toml"), std::string::npos);
}

TEST(ChooseRoutine, ChangesTheScheduleOnlyWhereTheProgramPlansAnotherNumber) {
    ADesk desk;
    desk.put(enrolment("2026-11-24"),
             version("v1", "2026-11-24", "5 per week", ScheduleSource::program));
    EXPECT_FALSE(choose_routine(*desk, "", tuesday).schedule_due);
    desk.put(version("v2", "2026-11-24", "3 per week", ScheduleSource::program));
    const auto due = choose_routine(*desk, "", tuesday).schedule_due;
    ASSERT_TRUE(due);
    EXPECT_EQ(due->rule, "5 per week");
    EXPECT_EQ(due->source, ScheduleSource::program);
}

TEST(PlansInForce, HaveWhatFollowsTheWeeksFromTheDayAfterThem) {
    ADesk desk;
    desk.anew("2026-11-02T09:00:00Z");
    join_program(*desk, "first-week");
    desk.anew("2026-11-08T12:00:00Z");
    EXPECT_EQ(schedules_in_force(*desk, desk->store()).size(), 1U);
    // Nothing was started since: the next start records it.
    desk.anew("2026-11-20T12:00:00Z");
    const auto versions = schedules_in_force(*desk, desk->store());
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[1].valid_from, day("2026-11-09"));
    EXPECT_EQ(versions[1].rule, "3 per week");
    EXPECT_EQ(versions[1].source, ScheduleSource::program);
    EXPECT_EQ(desk->store().schedules().size(), 1U);
    const auto plans = plans_in_force(*desk, desk->store(), day("2026-11-01"));
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(schedule::version_in_force(plans[0], day("2026-11-09"))->rule.n, 3);
    EXPECT_EQ(schedule::version_in_force(plans[0], day("2026-11-08"))->rule.n, 7);
}

TEST(JoinProgram, BringsAScheduleAndLetsTheOwnOneWait) {
    ADesk desk;
    desk.put(version("v1", "2026-11-01", "mon,wed"));
    const Joined joined = join_program(*desk, "steady-six");
    EXPECT_EQ(joined.waiting_rule, "mon,wed");
    ASSERT_TRUE(joined.enrolled);
    EXPECT_EQ(schedule_on(desk->history()->schedules(), tuesday)->source, ScheduleSource::program);
    EXPECT_NE(error_of([&] { join_program(*desk, "steady-six"); }).find("since 2026-11-24"),
              std::string::npos);
}

TEST(JoinProgram, LetsNothingWaitWhereNothingIsPlanned) {
    ADesk desk;
    desk.put(version("v1", "2026-11-01", "none"));
    EXPECT_EQ(join_program(*desk, "steady-six").waiting_rule, "");
}

TEST(JoinProgram, RefusesOneThatDoesNotExistBeforeItMakesAHistory) {
    ADesk desk;
    EXPECT_NE(error_of([&] { join_program(*desk, "steady-sx"); }).find("steady-six"),
              std::string::npos);
    EXPECT_EQ(desk->history(), nullptr);
}

TEST(LeaveProgram, BringsTheOwnScheduleBack) {
    ADesk desk;
    desk.put(version("v1", "2026-11-01", "mon,wed"));
    join_program(*desk, "steady-six");
    desk.anew("2026-11-30T12:00:00Z");
    const Left left = leave_program(*desk);
    EXPECT_EQ(left.program, "steady-six");
    EXPECT_TRUE(left.changes_schedule);
    EXPECT_EQ(left.own_rule, "mon,wed");
    EXPECT_FALSE(current_enrolment(*desk->history(), day("2026-11-30")));
}

TEST(LeaveProgram, LeavesNothingScheduledWhereTheUserHadNoScheduleOfTheirOwn) {
    ADesk desk;
    join_program(*desk, "steady-six");
    const Left left = leave_program(*desk);
    EXPECT_TRUE(left.changes_schedule);
    EXPECT_FALSE(left.own_rule);
}

TEST(LeaveProgram, LeavesAScheduleOfTheUsersOwnAlone) {
    ADesk desk;
    join_program(*desk, "steady-six");
    desk.put(version("v2", "2026-11-24", "fri"));
    EXPECT_FALSE(leave_program(*desk).changes_schedule);
}

TEST(LeaveProgram, NeedsOne) {
    ADesk desk;
    try {
        leave_program(*desk);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::nothing);
    }
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

}  // namespace
}  // namespace hipflow::today
