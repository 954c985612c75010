// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "domain/day_totals.h"
#include "domain/time.h"
#include "stats/trend.h"

namespace hipflow::stats {

/// Sums over the days from `from` to `to`, both included. The day and the score in `sums` have no
/// meaning.
struct Period {
    Day from{};
    Day to{};
    DayTotals sums;
    bool part_of_week = false;  // set by complete_weeks()
    bool operator==(const Period&) const = default;
};

/// The sum of all days.
DayTotals summed(std::span<const DayTotals> days);

/// One period for each calendar week that contains a day, oldest first. `days` are in order.
std::vector<Period> by_week(std::span<const DayTotals> days, std::chrono::weekday week_starts);

/// Work done over work planned, 0 to 1; nullopt where nothing was planned.
std::optional<double> work_share(const DayTotals& sums);

/// Days with a score, for trends.
std::vector<DayScore> daily_scores(std::span<const DayTotals> days);

/// Mean scores before and after, over the sessions that have both.
struct MeanPair {
    double before = 0;
    double after = 0;
    int n = 0;
};
/// nullopt without such a session.
std::optional<MeanPair> mean_pair(const PairedScores& scores);

/// Sessions counted by how they went. `sessions` are those performed: completed, partial, or under
/// way with a set done. Rest that the pain gate asked for is counted apart.
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

/// Counts for the days from `from` to `to`, both included.
struct CountedPeriod {
    Day from{};
    Day to{};
    SessionCounts counts;
    bool part_of_week = false;  // set by complete_weeks()
    bool operator==(const CountedPeriod&) const = default;
};

/// Adds a row of zeros for each of `planned` that is missing, and marks those of which the days
/// from `from` to `to` hold only a part. `weeks` are calendar weeks and `planned` first days of
/// such, both in order.
void complete_weeks(std::vector<Period>& weeks, std::span<const Day> planned, Day from, Day to);
void complete_weeks(std::vector<CountedPeriod>& weeks, std::span<const Day> planned, Day from,
                    Day to);

void add(SessionCounts& sum, const SessionCounts& more);

/// One for each calendar week that contains a day, oldest first. `days` are in order.
std::vector<CountedPeriod> by_week(std::span<const CountedPeriod> days,
                                   std::chrono::weekday week_starts);

}  // namespace hipflow::stats
