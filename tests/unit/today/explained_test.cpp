// SPDX-License-Identifier: MIT
#include "today/explained.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "domain/error.h"
#include "store/coach_record.h"
#include "support/a_desk.h"
#include "today/beginnings.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

/// A session in which the coach gave one exercise in place of another.
Session coached(std::string id, const std::string& exercise, const std::string& given) {
    coach::CoachRecord record;
    auto& state = record.states.emplace_back();
    state.exercise = given;
    state.held = exercise;
    record.reasons.push_back({exercise, coach::CoachRule::stays, {}, false, "It stays.", given});
    record.reasons.push_back({"another", coach::CoachRule::stays, {}, false, "So does it."});
    Session session = support::session(std::move(id), "2026-11-23T07:00:00Z");
    store::set_coach_record(session, record);
    return session;
}

TEST(Explained, TodayIsThePlannedSession) {
    ADesk desk;
    const Explained today = explain_today(*desk);
    EXPECT_FALSE(today.session);
    EXPECT_EQ(today.routine, first_routine);
    EXPECT_FALSE(today.record.reasons.empty());
}

TEST(Explained, TodayKnowsTheUsualMorning) {
    ADesk desk;
    desk->store();
    EXPECT_FALSE(explain_today(*desk).usual);
    for (int i = 1; i <= 7; ++i) {
        const std::string on = fmt::format("2026-11-1{}T08:00:00Z", i);
        desk.put(support::reading(on, Moment::morning, 3, on));
    }
    EXPECT_EQ(explain_today(*desk).usual, 3);
}

TEST(Explained, WhatStandsAgainstTodayIsAllThatIsTold) {
    ADesk desk;
    desk.put(support::symptom("y1", SymptomKind::weakness, "2026-11-24T07:00:00Z"));
    const Explained today = explain_today(*desk);
    ASSERT_TRUE(today.against);
    EXPECT_TRUE(today.record.states.empty());
    EXPECT_TRUE(today.record.reasons.empty());
    EXPECT_EQ(today.record.gate, today.against);
}

TEST(Explained, AnExerciseOfTodayIsNamedAsTheRoutineDoes) {
    ADesk desk;
    Explained today;
    today.record = *store::coach_record(coached("s1", "clamshell", "clamshell-easy"));
    EXPECT_EQ(explain_exercise(*desk, today, "clamshell-easy").exercise, "clamshell");
    EXPECT_FALSE(explain_exercise(*desk, today, "clamshell").explained.session);
}

TEST(Explained, AnExerciseThatWasLeftOutIsNamedByItsPlaceOnTheLadder) {
    coach::CoachRecord record = *store::coach_record(coached("s1", "clamshell", "clamshell-easy"));
    record.states.front().held.reset();
    EXPECT_EQ(planned_name(record, "clamshell-easy"), "clamshell");
    EXPECT_FALSE(planned_name(record, "a-third"));
}

TEST(Explained, AnExerciseOfAnEarlierRecordIsNamedByItsPlaceOnTheLadder) {
    coach::CoachRecord record;
    auto& state = record.earlier.emplace_back();
    state.exercise = "clamshell";
    state.rung = "clamshell-easy";
    EXPECT_EQ(planned_name(record, "clamshell-easy"), "clamshell");
}

TEST(Explained, OnlyOneExerciseIsLeftOfTheRecord) {
    coach::CoachRecord record = *store::coach_record(coached("s1", "clamshell", "clamshell"));
    record.states.emplace_back().exercise = "another";
    record = only_of(record, "another");
    ASSERT_EQ(record.states.size(), 1U);
    EXPECT_EQ(record.states.front().exercise, "another");
    ASSERT_EQ(record.reasons.size(), 1U);
    EXPECT_EQ(record.reasons.front().text, "So does it.");
}

