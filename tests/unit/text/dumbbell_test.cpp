// SPDX-License-Identifier: MIT
#include "text/dumbbell.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

TEST(Dumbbell, ShowsWhereAValueWasAndIs) {
    EXPECT_EQ(dumbbell(3, 6, 10, 11, true), "···o··●····");
    EXPECT_EQ(dumbbell(3, 6, 10, 11, false), "...o..*....");
    EXPECT_EQ(dumbbell({}, 0, 10, 11, false), "*..........");
    EXPECT_EQ(dumbbell(10, 10, 10, 11, false), "..........*");
}

TEST(Dumbbell, KeepsWhatIsBeyondAnEndAtIt) {
    EXPECT_EQ(dumbbell(-5, 99, 10, 11, false), "o.........*");
}

}  // namespace
}  // namespace hipflow
