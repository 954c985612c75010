// SPDX-License-Identifier: MIT
#include "coach/ladder_step.h"

#include <algorithm>
#include <set>

#include "coach/amounts.h"

namespace hipflow {
namespace {

/// Rest and breathing: there is nothing to make harder (CONTENT 1.3, #8).
bool settles(const Exercise& exercise) {
    return std::ranges::find(exercise.target, "settling") != exercise.target.end();
}

void climb(ExerciseState& state, const std::string& rung) {
    state.rung = rung;
    state.place = 0;
    state.lowered = std::max(0, state.lowered - 1);
}

}  // namespace

bool is_known(const std::string& id, const ExerciseLookup& exercise) {
    try {
        exercise(id);
        return true;
    } catch (const Error&) {
        return false;
    }
}

bool step_up(ExerciseState& state, const Exercise& rung, const Dose& dose,
             const CoachThresholds& coach) {
    if (state.half) {
        state.half = false;
        return true;
    }
    if (settles(rung)) return false;
    if (state.lowered > 0 && rung.harder) {
        climb(state, *rung.harder);
        return true;
    }
    if (state.place < steps_in_band(dose, coach)) {
        ++state.place;
        return true;
    }
    if (!rung.harder) return false;
    climb(state, *rung.harder);
    return true;
}

void step_down(ExerciseState& state, const Exercise& rung) {
    if (rung.easier) {
        state.rung = *rung.easier;
        ++state.lowered;
    } else {
        state.half = state.half || state.place == 0;
    }
    state.place = 0;
}

void to_level_one(ExerciseState& state, const ExerciseLookup& exercise) {
    std::set<std::string> seen;
    Exercise rung = exercise(state.rung);
    while (rung.level > 1 && rung.easier && seen.insert(rung.id).second) {
        rung = exercise(*rung.easier);
    }
    state.rung = rung.id;
    state.place = 0;
    state.lowered = 0;
}

}  // namespace hipflow
