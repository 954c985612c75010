// SPDX-License-Identifier: MIT
#include "stats/period.h"

#include <algorithm>

namespace hipflow::stats {
namespace {

void add(ScoreSum& sum, const ScoreSum& more) {
    sum.n += more.n;
    sum.sum += more.sum;
}

void add(DayTotals& sum, const DayTotals& day) {
    sum.sessions += day.sessions;
    sum.kept += day.kept;
    sum.planned += day.planned;
    sum.done += day.done;
    sum.active += day.active;
    sum.sets += day.sets;
    add(sum.before, day.before);
    add(sum.peak, day.peak);
    add(sum.after, day.after);
    add(sum.morning, day.morning);
    add(sum.checkin, day.checkin);
    sum.pair.n += day.pair.n;
    sum.pair.before_sum += day.pair.before_sum;
    sum.pair.after_sum += day.pair.after_sum;
    add(sum.change, day.change);
}

template <typename Week>
void complete(std::vector<Week>& weeks, std::span<const Day> planned, Day from, Day to) {
    std::vector<Week> missing;
    for (const Day first : planned) {
        if (std::ranges::binary_search(weeks, first, {}, &Week::from)) continue;
        missing.push_back({first, first + std::chrono::days(6), {}});
    }
    weeks.insert(weeks.end(), missing.begin(), missing.end());
    std::ranges::sort(weeks, {}, &Week::from);
    for (auto& week : weeks) week.part_of_week = week.from < from || to < week.to;
}

}  // namespace

void complete_weeks(std::vector<Period>& weeks, std::span<const Day> planned, Day from, Day to) {
    complete(weeks, planned, from, to);
}

void complete_weeks(std::vector<CountedPeriod>& weeks, std::span<const Day> planned, Day from,
                    Day to) {
    complete(weeks, planned, from, to);
}

DayTotals summed(std::span<const DayTotals> days) {
    DayTotals sum;
    for (const auto& day : days) add(sum, day);
    return sum;
}

std::vector<Period> by_week(std::span<const DayTotals> days, std::chrono::weekday week_starts) {
    std::vector<Period> weeks;
    for (const auto& day : days) {
        const Day from = week_of(day.local_day, week_starts);
        if (weeks.empty() || weeks.back().from != from) {
            weeks.push_back({from, from + std::chrono::days(6), {}});
        }
        add(weeks.back().sums, day);
    }
    return weeks;
}

std::optional<double> work_share(const DayTotals& sums) {
    if (sums.planned == Millis{0}) return std::nullopt;
    return static_cast<double>(sums.done.count()) / static_cast<double>(sums.planned.count());
}

std::vector<DayScore> daily_scores(std::span<const DayTotals> days) {
    std::vector<DayScore> scores;
    for (const auto& day : days) {
        if (day.score) scores.push_back({day.local_day, *day.score});
    }
    return scores;
}

std::optional<MeanPair> mean_pair(const PairedScores& scores) {
    if (scores.n == 0) return std::nullopt;
    return MeanPair{static_cast<double>(scores.before_sum) / scores.n,
                    static_cast<double>(scores.after_sum) / scores.n, scores.n};
}

void add(SessionCounts& sum, const SessionCounts& more) {
    sum.sessions += more.sessions;
    sum.completed += more.completed;
    sum.timed += more.timed;
    sum.rested += more.rested;
    sum.stopped_for_pain += more.stopped_for_pain;
    sum.stopped_for_time += more.stopped_for_time;
    sum.stopped_tired += more.stopped_tired;
    sum.stopped_otherwise += more.stopped_otherwise;
    sum.easy += more.easy;
    sum.ok += more.ok;
    sum.hard += more.hard;
    sum.planned += more.planned;
    sum.done += more.done;
    sum.active += more.active;
}

std::vector<CountedPeriod> by_week(std::span<const CountedPeriod> days,
                                   std::chrono::weekday week_starts) {
    std::vector<CountedPeriod> weeks;
    for (const auto& day : days) {
        const Day from = week_of(day.from, week_starts);
        if (weeks.empty() || weeks.back().from != from) {
            weeks.push_back({from, from + std::chrono::days(6), {}});
        }
        add(weeks.back().counts, day.counts);
    }
    return weeks;
}

}  // namespace hipflow::stats