TEST(Explained, AnExerciseThatIsNotOfTodayIsExplainedByItsLastSession) {
    ADesk desk;
    desk.put(coached("s1", "clamshell", "clamshell"));
    const ExplainedExercise last = explain_exercise(*desk, {}, "clamshell");
    EXPECT_EQ(last.explained.session, "s1");
    EXPECT_EQ(last.exercise, "clamshell");
    EXPECT_EQ(only_of(last.explained.record, "clamshell").reasons.size(), 1U);
}

TEST(Explained, AnExerciseOfNoSessionIsNotFound) {
    ADesk desk;
    Explained today;
    today.routine = "mine";
    try {
        explain_exercise(*desk, today, "clamshell");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::nothing);
        EXPECT_NE(std::string(error.what()).find("not in 'mine'"), std::string::npos);
    }
}

TEST(Explained, WhatPainMadeOfAPastSessionIsToldAfterwards) {
    ADesk desk;
    coach::CoachRecord record;
    record.gate = "Pain now is 8.";
    record.before = PainScore::from(8);
    Session rest = support::session("s1", "2026-11-23T07:00:00Z");
    rest.status = SessionStatus::rested;
    rest.gate = Gate::rest;
    store::set_coach_record(rest, record);
    desk.put(rest);
    EXPECT_EQ(explain_named(*desk, "last").at_the_start, "A day of rest: pain was 8 at the start.");
    Session gentle = support::session("s2", "2026-11-24T07:00:00Z");
    record.gate = "Pain now is 5.";
    gentle.gate = Gate::gentle;
    store::set_coach_record(gentle, record);
    desk.put(gentle);
    const Explained past = explain_named(*desk, "last");
    EXPECT_EQ(past.at_the_start, "At the start hipflow said: \"Pain now is 5.\"");
    EXPECT_EQ(past.record.gate, "Pain now is 5.");
}

TEST(Explained, WithoutASessionThereIsNoLastOne) {
    ADesk desk;
    EXPECT_EQ(error_of([&] { explain_named(*desk, "last"); }), "no session has been recorded yet");
    desk.put(support::reading("c1", Moment::checkin, 3, "2026-11-23T07:00:00Z"));
    EXPECT_EQ(error_of([&] { explain_named(*desk, "last"); }), "no session has been recorded yet");
}

TEST(Explained, APastSessionIsToldAsItWasRecorded) {
    ADesk desk;
    desk.put(coached("s1", "clamshell", "clamshell"));
    const Explained past = explain_named(*desk, "last");
    EXPECT_EQ(past.session, "s1");
    ASSERT_EQ(past.record.reasons.size(), 2U);
    EXPECT_EQ(past.record.reasons.front().text, "It stays.");
}

TEST(Explained, ASessionIsNamedByAnyDayOfTheVocabulary) {
    ADesk desk;
    desk.put(coached("s1", "clamshell", "clamshell"),
             support::session("s2", "2026-11-24T07:00:00Z"));
    for (const char* day : {"yesterday", "monday", "2026-11-23"}) {
        EXPECT_EQ(explain_named(*desk, day).session, "s1") << day;
    }
}

TEST(Explained, WhatWasEnteredByHandLaterDidNotDecideASession) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-22T07:00:00Z"));
    Session reported = support::session("s2", "2026-11-23T07:00:00Z");
    reported.source = Source::reported;
    desk.put(reported, support::session("s3", "2026-11-24T07:00:00Z"));
    EXPECT_FALSE(explain_named(*desk, "2026-11-22").entered_by_hand);
    EXPECT_FALSE(explain_named(*desk, "2026-11-23").entered_by_hand);
    EXPECT_TRUE(explain_named(*desk, "2026-11-24").entered_by_hand);
}

TEST(Explained, ANameThatMeansNothingMayBeAMisspeltExercise) {
    ADesk desk;
    EXPECT_TRUE(is_exercise(desk->library(), "clamshell"));
    EXPECT_FALSE(is_exercise(desk->library(), "clamshel"));
    EXPECT_NE(error_of([&] { explain_named(*desk, "clamshel"); }).find("'clamshell'"),
              std::string::npos);
}

}  // namespace
}  // namespace hipflow::today
