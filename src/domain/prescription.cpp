// SPDX-License-Identifier: MIT
#include "domain/prescription.h"

#include <algorithm>
#include <utility>

namespace hipflow {

std::vector<std::string> all_reasons(const Prescription& prescription) {
    std::vector<std::string> reasons;
    for (const auto& step : prescription.steps) {
        reasons.insert(reasons.end(), step.reasons.begin(), step.reasons.end());
    }
    reasons.insert(reasons.end(), prescription.reasons.begin(), prescription.reasons.end());
    return reasons;
}

std::optional<Prescription> with_easier(const Prescription& prescription, std::size_t step) {
    Prescription changed = prescription;
    auto& chosen = changed.steps.at(step);
    // Another exercise may have taken its place, and be easier already.
    const int level = chosen.work.exercise.level;
    std::erase_if(chosen.easier, [&](const Work& work) { return work.exercise.level > level; });
    if (chosen.easier.empty()) return std::nullopt;
    chosen.work = chosen.easier.front();
    chosen.easier.erase(chosen.easier.begin());
    // What was too much is not offered again.
    std::erase_if(chosen.alternatives, [&](const Work& other) {
        return other.exercise.level > chosen.work.exercise.level ||
               other.exercise.id == chosen.planned_exercise;
    });
    return changed;
}

std::optional<Prescription> with_swap(const Prescription& prescription, std::size_t step) {
    if (prescription.steps.at(step).alternatives.empty()) return std::nullopt;
    Prescription changed = prescription;
    auto& chosen = changed.steps[step];
    std::swap(chosen.work, chosen.alternatives.front());
    std::ranges::rotate(chosen.alternatives, chosen.alternatives.begin() + 1);
    return changed;
}

Prescription with_closing(const Prescription& prescription) {
    Prescription changed = prescription;
    if (!changed.closing) return changed;
    PrescribedStep step;
    step.planned_exercise = changed.closing->exercise.id;
    step.work = *std::move(changed.closing);
    changed.closing.reset();
    changed.steps.push_back(std::move(step));
    return changed;
}

}  // namespace hipflow
