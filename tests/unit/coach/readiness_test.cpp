// SPDX-License-Identifier: MIT
#include "coach/readiness.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow::coach {
namespace {

Counted comfortable(std::string_view at) {
    Counted exposure;
    exposure.at = support::stamp(at).at;
    exposure.day = support::stamp(at).local_day;
    exposure.before = PainScore::from(2);
    exposure.rise = 0;
    return exposure;
}

DayAfter morning(std::string_view day, std::optional<MorningColour> colour) {
    DayAfter after;
    after.day = support::day(day);
    after.colour = colour;
    return after;
}

class ReadinessTest : public ::testing::Test {
   protected:
    Readiness on(std::string_view today) const {
        return readiness(side, mornings, {}, support::day(today));
    }

    SideState side{{comfortable("2026-11-21T08:00:00Z"), comfortable("2026-11-23T08:00:00Z")}};
    std::vector<DayAfter> mornings{morning("2026-11-21", MorningColour::ok),
                                   morning("2026-11-23", std::nullopt)};
};

TEST_F(ReadinessTest, WhatIsBehindAMorningToComeIsKept) {
    for (const char* today : {"2026-11-23", "2026-11-24", "2026-12-01"}) {
        const Readiness ready = on(today);
        EXPECT_TRUE(ready.waits) << today;
        EXPECT_TRUE(ready.comfortable.empty()) << today;
        EXPECT_EQ(ready.behind, std::vector{support::day("2026-11-21")}) << today;
    }
}

TEST_F(ReadinessTest, AMorningThatStaysUnknownEndsTheRun) {
    const Readiness ready = on("2026-12-02");
    EXPECT_FALSE(ready.waits);
    EXPECT_TRUE(ready.behind.empty());
    EXPECT_EQ(ready.spoilt_by, "the morning after 23 Nov is not known");
}

TEST_F(ReadinessTest, AMorningThatWasAsUsualCountsBoth) {
    mornings.back().colour = MorningColour::ok;
    const Readiness ready = on("2026-11-24");
    EXPECT_FALSE(ready.waits);
    EXPECT_EQ(ready.comfortable.size(), 2U);
    EXPECT_TRUE(ready.behind.empty());
}

TEST_F(ReadinessTest, ASessionThatWasHardIsNotWaitedFor) {
    side.counted.back().effort = Effort::hard;
    const Readiness ready = on("2026-11-23");
    EXPECT_FALSE(ready.waits);
    EXPECT_TRUE(ready.behind.empty());
    EXPECT_EQ(ready.spoilt_by, "the session of 23 Nov was hard");
}

}  // namespace
}  // namespace hipflow::coach
