// SPDX-License-Identifier: MIT
#include "stats/trend.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/sample.h"

namespace hipflow::stats {
namespace {

double days_between(Day from, Day to) { return static_cast<double>((to - from).count()); }

double slope(const DayScore& from, const DayScore& to) {
    return (to.score - from.score) / days_between(from.day, to.day);
}

/// Sorts `values` from `begin` to `end`, and counts the pairs that were in falling or equal order.
long sort_and_count(std::vector<double>& values, std::vector<double>& room, std::size_t begin,
                    std::size_t end) {
    if (end - begin < 2) return 0;
    const std::size_t middle = begin + (end - begin) / 2;
    long count =
        sort_and_count(values, room, begin, middle) + sort_and_count(values, room, middle, end);
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t to = begin; to < end; ++to) {
        const bool from_left = left < middle && (right == end || values[left] < values[right]);
        if (!from_left) count += static_cast<long>(middle - left);
        room[to] = from_left ? values[left++] : values[right++];
    }
    std::copy(room.begin() + static_cast<long>(begin), room.begin() + static_cast<long>(end),
              values.begin() + static_cast<long>(begin));
    return count;
}

/// Number of pairs with a slope of at most `limit`: those that do not rise once that slope is
/// removed. Takes n·log n steps.
long slopes_up_to(double limit, std::span<const DayScore> scores) {
    std::vector<double> rest;
    rest.reserve(scores.size());
    for (const auto& score : scores) {
        rest.push_back(score.score - limit * days_between(scores.front().day, score.day));
    }
    std::vector<double> room(rest.size());
    return sort_and_count(rest, room, 0, rest.size());
}

/// The slope of a pair that is nearest to `value`.
double nearest_slope(double value, std::span<const DayScore> scores) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = i + 1; j < scores.size(); ++j) {
            const double other = slope(scores[i], scores[j]);
            if (std::abs(other - value) < std::abs(nearest - value)) nearest = other;
        }
    }
    return nearest;
}

/// The slope with `rank` smaller ones. The slopes are not stored, which would take megabytes for
/// some years: counting narrows its place down.
double ranked_slope(long rank, double steepest, std::span<const DayScore> scores) {
    double low = -steepest;
    double high = steepest;
    constexpr int halvings = 48;  // then both ends are one but for rounding
    for (int i = 0; i < halvings; ++i) {
        const double middle = low + (high - low) / 2;
        (slopes_up_to(middle, scores) > rank ? high : low) = middle;
    }
    return nearest_slope(high, scores);
}

int sign(double value) { return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0); }

long rises_less_falls(std::span<const DayScore> scores) {
    long s = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = i + 1; j < scores.size(); ++j) {
            s += sign(scores[j].score - scores[i].score);
        }
    }
    return s;
}

/// Variance of S, corrected for ties.
double variance_with_ties(std::span<const DayScore> scores) {
    const auto term = [](double n) { return n * (n - 1) * (2 * n + 5); };
    std::vector<double> sorted;
    sorted.reserve(scores.size());
    for (const auto& score : scores) sorted.push_back(score.score);
    std::sort(sorted.begin(), sorted.end());
    double sum = term(static_cast<double>(sorted.size()));
    for (auto group = sorted.begin(); group != sorted.end();) {
        const auto next = std::upper_bound(group, sorted.end(), *group);
        sum -= term(static_cast<double>(next - group));
        group = next;
    }
    return sum / 18;
}

/// Lag-1 autocorrelation of the scores once the line of that slope is removed.
double lag_one(std::span<const DayScore> scores, double per_day) {
    std::vector<double> rest;
    rest.reserve(scores.size());
    double mean = 0;
    for (const auto& score : scores) {
        rest.push_back(score.score - per_day * days_between(scores.front().day, score.day));
        mean += rest.back() / static_cast<double>(scores.size());
    }
    double squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        squares += (rest[i] - mean) * (rest[i] - mean);
        if (i > 0) products += (rest[i] - mean) * (rest[i - 1] - mean);
    }
    constexpr double rounding = 1e-9;
    return squares < rounding ? 0 : products / squares;
}

std::optional<double> median_of(std::span<const DayScore> scores) {
    constexpr std::size_t fewest = 7;
    if (scores.size() < fewest) return std::nullopt;
    std::vector<double> values;
    values.reserve(scores.size());
    for (const auto& score : scores) values.push_back(score.score);
    return median(std::move(values));
}

bool notable(double first, double last) {
    constexpr double points = 2;
    constexpr double share = 0.3;
    const double change = std::abs(last - first);
    return change >= points && change >= share * first;
}

MannKendall mann_kendall(std::span<const DayScore> scores, double per_day) {
    MannKendall test;
    test.s = rises_less_falls(scores);
    test.variance = variance_with_ties(scores);
    test.likeness = lag_one(scores, per_day);
    const auto n = static_cast<double>(scores.size());
    constexpr double most = 0.9;
    if (n > 4) test.correction = std::clamp((n * test.likeness + 1) / (n - 4), 0.0, most);
    if (test.s == 0) return test;
    const double widened = test.variance * (1 + test.correction) / (1 - test.correction);
    const auto s = static_cast<double>(test.s);
    test.z = (s - sign(s)) / std::sqrt(widened);
    return test;
}

