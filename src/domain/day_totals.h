// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "domain/time.h"

namespace hipflow {

/// Changes of pain by something done: the score after less the score before, so below 0 is better.
/// Kept as sums, from which mean and range follow for any length of the history.
struct ChangeSum {
    int n = 0;
    int sum = 0;
    int squares = 0;
    int worse = 0;  // changes of 2 and more
    bool operator==(const ChangeSum&) const = default;
};

constexpr int worse_from =
    2;  // one-point differences are noise (docs/design/statistics.md, "Change over a session")

constexpr void add(ChangeSum& sum, int change) {
    ++sum.n;
    sum.sum += change;
    sum.squares += change * change;
    if (change >= worse_from) ++sum.worse;
}

constexpr void add(ChangeSum& sum, const ChangeSum& more) {
    sum.n += more.n;
    sum.sum += more.sum;
    sum.squares += more.squares;
    sum.worse += more.worse;
}

/// The number of answers on the pain scale, and their sum. A missing answer does not count as 0.
struct ScoreSum {
    int n = 0;
    int sum = 0;
    bool operator==(const ScoreSum&) const = default;
};

/// The number of sessions with a score before and one after, and the sums of both.
struct PairedScores {
    int n = 0;
    int before_sum = 0;
    int after_sum = 0;
    bool operator==(const PairedScores&) const = default;
};

/// The sums over the sessions and scores of one local day.
///
/// A session is *performed* if it is completed or partial, or in progress with at least one set
/// done. `sessions`, the three times, `sets` and `pair` are those of performed sessions; `kept`
/// also counts rest that the gate asked for, but only sessions that count for the schedule. Several
/// sites asked about at once are one answer: the highest. `change` is of performed sessions whose
/// scores were entered at the time.
struct DayTotals {
    Day local_day{};
    int sessions = 0;
    int kept = 0;
    Millis planned{};
    Millis done{};
    Millis active{};
    int sets = 0;  // done or partial
    ScoreSum before{};
    ScoreSum peak{};
    ScoreSum after{};
    ScoreSum morning{};  // of the day it follows
    ScoreSum checkin{};
    PairedScores pair{};
    ChangeSum change{};
    /// The value of the day in a trend: the median of its answers before sessions; without any,
    /// that of its check-ins.
    std::optional<double> score{};
    /// When the kept sessions began, since midnight of the day, in order. Only the plans know it
    /// (schedule/plan_days.h); it is not stored, and empty where it is not known.
    std::vector<Millis> kept_at{};
    bool operator==(const DayTotals&) const = default;
};

}  // namespace hipflow
