// SPDX-License-Identifier: MIT
#include "store/coach_record.h"

#include <gtest/gtest.h>

#include "domain/error.h"

namespace hipflow::store {
namespace {

TEST(CoachRecord, IsNotKnownOfASessionFromBeforeTheCoachKeptOne) {
    EXPECT_FALSE(coach_record(Session{}));
}

TEST(CoachRecord, IsReadAsItWasSet) {
    coach::CoachRecord record;
    record.gate = "Pain was 4.";
    record.before = PainScore::from(4);
    record.reasons.push_back({"clamshell", coach::CoachRule::steps_up, Side::left, true, "More."});
    record.states.emplace_back().exercise = "clamshell";
    record.unscored = {"clamshell"};
    record.times = {{"clamshell", 12}};
    Session session;
    set_coach_record(session, record);
    EXPECT_EQ(coach_record(session), record);
    set_coach_record(session, {});
    EXPECT_EQ(coach_record(session), coach::CoachRecord{});
}

TEST(CoachRecord, IsRefusedWhereItCannotBeRead) {
    Session session;
    session.coach_record = R"({"reasons": 7})";
    EXPECT_THROW(coach_record(session), Error);
}

}  // namespace
}  // namespace hipflow::store
