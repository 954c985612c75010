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

namespace {

/// Puts the next easier alternate in the place of the work; returns false if none is left.
bool ease(PrescribedStep& chosen) {
    // Another exercise may have taken its place, and be easier already.
    const int level = chosen.work.exercise.level;
    std::erase_if(chosen.easier, [&](const Work& work) { return work.exercise.level > level; });
    if (chosen.easier.empty()) return false;
    chosen.work = chosen.easier.front();
    chosen.easier.erase(chosen.easier.begin());
    // What was too much is not offered again.
    std::erase_if(chosen.alternatives, [&](const Work& other) {
        return other.exercise.level > chosen.work.exercise.level ||
               other.exercise.id == chosen.planned_exercise;
    });
    return true;
}

bool swap_work(PrescribedStep& chosen) {
    if (chosen.alternatives.empty()) return false;
    std::swap(chosen.work, chosen.alternatives.front());
    std::ranges::rotate(chosen.alternatives, chosen.alternatives.begin() + 1);
    return true;
}

/// Changes a step, and with it the later rounds that still hold the same exercise. Returns nullopt
/// where there is nothing to change.
template <typename Change>
std::optional<Prescription> with_changed(const Prescription& prescription, std::size_t step,
                                         const Change& change) {
    const PrescribedStep& before = prescription.steps.at(step);
    Prescription changed = prescription;
    if (!change(changed.steps[step])) return std::nullopt;
    for (std::size_t i = step + 1; before.block > 0 && i < changed.steps.size(); ++i) {
        const PrescribedStep& later = changed.steps[i];
        const bool same = later.block == before.block && later.place == before.place &&
                          later.work.exercise.id == before.work.exercise.id;
        if (same) change(changed.steps[i]);
    }
    return changed;
}

}  // namespace

std::optional<Prescription> with_easier(const Prescription& prescription, std::size_t step) {
    return with_changed(prescription, step, ease);
}

std::optional<Prescription> with_swap(const Prescription& prescription, std::size_t step) {
    return with_changed(prescription, step, swap_work);
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

std::vector<std::size_t> blocks_of(const std::vector<PrescribedStep>& steps) {
    std::vector<std::size_t> blocks;
    blocks.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool goes_on = i > 0 && steps[i].block > 0 && steps[i].block == steps[i - 1].block;
        blocks.push_back(goes_on ? blocks[i - 1] : i);
    }
    return blocks;
}

std::vector<std::size_t> first_rounds_of(const std::vector<PrescribedStep>& steps) {
    const std::vector<std::size_t> blocks = blocks_of(steps);
    std::vector<std::size_t> firsts;
    firsts.reserve(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        std::size_t first = blocks[i];
        while (steps[first].place != steps[i].place) ++first;
        firsts.push_back(first);
    }
    return firsts;
}

std::size_t steps_once(const Prescription& prescription) {
    const auto firsts = first_rounds_of(prescription.steps);
    std::size_t count = 0;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        if (firsts[i] == i) ++count;
    }
    return count;
}

}  // namespace hipflow
