// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "domain/day_totals.h"
#include "stats/trend.h"

namespace hipflow {

/// What the days from `from` to `to`, both included, add up to. The day and the score in `sums` are
/// without meaning.
struct Period {
    Day from{};
    Day to{};
    DayTotals sums;
    bool operator==(const Period&) const = default;
};

/// The sum of all days.
DayTotals summed(std::span<const DayTotals> days);

/// One period for each calendar week that has a day in it, oldest first. `days` are in order.
std::vector<Period> by_week(std::span<const DayTotals> days, std::chrono::weekday week_starts);

/// Work done over work planned, 0 to 1; nothing where nothing was planned.
std::optional<double> work_share(const DayTotals& sums);

/// The days on which something was scored, for trends.
std::vector<DayScore> daily_scores(std::span<const DayTotals> days);

/// Mean scores before and after, over the sessions that have both; nothing without any.
struct MeanPair {
    double before = 0;
    double after = 0;
    int n = 0;
};
std::optional<MeanPair> mean_pair(const PairedScores& scores);

}  // namespace hipflow
