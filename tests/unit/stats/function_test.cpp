// SPDX-License-Identifier: MIT
#include "stats/function.h"

#include <gtest/gtest.h>

namespace hipflow::stats {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

const Day first_day = *parse_day("2026-09-01");

Activity activity(std::string id, std::optional<Day> to_day = {}) {
    Activity one;
    one.id = id;
    one.text = "to " + std::move(id);
    one.from_day = first_day;
    one.to_day = to_day;
    return one;
}

Measurement answer(std::string activity_id, int after, int score, std::chrono::hours hour = 8h) {
    const Day day = first_day + days(after);
    Measurement one;
    one.kind = Measured::function;
    one.activity_id = std::move(activity_id);
    one.value = score;
    one.scale_version = function_scale;
    one.taken = {Instant(day.time_since_epoch()) + hour, 0s, day};
    return one;
}

TEST(FunctionSeries, KeepsTheOrderOfTheActivitiesAndTheLaterAnswerOfADay) {
    const std::vector activities = {activity("stand"), activity("bend")};
    const std::vector answers = {answer("bend", 21, 6), answer("stand", 0, 3, 12h),
                                 answer("stand", 0, 2), answer("bend", 0, 4)};
    const auto series = function_series(answers, activities);
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].scores, (std::vector<FunctionScore>{{first_day, 3}}));
    EXPECT_EQ(series[1].scores,
              (std::vector<FunctionScore>{{first_day, 4}, {first_day + days(21), 6}}));
}

TEST(FunctionSeries, NeverMixesVersionsOfTheScale) {
    const std::vector activities = {activity("stand")};
    std::vector answers = {answer("stand", 0, 3), answer("stand", 21, 3)};
    answers[1].scale_version = "psfs-2.0";
    EXPECT_EQ(function_series(answers, activities)[0].scores.size(), 1U);
    EXPECT_EQ(function_series(answers, activities, "psfs-2.0")[0].scores.size(), 1U);
}

TEST(FunctionMeans, AreOverTheActivitiesAskedThatDay) {
    const std::vector activities = {activity("stand"), activity("bend")};
    const std::vector answers = {answer("stand", 0, 3), answer("bend", 0, 6),
                                 answer("stand", 21, 5)};
    EXPECT_EQ(function_means(function_series(answers, activities)),
              (std::vector<FunctionMean>{{first_day, 4.5, 2}, {first_day + days(21), 5, 1}}));
}

TEST(FunctionChange, ComparesTheSameActivities) {
    const std::vector activities = {activity("stand"), activity("bend"), activity("drive")};
    const std::vector answers = {answer("stand", 0, 3), answer("bend", 0, 4),
                                 answer("stand", 21, 5), answer("bend", 21, 7),
                                 answer("drive", 21, 0)};
    const auto change = function_change(function_series(answers, activities));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->activities, 2);
    EXPECT_DOUBLE_EQ(change->before(), 3.5);
    EXPECT_DOUBLE_EQ(change->after(), 6);
    EXPECT_DOUBLE_EQ(change->change(), 2.5);
}

TEST(FunctionChange, LeavesDroppedActivitiesOut) {
    const std::vector activities = {activity("stand"), activity("bend", first_day + days(10))};
    const std::vector answers = {answer("stand", 0, 3), answer("bend", 0, 4),
                                 answer("stand", 21, 4)};
    const auto change = function_change(function_series(answers, activities));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->activities, 1);
    EXPECT_DOUBLE_EQ(change->change(), 1);
}

TEST(FunctionChange, NeedsTwoDays) {
    const std::vector activities = {activity("stand")};
    EXPECT_FALSE(function_change({}));
    EXPECT_FALSE(function_change(function_series({}, activities)));
    EXPECT_FALSE(function_change(function_series(std::vector{answer("stand", 0, 3)}, activities)));
}

TEST(FunctionChangeOver, ReachesBackAtLeastTheSpan) {
    const std::vector activities = {activity("stand")};
    const std::vector answers = {answer("stand", 0, 3), answer("stand", 21, 4),
                                 answer("stand", 42, 6)};
    const auto series = function_series(answers, activities);
    const auto change = function_change_over(series, first_day + days(50), days(28));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->from, first_day + days(21));
    EXPECT_EQ(change->to, first_day + days(42));
    EXPECT_DOUBLE_EQ(change->change(), 2);
    EXPECT_FALSE(function_change_over(series, first_day + days(27), days(28)))
        << "nothing is that old";
    EXPECT_FALSE(function_change_over(series, first_day + days(100), days(28)))
        << "one test is not two";
}

TEST(FunctionVerdict, TakesTwoPointsOfTheMean) {
    EXPECT_EQ(function_verdict(2), FunctionVerdict::better);
    EXPECT_EQ(function_verdict(1.99), FunctionVerdict::no_clear_change);
    EXPECT_EQ(function_verdict(-1.99), FunctionVerdict::no_clear_change);
    EXPECT_EQ(function_verdict(-2), FunctionVerdict::harder);
    EXPECT_EQ(verdict_words(FunctionVerdict::better), "better in what you do");
}

TEST(FunctionVerdict, IsNotLostInTheRoundingOfThirds) {
    const std::vector activities = {activity("a"), activity("b"), activity("c")};
    const std::vector answers = {answer("a", 0, 3),  answer("b", 0, 4),  answer("c", 0, 4),
                                 answer("a", 21, 5), answer("b", 21, 6), answer("c", 21, 6)};
    const auto change = function_change(function_series(answers, activities));
    ASSERT_TRUE(change);
    EXPECT_EQ(function_verdict(change->change()), FunctionVerdict::better);
}

TEST(FunctionVerdict, TakesThreePointsOfOneActivity) {
    EXPECT_EQ(activity_verdict(2), FunctionVerdict::no_clear_change);
    EXPECT_EQ(activity_verdict(3), FunctionVerdict::better);
    EXPECT_EQ(activity_verdict(-3), FunctionVerdict::harder);
}

}  // namespace
}  // namespace hipflow::stats
