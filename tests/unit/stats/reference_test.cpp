// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "domain/number.h"
#include "stats/sample.h"
#include "stats/trend.h"
#include "support/test_data.h"

// hipflow's statistics against SciPy's, on generated and published series: reference.py wrote the
// file that is read here.

namespace hipflow::stats {
namespace {

using nlohmann::json;

const json& reference() {
    static const json read = [] {
        std::ifstream file(support::test_data() / "stats" / "reference.json");
        return json::parse(file);
    }();
    return read;
}

std::vector<DayScore> scores_of(const json& series) {
    std::vector<DayScore> scores;
    for (std::size_t i = 0; i < series["days"].size(); ++i) {
        scores.push_back({Day(std::chrono::days(series["days"][i].get<int>())),
                          series["scores"][i].get<double>()});
    }
    return scores;
}

/// Equal but for rounding.
void expect_same(double ours, double theirs) {
    EXPECT_NEAR(ours, theirs, 1e-9 * std::max(1.0, std::abs(theirs)));
}

class Series : public testing::TestWithParam<std::size_t> {
   protected:
    const json& series = reference()["series"][GetParam()];
    const std::vector<DayScore> scores = scores_of(series);
};

TEST_P(Series, HaveTheSlopeThatSciPyFinds) {
    const auto slope = theil_sen(scores);
    ASSERT_TRUE(slope);
    expect_same(*slope, series["theil_sen"]);
}

TEST_P(Series, AreTestedAsByHand) {
    const auto test = mann_kendall(scores);
    EXPECT_EQ(test.s, series["s"].get<long>());
    expect_same(test.variance, series["variance"]);
    expect_same(test.likeness, series["likeness"]);
    expect_same(test.correction, series["correction"]);
    expect_same(test.z, series["z"]);
}

TEST_P(Series, AreSmoothedByTheWeightsOfTheirAge) {
    const auto line = smoothed(scores);
    ASSERT_EQ(line.size(), scores.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        EXPECT_EQ(line[i].day, scores[i].day);
        expect_same(line[i].value, series["smoothed"][i]);
        const bool begins = i == 0 || scores[i].day - scores[i - 1].day > std::chrono::days(14);
        EXPECT_EQ(line[i].begins, begins);
    }
}

TEST_P(Series, HaveTheQuartilesOfNumPy) {
    std::vector<double> values;
    for (const auto& score : scores) values.push_back(score.score);
    const auto five = five_numbers(values);
    ASSERT_TRUE(five);
    const auto& quartiles = series["quartiles"];
    expect_same(five->lowest, quartiles[0]);
    expect_same(five->lower_quartile, quartiles[1]);
    expect_same(five->median, quartiles[2]);
    expect_same(five->upper_quartile, quartiles[3]);
    expect_same(five->highest, quartiles[4]);
    expect_same(*median(values), quartiles[2]);
}

INSTANTIATE_TEST_SUITE_P(Reference, Series,
                         testing::Range<std::size_t>(0, reference()["series"].size()),
                         [](const auto& instance) {
                             std::string name = reference()["series"][instance.param]["name"];
                             std::replace(name.begin(), name.end(), ' ', '_');
                             return name;
                         });

TEST(MeanInterval, IsTheOneThatSciPyFinds) {
    for (const auto& sample : reference()["means"]) {
        SCOPED_TRACE(sample["name"]);
        double sum = 0;
        double squares = 0;
        for (const double value : sample["values"]) {
            sum += value;
            squares += value * value;
        }
        const auto interval =
            mean_interval(static_cast<int>(sample["values"].size()), sum, squares);
        ASSERT_TRUE(interval);
        EXPECT_NEAR(interval->low, sample["low"], 1e-6);
        EXPECT_NEAR(interval->high, sample["high"], 1e-6);
    }
}

TEST(MeanInterval, IsThePublishedOneOfStudentsSleep) {
    // t.test(extra ~ group, data = sleep, paired = TRUE) in the manual of R.
    const auto interval = mean_interval(10, 158, 3858);
    EXPECT_NEAR(interval->low, 7.001142, 1e-6);
    EXPECT_NEAR(interval->high, 24.598858, 1e-6);
}

TEST(StudentT, IsTheOneThatSciPyFinds) {
    const auto& points = reference()["student_t"];
    for (std::size_t i = 0; i < points.size(); ++i) {
        EXPECT_NEAR(student_t(static_cast<int>(i) + 1), points[i], 5e-7) << i + 1;
    }
}

TEST(WilsonInterval, IsTheOneThatSciPyFinds) {
    for (const auto& share : reference()["shares"]) {
        const auto interval = wilson_interval(share["hits"], share["n"]);
        ASSERT_TRUE(interval);
        expect_same(interval->low, share["low"]);
        expect_same(interval->high, share["high"]);
    }
}

TEST(WilsonInterval, IsThePublishedOne) {
    // Newcombe 1998, table I, method 3.
    EXPECT_NEAR(wilson_interval(81, 263)->low, 0.2553, 5e-5);
    EXPECT_NEAR(wilson_interval(81, 263)->high, 0.3662, 5e-5);
    EXPECT_NEAR(wilson_interval(0, 20)->high, 0.1611, 5e-5);
    EXPECT_NEAR(wilson_interval(1, 29)->low, 0.0061, 5e-5);
    EXPECT_EQ(wilson_interval(0, 0), std::nullopt);
}

}  // namespace
}  // namespace hipflow::stats
