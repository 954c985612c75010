// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "domain/day_totals.h"
#include "domain/time.h"
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

/// Work done over work planned, 0 to 1; nullopt where nothing was planned.
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

/// Sessions of some days, counted by how they went. `sessions` is those performed: completed or
/// partial, or under way with a set done. Rest that the pain gate asked for is apart.
struct SessionCounts {
    int sessions = 0;
    int completed = 0;
    int timed = 0;  // the others were typed in
    int rested = 0;
    int stopped_for_pain = 0;
    int stopped_for_time = 0;
    int stopped_tired = 0;
    int stopped_otherwise = 0;
    int easy = 0;
    int ok = 0;
    int hard = 0;
    Millis planned{};
    Millis done{};
    Millis active{};
    bool operator==(const SessionCounts&) const = default;
};

/// What the days from `from` to `to` add up to.
struct CountedPeriod {
    Day from{};
    Day to{};
    SessionCounts counts;
    bool operator==(const CountedPeriod&) const = default;
};

void add(SessionCounts& sum, const SessionCounts& more);

/// One for each calendar week that has a day in it, oldest first. `days` are in order.
std::vector<CountedPeriod> by_week(std::span<const CountedPeriod> days,
                                   std::chrono::weekday week_starts);

}  // namespace hipflow
