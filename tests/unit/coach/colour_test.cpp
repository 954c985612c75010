// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coach/exposure.h"

namespace hipflow::coach {
namespace {

std::optional<PainScore> score(int value) { return PainScore::from(value); }

Exposure felt(std::optional<PainScore> before, std::optional<PainScore> peak) {
    Exposure exposure;
    exposure.before = before;
    exposure.peak = peak;
    return exposure;
}

Colour colour(const Exposure& exposure) { return colour_of(exposure, {}); }

struct Vector {
    int number;
    Exposure exposure;
    Colour expected;
};

/// The scenarios of vectors_test.cpp that decide a colour.
TEST(Colour, IsThatOfTheTestVectors) {
    Exposure v1 = felt(score(2), score(2));
    v1.after = score(2);
    Exposure v8 = felt(score(1), score(1));
    v8.done = 0.6;
    v8.why = StopReason::time;
    Exposure v9 = felt(score(1), score(2));
    v9.done = 0.6;
    v9.why = StopReason::pain;
    Exposure v11 = felt(std::nullopt, score(2));
    v11.distance_before = 2;
    v11.distance_after = 4;
    Exposure v12 = felt(score(4), score(5));
    v12.distance_before = 4;
    v12.distance_after = 2;
    Exposure v16 = felt(score(0), score(0));
    v16.numbness = true;
    const std::vector<Vector> vectors = {{1, v1, Colour::green},
                                         {4, felt(score(2), score(4)), Colour::amber},
                                         {6, felt(score(3), score(6)), Colour::red},
                                         {7, felt(score(6), score(6)), Colour::green},
                                         {8, v8, Colour::grey},
                                         {9, v9, Colour::amber},
                                         {11, v11, Colour::red},
                                         {12, v12, Colour::grey},
                                         {16, v16, Colour::red},
                                         {17, felt(score(0), score(3)), Colour::amber},
                                         {19, felt(score(2), score(5)), Colour::red},
                                         {20, felt(score(0), score(2)), Colour::green},
                                         {21, felt(score(5), score(5)), Colour::green}};
    for (const Vector& vector : vectors) {
        EXPECT_EQ(word(colour(vector.exposure)), word(vector.expected))
            << "vector " << vector.number;
    }
}

/// Scores during an exercise, at each threshold (docs/design/care.md, "Colour of an exposure").
TEST(Colour, OfAPeakIsThatOfThePainLadder) {
    struct Case {
        int before;
        int peak;
        Colour expected;
    };
    for (const Case& c : std::vector<Case>{{3, 3, Colour::green},
                                           {1, 3, Colour::green},
                                           {0, 2, Colour::green},
                                           {4, 4, Colour::green},
                                           {3, 4, Colour::amber},
                                           {4, 5, Colour::amber},
                                           {3, 5, Colour::amber},
                                           {0, 4, Colour::amber},
                                           {2, 5, Colour::red},
                                           {5, 6, Colour::red},
                                           {6, 6, Colour::green},
                                           {8, 8, Colour::green},
                                           {8, 9, Colour::red},
                                           {5, 2, Colour::green}}) {
        EXPECT_EQ(word(colour(felt(score(c.before), score(c.peak)))), word(c.expected))
            << "from " << c.before << " to " << c.peak;
    }
}

TEST(Colour, IsBlackForAnEmergencyWhateverElse) {
    Exposure exposure = felt(score(0), score(0));
    exposure.emergency = true;
    EXPECT_EQ(colour(exposure), Colour::black);
}

TEST(Colour, IsBlackForNewWeakness) {
    Exposure exposure = felt(score(0), score(8));
    exposure.weakness = true;
    EXPECT_EQ(colour(exposure), Colour::black);
}

TEST(Colour, IsRedForEachStopSignWithoutAnyScore) {
    for (bool Exposure::*sign :
         {&Exposure::sharp, &Exposure::numbness, &Exposure::giving_way, &Exposure::further}) {
        Exposure exposure;
        exposure.*sign = true;
        EXPECT_EQ(colour(exposure), Colour::red);
    }
}

TEST(Colour, IsRedWhenSymptomsTravelBeyondTheHip) {
    Exposure exposure = felt(score(2), score(2));
    exposure.distance_before = 2;
    exposure.distance_after = 3;
    EXPECT_EQ(colour(exposure), Colour::red);
}

TEST(Colour, IsNotRedForSymptomsThatStayInTheLeg) {
    Exposure exposure = felt(score(2), score(2));
    exposure.distance_before = 4;
    exposure.distance_after = 4;
    EXPECT_EQ(colour(exposure), Colour::green);
}

TEST(Colour, IsAmberWhenSymptomsMoveFromTheBackToTheHip) {
    Exposure exposure = felt(score(2), score(2));
    exposure.distance_before = 1;
    exposure.distance_after = 2;
    EXPECT_EQ(colour(exposure), Colour::amber);
}

TEST(Colour, IsNotAmberForSymptomsThatStayAtTheHip) {
    Exposure exposure = felt(score(2), score(2));
    exposure.distance_before = 2;
    exposure.distance_after = 2;
    EXPECT_EQ(colour(exposure), Colour::green);
}

TEST(Colour, IsAmberForAWorseScoreAfterTheSession) {
    Exposure exposure = felt(score(1), score(1));
    exposure.after = score(3);
    EXPECT_EQ(colour(exposure), Colour::amber);
}

TEST(Colour, IsNotAmberForALowScoreAfterTheSession) {
    Exposure exposure = felt(score(0), score(0));
    exposure.after = score(2);
    EXPECT_EQ(colour(exposure), Colour::green);
}

TEST(Colour, NeverHoldsAgainstAnExerciseThatSymptomsDrewBack) {
    Exposure exposure = felt(score(1), score(1));
    exposure.after = score(3);
    exposure.distance_before = 3;
    exposure.distance_after = 1;
    EXPECT_EQ(colour(exposure), Colour::grey);
}

TEST(Colour, OfAStopForPainIsAmberOnlyBelowFourFifths) {
    Exposure exposure = felt(score(1), score(1));
    exposure.why = StopReason::pain;
    exposure.done = 0.79;
    EXPECT_EQ(colour(exposure), Colour::amber);
    exposure.done = 0.8;
    EXPECT_EQ(colour(exposure), Colour::grey);
}

TEST(Colour, IsGreyWithoutAPeak) { EXPECT_EQ(colour(felt(score(2), std::nullopt)), Colour::grey); }

TEST(Colour, IsGreyForLessThanNineteenTwentieths) {
    Exposure exposure = felt(score(2), score(2));
    exposure.done = 0.94;
    EXPECT_EQ(colour(exposure), Colour::grey);
    exposure.done = 0.95;
    EXPECT_EQ(colour(exposure), Colour::green);
}

TEST(Colour, TakesThePeakForARiseWhereTheStartIsNotKnown) {
    EXPECT_EQ(colour(felt(std::nullopt, score(3))), Colour::amber);
    EXPECT_EQ(colour(felt(std::nullopt, score(6))), Colour::red);
}

TEST(Colour, FollowsTheThresholdsOfTheSettings) {
    PainThresholds careful;
    careful.red_peak = 4;
    EXPECT_EQ(colour_of(felt(score(3), score(4)), careful), Colour::red);
}

TEST(ColourAfter, IsThatOfThePainLadder) {
    EXPECT_EQ(colour_after(score(1), score(3), {}), Colour::amber);
    EXPECT_EQ(colour_after(score(2), score(3), {}), Colour::green);
    EXPECT_EQ(colour_after(score(0), score(2), {}), Colour::green);
    EXPECT_EQ(colour_after(score(5), score(2), {}), Colour::green);
}

TEST(ColourAfter, IsGreyWhereOneOfTheScoresIsNotKnown) {
    EXPECT_EQ(colour_after(std::nullopt, score(9), {}), Colour::grey);
    EXPECT_EQ(colour_after(score(9), std::nullopt, {}), Colour::grey);
}

PerformedSet set_of(int step, const std::string& exercise) {
    PerformedSet set;
    set.step = step;
    set.planned_exercise = exercise;
    set.exercise = exercise;
    set.planned = Millis(1000);
    set.actual = Millis(1000);
    set.status = SetStatus::done;
    return set;
}

PainReading felt_at(Moment moment, Site site, std::optional<Site> furthest = std::nullopt) {
    PainReading reading;
    reading.moment = moment;
    reading.score = *PainScore::from(3);
    reading.site = site;
    reading.furthest = furthest;
    return reading;
}

/// A session of three, none of which hurt more than the start.
Past none_hurt_more(const PainReading& before, const PainReading& after) {
    Past past;
    past.session.hurt_more = HurtMore::none;
    past.sets = {set_of(1, "one"), set_of(2, "two"), set_of(3, "three")};
    past.readings = {before, after};
    return past;
}

Colour colour_in(const Past& past, const char* exercise) {
    return colour(exposure_of(past, exercise, Side::left, true));
}

TEST(Furthest, IsKnownApartFromWhereItIsStrongest) {
    EXPECT_EQ(distance_of(felt_at(Moment::before, Site::low_back)), 1);
    EXPECT_EQ(distance_of(felt_at(Moment::before, Site::low_back, Site::foot)), 5);
    EXPECT_EQ(distance_of(felt_at(Moment::after, Site::thigh, Site::low_back)), 1)
        << "what went down did not stay";
    PainReading none;
    EXPECT_EQ(distance_of(none), 0);
}

TEST(Furthest, AloneTellsWhatMovedFurther) {
    const auto before = felt_at(Moment::before, Site::low_back, Site::lower_leg);
    const Past strongest =
        none_hurt_more(before, felt_at(Moment::after, Site::thigh, Site::lower_leg));
    EXPECT_EQ(colour_in(strongest, "three"), Colour::green);
    const Past further = none_hurt_more(before, felt_at(Moment::after, Site::low_back, Site::foot));
    EXPECT_EQ(colour_in(further, "three"), Colour::red);
}

TEST(Furthest, IsPutDownToTheLastTwoWhereNoneWasNamed) {
    Past past = none_hurt_more(felt_at(Moment::before, Site::low_back),
                               felt_at(Moment::after, Site::thigh, Site::thigh));
    EXPECT_EQ(colour_in(past, "one"), Colour::green);
    EXPECT_EQ(colour_in(past, "two"), Colour::red);
    EXPECT_EQ(colour_in(past, "three"), Colour::red);
    PainReading named = felt_at(Moment::peak, Site::low_back);
    named.exercise = "one";
    past.readings.push_back(named);
    past.session.hurt_more = HurtMore::some;
    EXPECT_EQ(colour_in(past, "one"), Colour::red);
    EXPECT_EQ(colour_in(past, "three"), Colour::green);
}

}  // namespace
}  // namespace hipflow::coach
