// SPDX-License-Identifier: MIT
#include "stats/exercise_use.h"

#include <algorithm>
#include <tuple>

namespace hipflow {

std::optional<int> exercise_change(const ExerciseRow& row) {
    if (!row.before) return std::nullopt;
    if (row.peak) return *row.peak - *row.before;
    if (row.hurt_more) return 0;
    return std::nullopt;
}

void ExerciseUses::add(const ExerciseRow& row) {
    const auto key = [](const auto& use) { return std::tie(use.exercise, use.side); };
    auto use = std::lower_bound(uses_.begin(), uses_.end(), row,
                                [&](const auto& a, const auto& b) { return key(a) < key(b); });
    if (use == uses_.end() || key(*use) != key(row)) {
        ExerciseUse fresh;
        fresh.exercise = row.exercise;
        fresh.side = row.side;
        fresh.first_level = row.level;
        fresh.first_day = row.day;
        use = uses_.insert(use, fresh);
    }
    ++use->sessions;
    use->planned += row.planned;
    use->done += row.done;
    use->last_level = row.level;
    use->last_day = row.day;
    if (const auto change = exercise_change(row)) hipflow::add(use->change, *change);
}

std::vector<ExerciseChange> changes_of(const std::vector<ExerciseUse>& uses) {
    std::vector<ExerciseChange> changes;
    changes.reserve(uses.size());
    for (const auto& use : uses) changes.push_back({use.exercise, use.side, use.change});
    return changes;
}

SideWork side_work(const std::vector<ExerciseUse>& uses) {
    SideWork work;
    for (const auto& use : uses) {
        if (use.side == Side::left) work.left += use.done;
        if (use.side == Side::right) work.right += use.done;
    }
    return work;
}

}  // namespace hipflow
