// SPDX-License-Identifier: MIT
#include "coach/states.h"

#include "coach/ladder.h"

namespace hipflow::coach {

ExerciseState& state_in(States& states, const std::string& id) {
    const auto [found, is_new] = states.try_emplace(id);
    if (is_new) found->second.exercise = id;
    return found->second;
}

void start_anew(ExerciseState& state) {
    state.left.counted.clear();
    state.right.counted.clear();
    state.stepped_up.reset();
}

void fall_back_to(States& states, const std::string& id) {
    ExerciseState& below = state_in(states, id);
    below.place = 0;
    below.mastered = false;
    start_anew(below);
}

void close_rung(ExerciseState& state) {
    state.closed = true;
    state.place = 0;
    state.half = false;
    state.mastered = false;
    start_anew(state);
}

bool step_down(States& states, const std::string& id, const ExerciseLookup& exercise) {
    ExerciseState& state = state_in(states, id);
    const auto& easier = exercise(id).easier;
    if (easier && is_known(*easier, exercise)) {
        close_rung(state);
        fall_back_to(states, *easier);
        return true;
    }
    if (state.half && state.place == 0) return false;
    state.half = state.place == 0;
    state.place = 0;
    start_anew(state);
    return true;
}

std::string to_level_one(States& states, const std::string& id, const ExerciseLookup& exercise) {
    std::string lowest = level_one_rung(id, exercise);
    std::string rung = id;
    while (rung != lowest) {
        close_rung(state_in(states, rung));
        rung = exercise(rung).easier.value_or(lowest);
    }
    fall_back_to(states, lowest);
    return lowest;
}

}  // namespace hipflow::coach
