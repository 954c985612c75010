// SPDX-License-Identifier: MIT
#include "coach/earlier_state.h"

#include <algorithm>

#include "coach/ladder.h"

namespace hipflow::coach {
namespace {

ExerciseState done_before(const std::string& id) {
    ExerciseState state;
    state.exercise = id;
    state.stood = true;
    return state;
}

ExerciseState at_its_rung(const EarlierState& earlier) {
    ExerciseState state = done_before(earlier.rung);
    state.place = earlier.place;
    state.half = earlier.half;
    state.returning = earlier.half && !earlier.given && earlier.resting == 0;
    state.resting = earlier.resting;
    state.stepped_up = earlier.stepped_up;
    state.retired = earlier.retired;
    state.reds = earlier.reds;
    state.mornings = earlier.mornings;
    state.left = earlier.left;
    state.right = earlier.right;
    if (earlier.given == earlier.rung) state.held = earlier.exercise;
    return state;
}

/// Rungs above the present one: the person came down from them.
void add_left_upwards(std::vector<ExerciseState>& states, const EarlierState& earlier,
                      const ExerciseLookup& exercise) {
    std::string rung = earlier.exercise;
    while (rung != earlier.rung && is_easier_rung(earlier.rung, rung, exercise)) {
        states.push_back(done_before(rung));
        states.back().closed = true;
        rung = exercise(rung).easier.value_or(earlier.rung);
    }
}

/// Rungs below it, down to the planned one: it has taken their place.
void add_left_behind(std::vector<ExerciseState>& states, const EarlierState& earlier,
                     const ExerciseLookup& exercise) {
    std::string rung = earlier.exercise;
    const auto above = rungs_above(rung, exercise);
    const bool climbed = std::ranges::find(above, earlier.rung) != above.end();
    while (climbed && rung != earlier.rung) {
        states.push_back(done_before(rung));
        states.back().topped = true;
        states.back().mastered = true;
        rung = exercise(rung).harder.value_or(earlier.rung);
    }
}

}  // namespace

std::vector<ExerciseState> continued(const EarlierState& earlier, const ExerciseLookup& exercise) {
    std::vector<ExerciseState> states = {at_its_rung(earlier)};
    add_left_upwards(states, earlier, exercise);
    add_left_behind(states, earlier, exercise);
    if (earlier.given && earlier.given != earlier.rung) {
        const auto known = std::ranges::find(states, *earlier.given, &ExerciseState::exercise);
        if (known == states.end()) {
            states.push_back(done_before(*earlier.given));
            states.back().held = earlier.exercise;
        } else {
            known->held = earlier.exercise;
        }
    }
    return states;
}

std::vector<ExerciseState> all_states(const CoachRecord& record, const ExerciseLookup& exercise) {
    std::vector<ExerciseState> states = record.states;
    // Of two steps on one ladder, the one that held an exercise knows more of it.
    for (const bool held : {true, false}) {
        for (const auto& earlier : record.earlier) {
            for (auto& state : continued(earlier, exercise)) {
                if (state.held.has_value() != held) continue;
                const bool known = std::ranges::find(states, state.exercise,
                                                     &ExerciseState::exercise) != states.end();
                if (!known) states.push_back(std::move(state));
            }
        }
    }
    return states;
}

}  // namespace hipflow::coach