constexpr double chance = 1.96;  // |z| at a single look

/// The scores without those of their last seven days.
std::span<const DayScore> a_week_before(std::span<const DayScore> scores) {
    const Day last = scores.back().day - std::chrono::days(7);
    const auto after =
        std::upper_bound(scores.begin(), scores.end(), last,
                         [](Day day, const DayScore& score) { return day < score.day; });
    return {scores.begin(), after};
}

Day beginning_of(std::span<const DayScore> scores, std::optional<Day> first_of_all) {
    return std::min(first_of_all.value_or(scores.front().day), scores.front().day);
}

double limit_at(std::span<const DayScore> scores, Day first_of_all) {
    const auto days_since = [&](Day first) {
        return scores.back().day - first + std::chrono::days(1);
    };
    if (scores.size() < VerdictLimits::many) return VerdictLimits::of_few;
    const bool planned = days_since(scores.front().day) >= VerdictLimits::planned_from &&
                         days_since(first_of_all) <= VerdictLimits::planned_to;
    return planned ? VerdictLimits::planned : VerdictLimits::unplanned;
}

/// `per_day` is the slope of `scores`, which that of a week earlier hardly differs from.
std::optional<Verdict> verdict(std::span<const DayScore> scores, double per_day, Day first_of_all) {
    const double z = mann_kendall(scores, per_day).z;
    if (std::abs(z) <= chance) return Verdict::no_clear_change;
    if (std::abs(z) <= limit_at(scores, first_of_all)) return std::nullopt;
    const double earlier = mann_kendall(a_week_before(scores), per_day).z * sign(z);
    if (earlier <= VerdictLimits::a_week_earlier) return std::nullopt;
    return z < 0 ? Verdict::falling : Verdict::rising;
}

std::span<const DayScore> judged_of(std::span<const DayScore> scores) {
    return scores.size() > most_days_judged ? scores.last(most_days_judged) : scores;
}

}  // namespace

std::vector<LinePoint> smoothed(std::span<const DayScore> scores) {
    constexpr double half_life = 7;
    constexpr double longest_gap = 14;
    std::vector<LinePoint> line;
    line.reserve(scores.size());
    for (const auto& score : scores) {
        const double gap = line.empty() ? 0 : days_between(line.back().day, score.day);
        if (line.empty() || gap > longest_gap) {
            line.push_back({score.day, score.score, true});
            continue;
        }
        const double weight = 1 - std::exp2(-gap / half_life);
        const double before = line.back().value;
        line.push_back({score.day, before + weight * (score.score - before), false});
    }
    return line;
}

std::optional<double> theil_sen(std::span<const DayScore> scores) {
    if (scores.size() < 2) return std::nullopt;
    const auto [lowest, highest] =
        std::minmax_element(scores.begin(), scores.end(),
                            [](const auto& a, const auto& b) { return a.score < b.score; });
    const double steepest = highest->score - lowest->score;  // in one day
    if (steepest == 0) return 0;
    const auto n = static_cast<long>(scores.size());
    const long pairs = n * (n - 1) / 2;
    const double upper = ranked_slope(pairs / 2, steepest, scores);
    if (pairs % 2 == 1) return upper;
    return (ranked_slope(pairs / 2 - 1, steepest, scores) + upper) / 2;
}

MannKendall mann_kendall(std::span<const DayScore> scores) {
    return mann_kendall(scores, theil_sen(scores).value_or(0));
}

std::optional<Verdict> verdict_on(std::span<const DayScore> scores,
                                  std::optional<Day> first_of_all) {
    const Day first = beginning_of(scores, first_of_all);
    scores = judged_of(scores);
    // The correction only takes away: most series without a trend need no slope.
    const double s = static_cast<double>(std::abs(rises_less_falls(scores))) - 1;
    if (s <= chance * std::sqrt(variance_with_ties(scores))) return Verdict::no_clear_change;
    return verdict(scores, theil_sen(scores).value_or(0), first);
}

Trend trend(std::span<const DayScore> scores, std::optional<Day> first_of_all) {
    constexpr std::size_t window = 14;
    Trend result;
    result.scored_days = static_cast<int>(scores.size());
    result.line = result.scored_days >= days_for_line;
    if (scores.empty()) return result;
    const Day beginning = beginning_of(scores, first_of_all);
    scores = judged_of(scores);
    result.judged_days = static_cast<int>(scores.size());
    const std::size_t part = std::min(window, scores.size() / 2);
    result.first = median_of(scores.first(part));
    result.last = median_of(scores.last(part));
    if (result.scored_days < days_for_verdict) return result;
    const double per_day = theil_sen(scores).value_or(0);
    result.verdict = verdict(scores, per_day, beginning);
    result.unconfirmed = !result.verdict;
    if (result.unconfirmed) return result;
    result.per_four_weeks = per_day * 28;
    result.important = *result.verdict != Verdict::no_clear_change && result.first && result.last &&
                       notable(*result.first, *result.last) &&
                       (*result.last < *result.first) == (*result.verdict == Verdict::falling);
    return result;
}

}  // namespace hipflow::stats
