// SPDX-License-Identifier: MIT
#include "domain/exercise.h"

#include <algorithm>

namespace hipflow {

void put_on(Exercise& exercise, Surface surface) {
    if (!bed_carries(exercise.position)) return;
    const bool on_bed = surface == Surface::bed;
    const bool was_on_bed = exercise.on == Surface::bed;
    if (exercise.figure) exercise.figure->scene.bed = on_bed;
    if (on_bed) {
        exercise.on = Surface::bed;
        std::erase(exercise.needs, "mat");
        if (exercise.risks) std::erase(*exercise.risks, "floor");
        return;
    }
    exercise.on.reset();
    if (was_on_bed && exercise.risks) exercise.risks->emplace_back("floor");
}

std::string joined(const std::vector<Instruction>& sentences) {
    std::string text;
    for (const auto& sentence : sentences) {
        if (!text.empty()) text += ' ';
        text += sentence.say;
    }
    return text;
}

Millis shortest_rep(const std::vector<RepPhase>& phases) {
    Millis sum{0};
    for (const auto& phase : phases) sum += phase.time;
    return sum;
}

std::vector<std::string> movement_texts(const Exercise& exercise) {
    std::vector<std::string> texts;
    texts.reserve(exercise.instructions.size() + exercise.phases.size());
    for (const auto& sentence : exercise.instructions) texts.push_back(sentence.say);
    for (const auto& phase : exercise.phases) texts.push_back(phase.say);
    return texts;
}

}  // namespace hipflow
