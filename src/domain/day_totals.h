// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "domain/time.h"

namespace hipflow {

/// Changes of pain by something done, each a score after less the score before: below 0 is better.
/// Kept as sums, from which mean and range follow at any length of the history.
struct ChangeSum {
    int n = 0;
    int sum = 0;
    int squares = 0;
    int worse = 0;  // changes of 2 and more
    bool operator==(const ChangeSum&) const = default;
};

constexpr int worse_from = 2;  // one-point differences are noise (CONTENT 3.1)

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

/// Answers on the pain scale: how many, and their sum. No answer is no answer, never a zero.
struct ScoreSum {
    int n = 0;
    int sum = 0;
    bool operator==(const ScoreSum&) const = default;
};

/// Sessions that have a score before and one after, with the sums of both.
struct PairedScores {
    int n = 0;
    int before_sum = 0;
    int after_sum = 0;
    bool operator==(const PairedScores&) const = default;
};

/// What the sessions and scores of one local day add up to.
///
/// A session is *performed* if it is completed or partial, or in progress with at least one set
/// done. `sessions`, the three times, `sets` and `pair` are those of performed sessions; `kept`
/// also counts rest that the gate asked for, but only sessions that count for the schedule. Several
/// sites asked about at once are one answer: the highest. `change` is of performed sessions whose
/// scores were entered at the time (TRACKING c2).
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
    /// The one value of the day in a trend: the median of its answers before sessions, else of its
    /// check-ins.
    std::optional<double> score{};
    bool operator==(const DayTotals&) const = default;
};

}  // namespace hipflow
