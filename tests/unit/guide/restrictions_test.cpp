// SPDX-License-Identifier: MIT
#include "guide/restrictions.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

using Choices = std::vector<std::size_t>;

TEST(ParseChoices, TakesNumbersHoweverTheyAreSeparated) {
    EXPECT_EQ(parse_choices("2 5", 16), (Choices{2, 5}));
    EXPECT_EQ(parse_choices("5,2", 16), (Choices{5, 2}));
    EXPECT_EQ(parse_choices(" 16 ;  1 ", 16), (Choices{16, 1}));
}

TEST(ParseChoices, KnowsNoneFromNothing) {
    EXPECT_EQ(parse_choices("0", 16), Choices{});
    EXPECT_FALSE(parse_choices("", 16));
    EXPECT_FALSE(parse_choices("0 3", 16));
}

TEST(ParseChoices, RefusesEverythingElse) {
    for (const auto* text : {"17", "-1", "2-5", "x", "2 x", "1.5"}) {
        EXPECT_FALSE(parse_choices(text, 16)) << text;
    }
}

}  // namespace
}  // namespace hipflow
