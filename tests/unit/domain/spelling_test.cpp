// SPDX-License-Identifier: MIT
#include "domain/spelling.h"

#include <gtest/gtest.h>

#include <vector>

namespace hipflow {
namespace {

const std::vector<std::string>& names() {
    static const std::vector<std::string> all = {"start", "stats", "remind", "figure-4-supine",
                                                 "glute-bridge"};
    return all;
}

TEST(EditDistance, CountsInsertionsDeletionsAndReplacements) {
    EXPECT_EQ(edit_distance("stat", "stats"), 1U);
    EXPECT_EQ(edit_distance("stats", "stat"), 1U);
    EXPECT_EQ(edit_distance("start", "stars"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, CountsASwapOfNeighboursOnce) { EXPECT_EQ(edit_distance("satrt", "start"), 1U); }

TEST(EditDistance, OfEqualWordsIsZero) {
    EXPECT_EQ(edit_distance("start", "start"), 0U);
    EXPECT_EQ(edit_distance("", ""), 0U);
}

TEST(EditDistance, FromNothingIsTheLength) {
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
}

TEST(Nearest, FindsTheWordThatWasMeant) {
    EXPECT_EQ(nearest("strat", names()), "start");
    EXPECT_EQ(nearest("remnd", names()), "remind");
    EXPECT_EQ(nearest("glute-brigde", names()), "glute-bridge");
}

TEST(Nearest, PrefersTheNearerWord) { EXPECT_EQ(nearest("statz", names()), "stats"); }

TEST(Nearest, FindsAWordByItsBeginning) {
    EXPECT_EQ(nearest("figure-4", names()), "figure-4-supine");
}

TEST(Nearest, KeepsSilentWhereNothingIsNear) {
    EXPECT_EQ(nearest("xyzzy", names()), std::nullopt);
    EXPECT_EQ(nearest("", names()), std::nullopt);
    EXPECT_EQ(nearest("fi", names()), std::nullopt) << "two letters are no hint";
    EXPECT_EQ(nearest("start", {}), std::nullopt);
}

TEST(Nearest, DoesNotTakeAShortWordForAnyOther) {
    const std::vector<std::string> known = {"abcd"};
    EXPECT_EQ(nearest("xycd", known), std::nullopt) << "half of it is something else";
}

TEST(DidYouMean, IsTheEndOfAMessage) {
    EXPECT_EQ(did_you_mean("strat", names()), " Did you mean 'start'?");
    EXPECT_EQ(did_you_mean("xyzzy", names()), "");
}

}  // namespace
}  // namespace hipflow
