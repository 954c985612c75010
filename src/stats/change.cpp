// SPDX-License-Identifier: MIT
#include "stats/change.h"

#include <algorithm>
#include <utility>

#include "stats/sample.h"

namespace hipflow {
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
    if (!all_equal) result.range = mean_interval(changes.n, changes.sum, changes.squares);
    return result;
}

std::optional<int> session_change(const Session& session, std::optional<TimedScore> before,
                                  std::optional<TimedScore> after) {
    if (!before || !after || !session.ended_at) return std::nullopt;
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
    // By mean, of equal ones the better known first.
    const auto before = [](double sign) {
        return [sign](const ExerciseChange& a, const ExerciseChange& b) {
            return std::pair(sign * mean_of(a), -a.change.n) <
                   std::pair(sign * mean_of(b), -b.change.n);
        };
    };
    const auto best = std::min_element(compared.begin(), compared.end(), before(1));
    const auto worst = std::min_element(compared.begin(), compared.end(), before(-1));
    if (mean_of(*best) == mean_of(*worst)) return {};
    return {*best, *worst};
}

bool few(const ExerciseChange& exercise) { return exercise.change.n < fewest_for_mean; }

}  // namespace hipflow
