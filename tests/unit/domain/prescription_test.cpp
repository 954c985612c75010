// SPDX-License-Identifier: MIT
#include "domain/prescription.h"

#include <gtest/gtest.h>

#include "support/sessions.h"

namespace hipflow {
namespace {

using namespace support;

TEST(WithEasier, PutsTheNearestAlternateInTheStepsPlace) {
    const Prescription before = session_of({with_alternate(
        with_alternate(holds("hard", 30s), holds("easier", 20s)), holds("easiest", 10s))});
    const auto after = with_easier(before, 0);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->steps[0].work.exercise.id, "easier");
    ASSERT_EQ(after->steps[0].easier.size(), 1U);
    EXPECT_EQ(after->steps[0].easier[0].exercise.id, "easiest");
}

TEST(WithEasier, StillKnowsWhatWasPlanned) {
    const auto after =
        with_easier(session_of({with_alternate(holds("hard", 30s), holds("easier", 20s))}), 0);
    EXPECT_EQ(after.value().steps[0].planned_exercise, "hard");
}

TEST(WithEasier, LeavesOtherStepsAlone) {
    const Prescription before =
        session_of({holds("a", 30s), with_alternate(holds("hard", 30s), holds("easier", 20s))});
    EXPECT_EQ(with_easier(before, 1).value().steps[0], before.steps[0]);
}

TEST(WithEasier, IsNothingWhereNoneIsLeft) {
    EXPECT_EQ(with_easier(session_of({holds("a", 30s)}), 0), std::nullopt);
}

}  // namespace
}  // namespace hipflow
