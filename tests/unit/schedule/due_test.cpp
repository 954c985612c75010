// SPDX-License-Identifier: MIT
#include "schedule/due.h"

#include <gtest/gtest.h>

#include "unit/schedule/plans.h"

namespace hipflow::schedule {
namespace {

using namespace std::chrono_literals;

/// A zone without changes of the clocks, at UTC.
Instant utc(Day calendar_day, Millis time) {
    return Instant(calendar_day.time_since_epoch() + time);
}

const ReminderRules rules = [] {
    ReminderRules with;
    with.day_starts = 4h;
    return with;
}();

DueFacts at(const char* now) {
    const Instant instant = parse_instant(std::string(now) + "Z").value().at;
    DueFacts facts;
    facts.now = {instant, 0s, local_day(instant, 0s, rules.day_starts)};
    return facts;
}

/// "am due, pm not_yet".
std::string verdicts(const DayPlan& plan, const DueFacts& facts,
                     const ReminderRules& with = rules) {
    std::string text;
    for (const auto& item : due_items(plan, facts, with, utc)) {
        text += text.empty() ? "" : ", ";
        text += item.kind == DueKind::morning ? "morning" : item.slot;
        text += (item.slot.empty() && item.kind == DueKind::session ? "" : " ");
        text += word(item.verdict);
    }
    return text;
}

const DayPlan twice = plan({{"2026-11-02", "daily at am,pm"}});

TEST(Due, NothingIsWithoutASchedule) {
    DueFacts facts = at("2026-11-10T09:00");
    facts.morning_owed = day("2026-11-09");
    EXPECT_EQ(verdicts(plan({}), facts), "");
    EXPECT_EQ(verdicts(plan({{"2026-11-01", "daily"}, {"2026-11-10", "none"}}), facts), "");
}

TEST(Due, ASlotIsFromItsTimeToTheEndOfTheGrace) {
    EXPECT_EQ(verdicts(twice, at("2026-11-10T07:59")), "am not_yet, pm not_yet");
    EXPECT_EQ(verdicts(twice, at("2026-11-10T08:00")), "am due, pm not_yet");
    EXPECT_EQ(verdicts(twice, at("2026-11-10T11:00")), "am due, pm not_yet");
    EXPECT_EQ(verdicts(twice, at("2026-11-10T11:01")), "am too_late, pm not_yet");
    EXPECT_EQ(verdicts(twice, at("2026-11-10T18:00")), "am too_late, pm due");
}

TEST(Due, ASlotWithoutATimeIsUntilItsDayEnds) {
    const DayPlan untimed = plan({{"2026-11-02", "daily"}});
    EXPECT_EQ(verdicts(untimed, at("2026-11-10T08:59")), "not_yet");
    EXPECT_EQ(verdicts(untimed, at("2026-11-10T09:00")), "due");
    EXPECT_EQ(verdicts(untimed, at("2026-11-11T03:59")), "due");
    EXPECT_EQ(verdicts(untimed, at("2026-11-11T04:00")), "not_yet");
}

TEST(Due, ALateSlotOfYesterdayIsWithinItsGrace) {
    const DayPlan night = plan({{"2026-11-02", "daily at 03:30"}});
    EXPECT_EQ(verdicts(night, at("2026-11-10T04:30")), "03:30 due, 03:30 not_yet");
    EXPECT_EQ(verdicts(night, at("2026-11-10T12:00")), "03:30 not_yet");
}

TEST(Due, ASessionFulfilsTheNearestSlot) {
    DueFacts facts = at("2026-11-10T18:10");
    facts.sessions = {{day("2026-11-10"), utc(day("2026-11-10"), 17h + 20min), false}};
    EXPECT_EQ(verdicts(twice, facts), "am too_late, pm done");
    facts.sessions.front().started = utc(day("2026-11-10"), 9h);
    EXPECT_EQ(verdicts(twice, facts), "am done, pm due");
    facts.sessions.push_back({day("2026-11-10"), utc(day("2026-11-10"), 10h), true});
    EXPECT_EQ(verdicts(twice, facts), "am done, pm going_on");
}

TEST(Due, APausedNumberPerWeekIsToldAsPaused) {
    const DayPlan paused = plan({{"2026-11-02", "3 per week"}},
                                {excuse("2026-11-09", std::nullopt, ExcuseKind::paused)});
    EXPECT_EQ(verdicts(paused, at("2026-11-10T09:30")), "paused");
    const DayPlan skipped = plan({{"2026-11-02", "3 per week at am"}},
                                 {excuse("2026-11-10", day("2026-11-10"), ExcuseKind::excused)});
    EXPECT_EQ(verdicts(skipped, at("2026-11-10T09:30")), "am excused");
}

TEST(Due, WhatIsExcusedOrPausedIsNot) {
    const DayPlan excused =
        plan({{"2026-11-02", "daily at am,pm"}},
             {excuse("2026-11-10", day("2026-11-10"), ExcuseKind::excused, "am"),
              excuse("2026-11-11", std::nullopt, ExcuseKind::paused)});
    EXPECT_EQ(verdicts(excused, at("2026-11-10T08:30")), "am excused, pm not_yet");
    EXPECT_EQ(verdicts(excused, at("2026-11-20T08:30")), "am paused, pm paused");
}

TEST(Due, QuietHoursGoOverMidnight) {
    const DayPlan untimed = plan({{"2026-11-02", "daily"}});
    ReminderRules quiet = rules;
    quiet.quiet = QuietHours{21h, 10h};
    EXPECT_EQ(verdicts(untimed, at("2026-11-10T09:59"), quiet), "quiet");
    EXPECT_EQ(verdicts(untimed, at("2026-11-10T10:00"), quiet), "due");
    EXPECT_EQ(verdicts(untimed, at("2026-11-10T20:59"), quiet), "due");
    EXPECT_EQ(verdicts(untimed, at("2026-11-10T21:00"), quiet), "quiet");
    EXPECT_EQ(verdicts(untimed, at("2026-11-11T01:00"), quiet), "quiet");
}

TEST(Due, SnoozeHoldsAllBackUntilItEnds) {
    DueFacts facts = at("2026-11-10T08:30");
    facts.snoozed_until = utc(day("2026-11-10"), 9h);
    EXPECT_EQ(verdicts(twice, facts), "am snoozed, pm not_yet");
    facts.snoozed_until = utc(day("2026-11-10"), 8h + 30min);
    EXPECT_EQ(verdicts(twice, facts), "am due, pm not_yet");
}

TEST(Due, AnOccurrenceIsToldOnce) {
    DueFacts facts = at("2026-11-10T08:30");
    facts.told = {"session 2026-11-10 am"};
    EXPECT_EQ(verdicts(twice, facts), "am told, pm not_yet");
}

TEST(Due, AMorningScoreThatIsOwedComesFirst) {
    DueFacts facts = at("2026-11-10T08:30");
    facts.morning_owed = day("2026-11-09");
    EXPECT_EQ(verdicts(twice, facts), "morning due, am due, pm not_yet");
    facts.told = {"morning 2026-11-09"};
    EXPECT_EQ(verdicts(twice, facts), "morning told, am due, pm not_yet");
}

TEST(Due, AnOpenWeekAsksForWhatKeepsThePace) {
    const DayPlan open = plan({{"2026-11-02", "3 per week"}});
    const auto on = [&](const char* now, std::vector<DayTotals> days) {
        DueFacts facts = at(now);
        facts.days = std::move(days);
        return verdicts(open, facts);
    };
    EXPECT_EQ(on("2026-11-09T10:00", {}), "due");
    EXPECT_EQ(on("2026-11-10T10:00", {kept("2026-11-09")}), "");
    EXPECT_EQ(on("2026-11-10T10:00", {}), "due");  // Monday's is made up for
    EXPECT_EQ(on("2026-11-11T10:00", {kept("2026-11-09")}), "due");
    EXPECT_EQ(on("2026-11-13T10:00", {kept("2026-11-09"), kept("2026-11-10")}), "due");
    EXPECT_EQ(on("2026-11-15T10:00", {kept("2026-11-09"), kept("2026-11-10"), kept("2026-11-13")}),
              "");
}

TEST(Due, PlannedDaysLeaveOutWhatIsExcused) {
    const DayPlan sick = plan({{"2026-11-02", "mon,wed,fri"}, {"2026-11-09", "3 per week"}},
                              {excuse("2026-11-04", day("2026-11-04"), ExcuseKind::excused)});
    EXPECT_EQ(planned_days(sick, day("2026-11-03"), day("2026-11-12")),
              (std::vector{day("2026-11-06"), day("2026-11-09"), day("2026-11-11")}));
}

}  // namespace
}  // namespace hipflow::schedule
