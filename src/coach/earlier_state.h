// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "coach/prescribe.h"
#include "coach/state.h"

namespace hipflow::coach {

/// The states with which the coach goes on from one that a session recorded for the exercise that
/// its routine planned: that of its rung; those of the rungs between the two, from which the person
/// came down or which they have left behind; and that of what the session held instead.
std::vector<ExerciseState> continued(const EarlierState& earlier, const ExerciseLookup& exercise);

/// The states of a record, and those that follow from its earlier ones; each exercise once.
std::vector<ExerciseState> all_states(const CoachRecord& record, const ExerciseLookup& exercise);

}  // namespace hipflow::coach
