// SPDX-License-Identifier: MIT
#include "schedule/tokens.h"

#include <gtest/gtest.h>

#include <vector>

#include "unit/schedule/plans.h"

namespace hipflow {
namespace {

int left(const std::vector<Day>& used, const char* today) {
    return tokens_left(day("2026-11-04"), 1, used, day(today), std::chrono::Monday);
}

TEST(Tokens, ComeWithEachWeekAndAtMostTwoAreSaved) {
    EXPECT_EQ(left({}, "2026-11-04"), 1);
    EXPECT_EQ(left({}, "2026-11-09"), 2);
    EXPECT_EQ(left({}, "2026-12-30"), 2);
}

TEST(Tokens, AreGoneWhenUsed) {
    EXPECT_EQ(left({day("2026-11-05")}, "2026-11-06"), 0);
    EXPECT_EQ(left({day("2026-11-05")}, "2026-11-09"), 1);
    EXPECT_EQ(left({day("2026-11-12")}, "2026-11-06"), 0);  // in advance
}

}  // namespace
}  // namespace hipflow
