// SPDX-License-Identifier: MIT
// Scenarios of the rules (docs/design/care.md, "Rules"), numbered.
#include <gtest/gtest.h>

#include "coach/gate.h"
#include "coach/safety.h"
#include "support/coach_story.h"

namespace hipflow::coach {
namespace {

using support::reason_of;
using support::routine_of;
using support::rung_of;
using support::state_of;
using support::Story;
using support::Told;

const Told easy{.before = 2, .peak = 2, .after = 2};

/// Somebody whose mornings are 2 and who stepped up ten days before day 20.
Story steady() {
    Story story(routine_of({"two"}));
    for (const int day : {6, 8}) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    EXPECT_EQ(reason_of(story.session(11, easy)).rule, CoachRule::steps_up);
    story.morning(11, 2);
    return story;
}

TEST(Vector, V01StepsUpAfterTwoComfortableSessionsAndMornings) {
    Story story = steady();
    story.session(18, easy);
    story.morning(18, 2);
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::steps_up);
}

TEST(Vector, V02StaysWhileTheMorningIsNotEntered) {
    Story story = steady();
    story.session(18, easy);
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::stays);
}

TEST(Vector, V03StaysWithinAWeekOfTheLastStep) {
    Story story = steady();
    story.session(13, easy);
    story.morning(13, 2);
    EXPECT_EQ(reason_of(story.decided(15)).rule, CoachRule::stays);
    EXPECT_NE(reason_of(story.decided(15)).text.find("stepped up on 11 Nov"), std::string::npos);
}

TEST(Vector, V04StaysInASmallerRangeAfterOneAmber) {
    Story story = steady();
    story.session(18, {.before = 2, .peak = 4});
    const auto day = story.decided(20);
    EXPECT_EQ(reason_of(day).rule, CoachRule::amber);
    EXPECT_EQ(rung_of(day), "two") << reason_of(day).text << state_of(day).place;
    EXPECT_NE(reason_of(day).text.find("smaller range"), std::string::npos);
}

TEST(Vector, V05GoesOneLowerAfterTheSecondAmberOfThree) {
    Story story = steady();
    story.session(16, {.before = 2, .peak = 4});
    story.session(17, easy);
    story.session(18, {.before = 2, .peak = 4});
    EXPECT_EQ(rung_of(story.decided(20)), "one") << reason_of(story.decided(20)).text;
}

TEST(Vector, V06GoesOneLowerAfterARed) {
    Story story = steady();
    story.session(18, {.before = 3, .peak = 6});
    const auto day = story.decided(20);
    EXPECT_EQ(reason_of(day).rule, CoachRule::red);
    EXPECT_EQ(rung_of(day), "one");
}

TEST(Vector, V07AndV21DoNotProgressOnAGateDay) {
    for (const int before : {5, 6}) {
        Story story = steady();
        story.today.gate = Gate::gentle;
        story.session(18, {.before = before, .peak = before});
        story.morning(18, 2);
        story.today.gate = Gate::none;
        const auto day = story.decided(20);
        EXPECT_EQ(state_of(day).left.counted.back().colour, Colour::green);
        EXPECT_EQ(reason_of(day).rule, CoachRule::stays);
    }
}

TEST(Vector, V08ACutShortSessionNeitherCountsNorBreaksTheRun) {
    Story story = steady();
    story.session(17, {.before = 1, .peak = 1, .done = 0.6, .why = StopReason::time});
    story.morning(17, 2);
    EXPECT_EQ(reason_of(story.decided(18)).rule, CoachRule::stays);
    story.session(18, easy);
    story.morning(18, 2);
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::steps_up);
}

TEST(Vector, V09CutShortForPainIsAmber) {
    Story story = steady();
    story.session(18, {.before = 1, .peak = 2, .done = 0.6, .why = StopReason::pain});
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::amber);
}

TEST(Vector, V10ABadMorningLowersWhatIsStrenuousAndMakesTheDayGentle) {
    Story story(routine_of({"two", "lone"}));
    for (const int day : {6, 8, 10}) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    story.session(12, easy);
    story.morning(12, 5);
    const auto day = story.decided(13);
    EXPECT_EQ(reason_of(day).rule, CoachRule::morning);
    EXPECT_EQ(rung_of(day), "one");
    EXPECT_NE(reason_of(day, "lone").rule, CoachRule::morning);
}

