// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <string>

#include "coach/prescribe.h"
#include "coach/state.h"

namespace hipflow::coach {

/// By the ids of exercises.
using States = std::map<std::string, ExerciseState, std::less<>>;

/// The state of an exercise; one in which nothing is known, if there is none yet.
ExerciseState& state_in(States& states, const std::string& id);

/// After a change, neither earlier exposures nor the last step up count towards the next one.
void start_anew(ExerciseState& state);

/// The person comes down from an exercise, and has to earn it again.
void close_rung(ExerciseState& state);

/// Makes an exercise the one that is given again, at the bottom of its band.
void fall_back_to(States& states, const std::string& id);

/// Takes an exercise one rung down, to the bottom of its band. On the lowest rung: to the bottom of
/// the band, and from there to half of it. Returns false if there is nothing less.
bool step_down(States& states, const std::string& id, const ExerciseLookup& exercise);

/// Takes an exercise down to the nearest rung of level 1. Returns that rung.
std::string to_level_one(States& states, const std::string& id, const ExerciseLookup& exercise);

}  // namespace hipflow::coach
