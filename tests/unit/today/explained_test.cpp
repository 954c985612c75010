// SPDX-License-Identifier: MIT
#include "today/explained.h"

#include <gtest/gtest.h>

#include "domain/error.h"
#include "store/coach_record.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

/// A session in which the coach gave one exercise in place of another.
Session coached(std::string id, const std::string& exercise, const std::string& given) {
    coach::CoachRecord record;
    auto& state = record.states.emplace_back();
    state.exercise = exercise;
    state.rung = given;
    state.given = given;
    record.reasons.push_back({exercise, coach::CoachRule::stays, {}, false, "It stays."});
    record.reasons.push_back({"another", coach::CoachRule::stays, {}, false, "So does it."});
    Session session = support::session(std::move(id), "2026-11-23T07:00:00Z");
    store::set_coach_record(session, record);
    return session;
}

TEST(Explained, TodayIsThePlannedSession) {
    ADesk desk;
    const Explained today = explain_today(*desk);
    EXPECT_FALSE(today.session);
    EXPECT_EQ(today.routine, desk->settings().routine);
    EXPECT_FALSE(today.record.states.empty());
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

TEST(Explained, APastSessionIsToldAsItWasRecorded) {
    ADesk desk;
    desk.put(coached("s1", "clamshell", "clamshell"));
    const Explained past = explain_named(*desk, "last");
    EXPECT_EQ(past.session, "s1");
    ASSERT_EQ(past.record.reasons.size(), 2U);
    EXPECT_EQ(past.record.reasons.front().text, "It stays.");
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
