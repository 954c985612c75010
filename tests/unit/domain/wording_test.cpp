// SPDX-License-Identifier: MIT
#include "domain/wording.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

TEST(Wording, NumbersUpToTenAreWords) {
    EXPECT_EQ(number_word(0), "no");
    EXPECT_EQ(number_word(1), "one");
    EXPECT_EQ(number_word(10), "ten");
    EXPECT_EQ(number_word(11), "11");
}

TEST(Wording, ASentenceBeginsWithACapital) {
    EXPECT_EQ(with_capital("nothing is left"), "Nothing is left");
    EXPECT_EQ(with_capital("11 are left"), "11 are left");
    EXPECT_EQ(with_capital("'one' is left"), "'one' is left");
    EXPECT_EQ(with_capital("über"), "über");
    EXPECT_EQ(with_capital(""), "");
}

}  // namespace
}  // namespace hipflow
