// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "coach/prescribe.h"
#include "coach/state.h"

namespace hipflow {

/// Whether there is such an exercise still: a file may have gone since, or got a fault.
bool is_known(const std::string& id, const ExerciseLookup& exercise);

/// Sets the state one step up (CONTENT 4.4 A4): out of half a dose; straight back to the rung that
/// it came down from for pain; within the band of `dose`, which is that of its rung; or to the
/// bottom of the next variant. False at the top of everything, or where there is nothing to step.
bool step_up(ExerciseState& state, const Exercise& rung, const Dose& dose,
             const CoachThresholds& coach);

/// One rung lower, at the bottom of its band. On the lowest rung: the bottom of the band, and from
/// there half of it.
void step_down(ExerciseState& state, const Exercise& rung);

/// Down to the nearest rung of level 1, or the lowest there is, at the bottom of its band.
void to_level_one(ExerciseState& state, const ExerciseLookup& exercise);

}  // namespace hipflow
