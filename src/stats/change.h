// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/change_sum.h"
#include "domain/interval.h"
#include "domain/records.h"

namespace hipflow {

/// Below this many, changes are listed and not averaged (TRACKING c2).
inline constexpr int fewest_for_mean = 5;

/// The mean change of pain, and where it may well lie at 95 %. No range where all are equal.
struct MeanChange {
    int n = 0;
    double mean = 0;
    std::optional<Interval> range;
    int worse = 0;
};
/// Nothing below fewest_for_mean.
std::optional<MeanChange> mean_change(const ChangeSum& changes);

/// The change that a session brought, in points: only of sessions with a score before and one
/// after, each entered within 15 minutes of the start or the end (TRACKING c2). What is remembered
/// later is not data of the same kind.
struct TimedScore {
    int score = 0;
    Instant recorded_at{};
};
std::optional<int> session_change(const Session& session, std::optional<TimedScore> before,
                                  std::optional<TimedScore> after);

/// What is known of one exercise, on one side, over many sessions.
struct ExerciseChange {
    std::string exercise;
    Side side = Side::both;
    ChangeSum change;  // of its worst moment against the score before the session
};

/// The exercises that went best and worst by their mean change.
struct Tolerance {
    std::optional<ExerciseChange> best;
    std::optional<ExerciseChange> worst;
};
/// Only those with at least fewest_for_mean changes are compared; where fewer than two have so
/// many, all are, and `few()` warns. Of equal ones the one with more changes counts. Nothing to
/// compare, or no difference, is nothing.
Tolerance tolerance(std::span<const ExerciseChange> exercises);

/// Too few sessions to tell chance from habit.
bool few(const ExerciseChange& exercise);

}  // namespace hipflow
