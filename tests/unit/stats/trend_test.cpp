// SPDX-License-Identifier: MIT
#include "stats/trend.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <span>

namespace hipflow::stats {
namespace {

const Day first_day = *parse_day("2026-01-01");

std::vector<DayScore> daily(int n, const std::function<double(int)>& score) {
    std::vector<DayScore> scores;
    for (int i = 0; i < n; ++i) scores.push_back({first_day + std::chrono::days(i), score(i)});
    return scores;
}

/// Whole scores 0 to 10 around a level that goes from `start` to `end`: spread 1.6, each day like
/// the one before by `phi`.
class Diary {
   public:
    explicit Diary(std::uint64_t seed) : chance_(seed) {}

    std::vector<DayScore> write(int n, double start, double end, double phi) {
        double noise = normal();
        return daily(n, [&](int day) {
            const double level = start + (end - start) * day / (n - 1);
            const double score = std::clamp(std::round(level + 1.6 * noise), 0.0, 10.0);
            noise = phi * noise + std::sqrt(1 - phi * phi) * normal();
            return score;
        });
    }

   private:
    /// Box and Muller 1958: the same on every machine, which std::normal_distribution is not.
    double normal() {
        const auto uniform = [&] { return (static_cast<double>(chance_() >> 11) + 0.5) * 0x1p-53; };
        return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
    }
    std::mt19937_64 chance_;
};

struct Count {
    int falling = 0;
    int rising = 0;
    int important = 0;
};

Count verdicts(int series, int n, double start, double end, double phi) {
    Diary diary(20261124);
    Count count;
    for (int i = 0; i < series; ++i) {
        const auto found = trend(diary.write(n, start, end, phi));
        if (found.verdict == Verdict::falling) ++count.falling;
        if (found.verdict == Verdict::rising) ++count.rising;
        if (found.important) ++count.important;
    }
    return count;
}

TEST(Trend, IsNotFoundWhereThereIsNone) {
    const auto found = verdicts(200, 56, 5, 5, 0.5);
    EXPECT_LE(found.falling + found.rising, 20);
    EXPECT_LE(found.important, 4);
}

TEST(Trend, IsFoundWherePainFallsByThreePoints) {
    const auto found = verdicts(200, 90, 6, 3, 0.3);
    EXPECT_GE(found.falling, 170);
    EXPECT_EQ(found.rising, 0);
}

TEST(Trend, MissesASmallFallAsOftenAsTheManualSays) {
    // "Even a real fall of two points in twelve weeks is missed about half the time, and nearly
    // always in eight weeks."
    const auto twelve = verdicts(200, 84, 6, 4, 0.3);
    EXPECT_GE(twelve.falling, 70);
    EXPECT_LE(twelve.falling, 130);
    EXPECT_EQ(twelve.rising, 0);
    EXPECT_LE(verdicts(200, 56, 6, 4, 0.3).falling, 30);
}

/// The people of whom any look of a year shows a verdict: weekly from 28 days on, at the newest
/// `window` days.
int with_a_false_verdict(int people, int window) {
    Diary diary(20261129);
    int any = 0;
    for (int person = 0; person < people; ++person) {
        const auto year = diary.write(365, 5, 5, 0.5);
        const std::span<const DayScore> all = year;
        for (int day = 28; day <= 365; day += 7) {
            const auto known = all.first(static_cast<std::size_t>(day));
            const auto shown = known.last(static_cast<std::size_t>(std::min(day, window)));
            const auto found = verdict_on(shown, first_day);
            if (!found || found == Verdict::no_clear_change) continue;
            ++any;
            break;
        }
    }
    return any;
}

TEST(TrendLooks, EveryWeekShowAFalseTrendToOneInTenAtMostInAYear) {
    EXPECT_LE(with_a_false_verdict(150, 84), 15);
    EXPECT_LE(with_a_false_verdict(40, 365), 4);
}

TEST(TrendLooks, TakeTheSameWayAWeekEarlier) {
    Diary diary(7);
    std::vector<DayScore> late;  // its last week alone makes z pass the limit
    double z = 0;
    double earlier = 0;
    while (z > -VerdictLimits::planned || earlier < -VerdictLimits::a_week_earlier) {
        late = diary.write(84, 5, 4, 0.3);
        for (std::size_t day = 77; day < late.size(); day += 2) late[day].score = 1;
        z = mann_kendall(late).z;
        earlier = mann_kendall(std::span(late).first(77)).z;
    }
    const auto found = trend(late);
    EXPECT_FALSE(found.verdict);
    EXPECT_TRUE(found.unconfirmed);
    EXPECT_FALSE(found.per_four_weeks);
    EXPECT_FALSE(found.important);
}

TEST(TrendLooks, AreSurerOutsideOfThePlannedWeeks) {
    Diary diary(3);
    // Past the limit of the planned look, and short of the other one; so it was a week earlier.
    const auto weak = [&](int n) {
        std::vector<DayScore> scores;
        double z = 0;
        double earlier = 0;
        while (z > -2.6 || z < -3 || earlier > -2) {
            scores = diary.write(n, 6, 4, 0.3);
            z = mann_kendall(scores).z;
            earlier = mann_kendall(std::span(scores).first(scores.size() - 7)).z;
        }
        return scores;
    };
    const auto scores = weak(84);
    EXPECT_EQ(trend(scores).verdict, Verdict::falling);
    EXPECT_EQ(verdict_on(scores), Verdict::falling);
    // The same scores of someone who has looked for longer.
    const Day long_ago = first_day - std::chrono::days(100);
    EXPECT_TRUE(trend(scores, long_ago).unconfirmed);
    EXPECT_EQ(verdict_on(scores, long_ago), std::nullopt);
    EXPECT_TRUE(trend(weak(63)).unconfirmed);
}

TEST(TrendLooks, GiveOneVerdictInWholeAndInPart) {
    Diary diary(5);
    for (int i = 0; i < 60; ++i) {
        const auto scores = diary.write(40 + i, 6, 5 - i / 20, 0.4);
        EXPECT_EQ(verdict_on(scores), trend(scores).verdict);
    }
}

TEST(Trend, IsRefusedBelow28ScoredDays) {
    const auto falling = [](int day) { return 9 - day / 4; };
    for (const int n : {0, 1, 3, 13}) {
        const auto found = trend(daily(n, falling));
        EXPECT_EQ(found.scored_days, n);
        EXPECT_FALSE(found.line);
        EXPECT_FALSE(found.verdict);
        EXPECT_FALSE(found.per_four_weeks);
        EXPECT_FALSE(found.first);
    }
    for (const int n : {14, 27}) {
        const auto found = trend(daily(n, falling));
        EXPECT_TRUE(found.line);
        EXPECT_FALSE(found.verdict);
        EXPECT_FALSE(found.per_four_weeks);
        EXPECT_FALSE(found.important);
    }
    const auto found = trend(daily(28, falling));
    EXPECT_EQ(found.verdict, Verdict::falling);
    EXPECT_TRUE(found.per_four_weeks);
    EXPECT_TRUE(found.important);
}

TEST(Trend, IsPerFourWeeks) {
    EXPECT_DOUBLE_EQ(*trend(daily(29, [](int day) { return day / 4.0; })).per_four_weeks, 7);
}

TEST(Trend, OfEqualScoresIsNone) {
    const auto found = trend(daily(40, [](int) { return 4; }));
    EXPECT_EQ(found.verdict, Verdict::no_clear_change);
    EXPECT_EQ(found.per_four_weeks, 0);
    EXPECT_FALSE(found.important);
}

TEST(Trend, IsImportantFromTwoPointsAnd30Percent) {
    const auto from_to = [](double first, double last) {
        // Two plateaus with a slope between, so that both medians are as given.
        const auto found = trend(daily(84, [=](int day) {
            return first + (last - first) * std::clamp((day - 14) / 55.0, 0.0, 1.0);
        }));
        EXPECT_EQ(found.first, first);
        EXPECT_EQ(found.last, last);
        return found.important;
    };
    EXPECT_TRUE(from_to(6, 4));
    EXPECT_FALSE(from_to(6, 4.5));  // less than two points
    EXPECT_FALSE(from_to(7, 5));    // two points, but 29 %
    EXPECT_TRUE(from_to(10, 7));    // exactly 30 %
    EXPECT_TRUE(from_to(4, 6));     // for the worse
    EXPECT_TRUE(from_to(0, 2));
    EXPECT_FALSE(from_to(2, 1));
}

TEST(Trend, JudgesTheNewestDaysOfAVeryLongSeries) {
    const auto found = trend(daily(2000, [](int day) { return day < 500 ? 10 : 3; }));
    EXPECT_EQ(found.scored_days, 2000);
    EXPECT_EQ(found.judged_days, 1500);
    EXPECT_EQ(found.verdict, Verdict::no_clear_change);
}

TEST(TheilSen, IsNotBentByAFewOddDays) {
    const auto scores = daily(30, [](int day) { return day % 10 == 9 ? 10 : 5; });
    EXPECT_EQ(theil_sen(scores), 0);
}

TEST(TheilSen, NeedsTwoDays) {
    EXPECT_EQ(theil_sen(daily(1, [](int) { return 4; })), std::nullopt);
    EXPECT_EQ(theil_sen(daily(2, [](int day) { return 4 - 3 * day; })), -3);
}

TEST(Smoothed, ReachesHalfWayInAWeek) {
    const std::vector<DayScore> scores = {{first_day, 8}, {first_day + std::chrono::days(7), 4}};
    EXPECT_DOUBLE_EQ(smoothed(scores).back().value, 6);
}

TEST(Smoothed, BeginsAnewAfterMoreThanTwoWeeks) {
    const std::vector<DayScore> scores = {{first_day, 8},
                                          {first_day + std::chrono::days(14), 4},
                                          {first_day + std::chrono::days(29), 4}};
    const auto line = smoothed(scores);
    EXPECT_FALSE(line[1].begins);
    EXPECT_TRUE(line[2].begins);
    EXPECT_EQ(line[2].value, 4);
    EXPECT_TRUE(smoothed({}).empty());
}

}  // namespace
}  // namespace hipflow::stats
