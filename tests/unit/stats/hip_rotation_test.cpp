// SPDX-License-Identifier: MIT
#include "stats/hip_rotation.h"

#include <gtest/gtest.h>

#include <array>

namespace hipflow::stats {
namespace {

using namespace std::chrono_literals;

const Day first_day = *parse_day("2026-09-01");

/// Means of left internal, left external, right internal, right external.
using Four = std::array<int, 4>;

struct Way {
    std::optional<RotationPosition> position = RotationPosition::seated;
    std::optional<std::string> instrument = "phone";
    std::optional<std::string> version = "active";
};

Measurement trial(Day day, Side side, Rotation movement, int degrees, const Way& way = {}) {
    Measurement one;
    one.kind = Measured::rotation;
    one.movement = movement;
    one.side = side;
    one.position = way.position;
    one.trial = 1;
    one.value = degrees;
    one.instrument = way.instrument;
    one.scale_version = way.version;
    one.taken = {Instant(day.time_since_epoch()) + 8h, 0s, day};
    return one;
}

void add_test(std::vector<Measurement>& all, Day day, const Four& degrees, const Way& way = {}) {
    all.push_back(trial(day, Side::left, Rotation::internal, degrees[0], way));
    all.push_back(trial(day, Side::left, Rotation::external, degrees[1], way));
    all.push_back(trial(day, Side::right, Rotation::internal, degrees[2], way));
    all.push_back(trial(day, Side::right, Rotation::external, degrees[3], way));
}

RotationSeries series_of(const std::vector<std::pair<int, Four>>& tests) {
    std::vector<Measurement> all;
    for (const auto& [after, degrees] : tests) {
        add_test(all, first_day + std::chrono::days(after), degrees);
    }
    return rotation_series(all).at(0);
}

TEST(RotationTest, IsTheMeanOfTheTrialsOfASideAndMovement) {
    std::vector<Measurement> all;
    for (const int degrees : {32, 33, 31}) {
        all.push_back(trial(first_day, Side::left, Rotation::internal, degrees));
    }
    all.push_back(trial(first_day, Side::left, Rotation::external, 40));
    const RotationTest test = rotation_series(all).at(0).tests.at(0);
    const auto& mean = test.of(Side::left, Rotation::internal);
    ASSERT_TRUE(mean);
    EXPECT_EQ(*mean, (RotationMean{.trials = 3, .sum = 96, .lowest = 31, .highest = 33}));
    EXPECT_DOUBLE_EQ(mean->degrees(), 32);
    EXPECT_DOUBLE_EQ(*test.arc(Side::left), 72);
    EXPECT_FALSE(test.of(Side::right, Rotation::internal)) << "not measured is not zero";
    EXPECT_FALSE(test.arc(Side::right));
}

TEST(RotationTest, KeepsTheHighestPain) {
    std::vector<Measurement> all = {trial(first_day, Side::left, Rotation::internal, 30),
                                    trial(first_day, Side::right, Rotation::internal, 30)};
    EXPECT_FALSE(rotation_series(all).at(0).tests.at(0).pain);
    all[0].pain = PainScore::from(2);
    all[1].pain = PainScore::from(1);
    EXPECT_EQ(rotation_series(all).at(0).tests.at(0).pain, PainScore::from(2));
}

TEST(RotationSeries, NeverMixesPositionInstrumentOrVersion) {
    std::vector<Measurement> all;
    add_test(all, first_day, {30, 30, 30, 30});
    add_test(all, first_day + 1 * std::chrono::days(1), {30, 30, 30, 30},
             {.position = RotationPosition::prone});
    add_test(all, first_day + 2 * std::chrono::days(1), {30, 30, 30, 30},
             {.instrument = "goniometer"});
    add_test(all, first_day + 3 * std::chrono::days(1), {30, 30, 30, 30}, {.version = "passive"});
    const auto series = rotation_series(all);
    ASSERT_EQ(series.size(), 4U);
    for (const auto& one : series) EXPECT_EQ(one.tests.size(), 1U);
    EXPECT_EQ(series[0].scale_version, "passive") << "the one measured last comes first";
    EXPECT_EQ(series[3].position, RotationPosition::seated);
}

TEST(RotationSeries, HasOneTestADayInTheOrderOfDays) {
    const auto series = series_of({{21, {1, 1, 1, 1}}, {0, {2, 2, 2, 2}}, {0, {4, 2, 2, 2}}});
    ASSERT_EQ(series.tests.size(), 2U);
    EXPECT_EQ(series.tests[0].local_day, first_day);
    EXPECT_DOUBLE_EQ(series.tests[0].of(Side::left, Rotation::internal)->degrees(), 3);
}

TEST(RotationSeries, PassesFunctionOver) {
    Measurement function;
    function.kind = Measured::function;
    function.value = 7;
    EXPECT_TRUE(rotation_series(std::vector{function}).empty());
}

TEST(RotationError, IsTenDegreesUntilThePersonsOwnIsKnown) {
    EXPECT_EQ(rotation_error(series_of({{0, {30, 30, 30, 30}}})),
              (RotationError{10, std::nullopt}));
    EXPECT_EQ(rotation_error(series_of({{0, {30, 30, 30, 30}}, {8, {33, 33, 33, 33}}})),
              RotationError{})
        << "three weeks apart, a change is more than error";
    std::vector<Measurement> half;
    add_test(half, first_day, {30, 30, 30, 30});
    half.push_back(trial(first_day + std::chrono::days(1), Side::left, Rotation::internal, 33));
    EXPECT_EQ(rotation_error(rotation_series(half).at(0)), RotationError{});
}

TEST(RotationError, ComesFromTheFourDifferencesOfTwoTests) {
    // d = 3, -3, 4, 2: mean of squares 9.5, SEM 2.179, MDC95 6.037.
    const auto error = rotation_error(series_of({{0, {30, 33, 30, 30}}, {2, {33, 30, 34, 32}}}));
    ASSERT_TRUE(error.sem);
    EXPECT_NEAR(*error.sem, 2.1794, 1e-4);
    EXPECT_NEAR(error.degrees, 6.0371, 1e-4);
}

TEST(RotationError, HasAFloorOfSixAndACeilingOfSixteen) {
    EXPECT_DOUBLE_EQ(
        rotation_error(series_of({{0, {30, 30, 30, 30}}, {1, {31, 30, 30, 29}}})).degrees, 6);
    EXPECT_DOUBLE_EQ(
        rotation_error(series_of({{0, {30, 30, 30, 30}}, {1, {42, 20, 44, 18}}})).degrees, 16);
}

TEST(RotationChange, IsBeyondErrorFromTenDegreesOn) {
    const auto series = series_of({{0, {30, 30, 30, 30}}, {21, {40, 39, 20, 30}}});
    EXPECT_EQ(rotation_change(series, Side::left, Rotation::internal), (RotationChange{10, true}));
    EXPECT_EQ(rotation_change(series, Side::left, Rotation::external), (RotationChange{9, false}));
    EXPECT_EQ(rotation_change(series, Side::right, Rotation::internal),
              (RotationChange{-10, true}));
    EXPECT_FALSE(
        rotation_change(series_of({{0, {30, 30, 30, 30}}}), Side::left, Rotation::internal));
}

TEST(RotationChange, ComparesWithBothBaselineTestsWhereTheyGaveTheError) {
    const auto two = series_of({{0, {30, 30, 30, 30}}, {2, {32, 30, 30, 30}}});
    EXPECT_FALSE(rotation_change(two, Side::left, Rotation::internal)) << "both are the baseline";
    const auto three =
        series_of({{0, {30, 30, 30, 30}}, {2, {32, 30, 30, 30}}, {21, {37, 30, 30, 30}}});
    EXPECT_EQ(rotation_change(three, Side::left, Rotation::internal), (RotationChange{6, true}))
        << "its own error is at the floor of 6";
}

TEST(RotationChange, OfThirdsOfADegreeIsNotLostInRounding) {
    std::vector<Measurement> all;
    for (const int degrees : {30, 30, 31}) {
        all.push_back(trial(first_day, Side::left, Rotation::internal, degrees));
    }
    for (const int degrees : {40, 40, 41}) {
        all.push_back(
            trial(first_day + std::chrono::days(21), Side::left, Rotation::internal, degrees));
    }
    EXPECT_TRUE(rotation_change(rotation_series(all).at(0), Side::left, Rotation::internal)
                    .value_or(RotationChange{})
                    .beyond_error);
}

TEST(RotationError, StaysTheOwnOneWhenTheDaysAreCut) {
    const auto whole = series_of({{0, {30, 30, 30, 30}},
                                  {2, {32, 30, 30, 30}},
                                  {21, {37, 30, 30, 30}},
                                  {42, {45, 30, 30, 30}}});
    std::vector<RotationSeries> cut = {series_of({{21, {37, 30, 30, 30}}, {42, {45, 30, 30, 30}}})};
    EXPECT_EQ(rotation_error(cut.front()).degrees, 10);
    keep_errors(cut, std::vector{whole});
    EXPECT_EQ(rotation_error(cut.front()), rotation_error(whole));
    EXPECT_EQ(rotation_error(cut.front()).degrees, 6);
    // The first of these tests is the baseline, and the change is judged by the own error.
    EXPECT_EQ(rotation_change(cut.front(), Side::left, Rotation::internal),
              (RotationChange{8, true}));
    auto other = whole;
    other.instrument = "another";
    std::vector<RotationSeries> apart = {series_of({{21, {37, 30, 30, 30}}})};
    keep_errors(apart, std::vector{other});
    EXPECT_FALSE(apart.front().known_error);
}

TEST(LesserSide, NeedsTenDegreesOnTwoDaysTheSameWay) {
    EXPECT_FALSE(lesser_side(series_of({{0, {20, 30, 35, 30}}}), Rotation::internal));
    EXPECT_FALSE(lesser_side(series_of({{0, {20, 30, 30, 30}}, {21, {21, 30, 30, 30}}}),
                             Rotation::internal));
    EXPECT_FALSE(lesser_side(series_of({{0, {20, 30, 30, 30}}, {21, {30, 30, 20, 30}}}),
                             Rotation::internal));
    const auto left = series_of({{0, {20, 40, 30, 30}}, {21, {20, 40, 31, 30}}});
    EXPECT_EQ(lesser_side(left, Rotation::internal), Side::left);
    EXPECT_EQ(lesser_side(left, Rotation::external), Side::right);
}

TEST(LesserSide, LooksAtTheNewestTwoDays) {
    EXPECT_FALSE(lesser_side(
        series_of({{0, {20, 30, 30, 30}}, {2, {20, 30, 30, 30}}, {21, {30, 30, 30, 30}}}),
        Rotation::internal));
}

TEST(LastTestDay, IsToldApartByWhatWasMeasured) {
    std::vector<Measurement> all;
    EXPECT_FALSE(last_test_day(all, Measured::rotation));
    add_test(all, first_day, {30, 30, 30, 30});
    EXPECT_EQ(last_test_day(all, Measured::rotation), first_day);
    EXPECT_FALSE(last_test_day(all, Measured::function));
}

TEST(TooEarlyBy, CountsToThreeWeeksAfterTheLastTest) {
    using std::chrono::days;
    std::vector<Measurement> all;
    EXPECT_EQ(too_early_by(all, first_day), days(0));
    add_test(all, first_day, {30, 30, 30, 30});
    EXPECT_EQ(too_early_by(all, first_day + days(7)), days(0)) << "the second baseline test";
    EXPECT_EQ(too_early_by(all, first_day + days(8)), days(13));
    add_test(all, first_day + days(2), {30, 30, 30, 30});
    EXPECT_EQ(too_early_by(all, first_day + days(3)), days(20));
    EXPECT_EQ(too_early_by(all, first_day + days(23)), days(0));
    EXPECT_EQ(too_early_by(all, first_day + days(90)), days(0));
}

}  // namespace
}  // namespace hipflow::stats
