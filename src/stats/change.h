// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/day_totals.h"
#include "domain/number.h"
#include "domain/records.h"

namespace hipflow::stats {

/// Below this number changes are listed, not averaged.
inline constexpr int fewest_for_mean = 5;

/// Mean change of pain in points, with its 95 % interval (docs/design/statistics.md, "Change over a
/// session").
struct MeanChange {
    int n = 0;
    double mean = 0;
    std::optional<Interval> interval;  // nullopt where all changes are equal
    int worse = 0;
};
/// nullopt below fewest_for_mean.
std::optional<MeanChange> mean_change(const ChangeSum& changes);

/// A score, and when it was entered.
struct TimedScore {
    int score = 0;
    Instant recorded_at{};
};
/// Change over a session, in points. nullopt unless hipflow timed it, and there is a score before
/// and one after, each entered within 15 minutes of the start or the end: what is remembered later
/// is a different kind of data.
std::optional<int> session_change(const Session& session, std::optional<TimedScore> before,
                                  std::optional<TimedScore> after);

/// Changes of one exercise on one side, over many sessions.
struct ExerciseChange {
    std::string exercise;
    Side side = Side::both;
    ChangeSum change;  // worst moment minus the score before the session
};

/// Exercises that went best and worst by their mean change (docs/design/statistics.md,
/// "Tolerance").
struct Tolerance {
    std::optional<ExerciseChange> best;
    std::optional<ExerciseChange> worst;
    int best_too = 0;  // how many others have the same mean as the best
    int worst_too = 0;
};
/// Compares the exercises that have at least fewest_for_mean changes; if fewer than two have so
/// many, compares all, and few() warns. Of equal means the one with more changes wins. Empty if
/// there is nothing to compare, or no difference.
Tolerance tolerance(std::span<const ExerciseChange> exercises);

/// True if there are too few sessions to tell chance from habit.
bool few(const ExerciseChange& exercise);

/// One exercise on one side in one session: what was done, and how it felt.
struct ExerciseRow {
    std::string exercise;
    Side side = Side::both;
    Day day{};
    int level = 1;
    Millis planned{};
    Millis done{};
    std::optional<int> before;          // of the session: the highest of its sites
    std::optional<int> peak;            // reported for this exercise on this side
    std::optional<HurtMore> hurt_more;  // answered for the session
    std::optional<std::string> load{};  // what it was done with
};

/// Worst moment of the exercise minus the score before the session; negative only if an answer says
/// so. "None hurt more" answers for every exercise, and naming some answers for the others: zero.
/// nullopt without an answer.
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
    std::optional<std::string> load{};  // the last that it was done with
    bool operator==(const ExerciseUse&) const = default;
};

/// Collects rows in any order of exercises, but each exercise's oldest first.
class ExerciseUses {
   public:
    void add(const ExerciseRow& row);
    /// By exercise and side: left, right, both.
    const std::vector<ExerciseUse>& all() const { return uses_; }

   private:
    std::vector<ExerciseUse> uses_;
};

/// Input for tolerance().
std::vector<ExerciseChange> changes_of(const std::vector<ExerciseUse>& uses);

/// Work of each side, over the exercises that have sides.
struct SideWork {
    Millis left{};
    Millis right{};
};
SideWork side_work(const std::vector<ExerciseUse>& uses);

}  // namespace hipflow::stats
