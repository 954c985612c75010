// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "stats/change.h"

namespace hipflow {

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
