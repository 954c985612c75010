// SPDX-License-Identifier: MIT
#include "stats/change.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "stats/sample.h"

namespace hipflow::stats {
namespace {

constexpr std::chrono::minutes soon{15};

bool near(Instant recorded, Instant event) {
    return recorded - event <= soon && event - recorded <= soon;
}

double mean_of(const ExerciseChange& exercise) {
    return static_cast<double>(exercise.change.sum) / exercise.change.n;
}

}  // namespace

std::optional<MeanChange> mean_change(const ChangeSum& changes) {
    if (changes.n < fewest_for_mean) return std::nullopt;
    MeanChange result{changes.n, static_cast<double>(changes.sum) / changes.n, {}, changes.worse};
    const bool all_equal = static_cast<long>(changes.sum) * changes.sum ==
                           static_cast<long>(changes.squares) * changes.n;
    if (!all_equal) result.interval = mean_interval(changes.n, changes.sum, changes.squares);
    return result;
}

std::optional<int> session_change(const Session& session, std::optional<TimedScore> before,
                                  std::optional<TimedScore> after) {
    if (!before || !after || !session.ended_at) return std::nullopt;
    if (session.source != Source::timed) return std::nullopt;
    if (!near(before->recorded_at, session.started.at)) return std::nullopt;
    if (!near(after->recorded_at, *session.ended_at)) return std::nullopt;
    return after->score - before->score;
}

Tolerance tolerance(std::span<const ExerciseChange> exercises) {
    std::vector<ExerciseChange> compared;
    std::copy_if(exercises.begin(), exercises.end(), std::back_inserter(compared),
                 [](const auto& exercise) { return exercise.change.n > 0; });
    const auto enough = std::stable_partition(compared.begin(), compared.end(),
                                              [](const auto& exercise) { return !few(exercise); });
    if (enough - compared.begin() >= 2) compared.erase(enough, compared.end());
    if (compared.size() < 2) return {};
    // By mean; of equal ones the one with more changes first.
    const auto before = [](double sign) {
        return [sign](const ExerciseChange& a, const ExerciseChange& b) {
            return std::pair(sign * mean_of(a), -a.change.n) <
                   std::pair(sign * mean_of(b), -b.change.n);
        };
    };
    const auto best = std::min_element(compared.begin(), compared.end(), before(1));
    const auto worst = std::min_element(compared.begin(), compared.end(), before(-1));
    if (mean_of(*best) == mean_of(*worst)) return {};
    const auto others_like = [&](double mean) {
        return static_cast<int>(std::ranges::count(compared, mean, mean_of)) - 1;
    };
    return {*best, *worst, others_like(mean_of(*best)), others_like(mean_of(*worst))};
}

bool few(const ExerciseChange& exercise) { return exercise.change.n < fewest_for_mean; }

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
    if (row.load) use->load = row.load;
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

}  // namespace hipflow::stats
