// SPDX-License-Identifier: MIT
#include "domain/names.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

TEST(Names, OfDaysAndMonths) {
    EXPECT_EQ(weekday_name(std::chrono::Sunday), "Sunday");
    EXPECT_EQ(short_weekday(std::chrono::Thursday), "Thu");
    EXPECT_EQ(weekday_word(std::chrono::Saturday), "saturday");
    EXPECT_EQ(short_month(std::chrono::December), "Dec");
    EXPECT_EQ(short_day(Day(std::chrono::year(2026) / 9 / 3)), "3 Sep");
}

TEST(Plural, AgreesWithTheCount) {
    EXPECT_EQ(plural(0, "session"), "0 sessions");
    EXPECT_EQ(plural(1, "session"), "1 session");
    EXPECT_EQ(plural(2, "session"), "2 sessions");
    EXPECT_EQ(plural(1, "activity", "activities"), "1 activity");
    EXPECT_EQ(plural(3, "activity", "activities"), "3 activities");
}

}  // namespace
}  // namespace hipflow