TEST(Vector, V11GoingFurtherDownTheLegIsRedWhateverTheScore) {
    Story story = steady();
    story.session(18, {.before = 2,
                       .peak = 2,
                       .after = 2,
                       .before_site = Site::buttock,
                       .after_site = Site::lower_leg});
    const auto day = story.decided(20);
    EXPECT_EQ(reason_of(day).rule, CoachRule::rests);
    EXPECT_TRUE(day.standings.at("two").left_out);
}

TEST(Vector, V12DrawingBackTowardsTheSpineIsNotHeldAgainstIt) {
    Story story = steady();
    story.session(18, {.before = 4,
                       .peak = 5,
                       .after = 4,
                       .before_site = Site::lower_leg,
                       .after_site = Site::buttock});
    const auto day = story.decided(20);
    EXPECT_EQ(reason_of(day).rule, CoachRule::stays);
    EXPECT_EQ(state_of(day).left.counted.back().colour, Colour::green);  // of day 11
}

TEST(Vector, V13BothSidesStayWhileOneIsNotReady) {
    Story story = steady();
    story.session(18, {.before = 2, .peak = 4, .peak_side = Side::right});
    story.morning(18, 2);
    const auto day = story.decided(20);
    EXPECT_EQ(reason_of(day).rule, CoachRule::amber);
    EXPECT_EQ(reason_of(day).side, Side::right);
    EXPECT_EQ(state_of(day).left.counted.back().colour, Colour::green);
}

TEST(Vector, V14AfterSixteenDaysOneLowerWithoutAWordOnIt) {
    Story story = steady();
    const auto day = story.decided(27);
    EXPECT_EQ(rung_of(day), "one");
    EXPECT_EQ(reason_of(day).text, "The one: an easy start again.");
}

TEST(Vector, V15AtEightRestIsTheDefault) {
    EXPECT_EQ(decide_gate(PainScore::from(8), std::nullopt, {}).gate, Gate::rest);
}

TEST(Vector, V16NumbnessIsRed) {
    Story story = steady();
    story.session(18, {.before = 0, .peak = 0, .symptoms = {SymptomKind::numbness}});
    EXPECT_TRUE(story.decided(20).standings.at("two").left_out);
}

TEST(Vector, AJointThatGaveWayIsRedAndSaidToBeThat) {
    Story story = steady();
    story.session(18, {.before = 0, .peak = 0, .symptoms = {SymptomKind::gave_way}});
    const auto day = story.decided(20);
    EXPECT_EQ(reason_of(day).rule, CoachRule::red);
    EXPECT_NE(reason_of(day).text.find("a joint gave way or caught on 18 Nov"), std::string::npos)
        << reason_of(day).text;
}

TEST(Vector, NumbnessBetweenTheLegsIsBlackForAllOfTheSession) {
    Past past;
    past.symptoms.emplace_back().kind = SymptomKind::saddle;
    const Exposure told = exposure_of(past, "two", Side::left, false);
    EXPECT_EQ(colour_of(told, {}), Colour::black);
}

TEST(Vector, V17ARiseOfThreeIsAmber) {
    Story story = steady();
    story.session(18, {.before = 0, .peak = 3});
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::amber);
}

TEST(Vector, V18StaysAfterAHardSession) {
    Story story = steady();
    story.session(18, {.before = 2, .peak = 2, .after = 2, .effort = Effort::hard});
    story.morning(18, 2);
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::stays);
}

TEST(Vector, V19ARiseOfThreeToFiveIsRed) {
    Story story = steady();
    story.session(18, {.before = 2, .peak = 5});
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::red);
}

TEST(Vector, V20ARiseOfTwoIsNoReasonToStepUp) {
    Story story = steady();
    for (const int day : {16, 18}) {
        story.session(day, {.before = 0, .peak = 2});
        story.morning(day, 0);
    }
    EXPECT_EQ(reason_of(story.decided(20)).rule, CoachRule::stays);
}

}  // namespace
}  // namespace hipflow::coach
