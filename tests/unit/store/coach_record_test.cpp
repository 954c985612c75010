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

TEST(CoachRecord, OfAnEarlierSessionIsToldFromOneOfToday) {
    Session session;
    session.coach_record =
        R"({"states": [{"exercise": "dead-bug", "rung": "dead-bug-march", "given": "dead-bug-march",
            "place": 1, "lowered": 1, "resting": 0,
            "both": {"counted": [{"at": "2026-11-20T07:00:00Z", "day": "2026-11-20", "colour": "green"}]}},
            {"exercise": "clamshell", "held": "clamshell", "place": 2, "failures": 0,
             "resting": 0}]})";
    const auto record = coach_record(session);
    ASSERT_TRUE(record);
    ASSERT_EQ(record->earlier.size(), 1U);
    EXPECT_EQ(record->earlier[0].rung, "dead-bug-march");
    EXPECT_EQ(record->earlier[0].left.counted.size(), 1U);
    ASSERT_EQ(record->states.size(), 1U);
    EXPECT_EQ(record->states[0].held, "clamshell");
}

TEST(CoachRecord, IsRefusedWhereItCannotBeRead) {
    Session session;
    session.coach_record = R"({"reasons": 7})";
    EXPECT_THROW(coach_record(session), Error);
}

}  // namespace
}  // namespace hipflow::store
