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

/// What was done of one exercise on one side in one session, and how it felt.
struct ExerciseRow {
    std::string exercise;
    Side side = Side::both;
    Day day{};
    int level = 1;
    Millis planned{};
    Millis done{};
    std::optional<int> before;          // of the session, the highest of its sites
    std::optional<int> peak;            // said of this exercise on this side
    std::optional<HurtMore> hurt_more;  // said of the session
};

/// How much more it hurt at its worst than before the session; negative never happens but by an
/// answer that says so. "None hurt more" is an answer for every exercise, and so is naming others
/// (DESIGN 7); without an answer it is not known, and not zero.
std::optional<int> exercise_change(const ExerciseRow& row);

/// One exercise on one side over a part of the history.
struct ExerciseUse {
    std::string exercise;
    Side side = Side::both;
    int sessions = 0;
    Millis planned{};
    Millis done{};
    int first_level = 1;
    int last_level = 1;
    Day first_day{};
    Day last_day{};
    ChangeSum change;
    bool operator==(const ExerciseUse&) const = default;
};

/// Takes rows in any order of exercises, but each exercise's oldest first.
class ExerciseUses {
   public:
    void add(const ExerciseRow& row);
    /// By exercise and side: left, right, both.
    const std::vector<ExerciseUse>& all() const { return uses_; }

   private:
    std::vector<ExerciseUse> uses_;
};

/// For tolerance().
std::vector<ExerciseChange> changes_of(const std::vector<ExerciseUse>& uses);

/// The work of each side, over the exercises that have sides.
struct SideWork {
    Millis left{};
    Millis right{};
};
SideWork side_work(const std::vector<ExerciseUse>& uses);

}  // namespace hipflow
