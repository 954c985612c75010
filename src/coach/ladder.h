// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/prescribe.h"
#include "coach/state.h"
#include "domain/prescription.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// The amounts of a dose, `place` steps above the bottom of its band and at most at its top.
Work work_at(const Exercise& exercise, const Dose& dose, Sides sides, int place,
             const CoachThresholds& coach);

/// Half as much: half the sets, rounded up; with one set, half the reps, hold or movement, never
/// below the exercise's own bottom.
Work halved(Work work);

/// `percent` of the reps, the hold or the movement, never below the exercise's own bottom
/// (docs/design/care.md, "Rules", A2).
Work lightened(Work work, int percent);

/// True if the exercise exists: its file may be gone or have an error.
bool is_known(const std::string& id, const ExerciseLookup& exercise);

/// True if `id` is one of the easier rungs of the exercise `of`.
bool is_easier_rung(const std::string& id, const std::string& of, const ExerciseLookup& exercise);

/// Moves the state one step up (docs/design/care.md, "Rules", A4): out of half a dose; straight
/// back to the rung that it came down from for pain; within the band of `dose`, which is that of
/// its rung; or to the bottom of the next variant. Returns false at the top, or if nothing can be
/// made harder.
bool step_up(ExerciseState& state, const Exercise& rung, const Dose& dose,
             const CoachThresholds& coach);

/// Moves one rung down, to the bottom of its band. On the lowest rung: to the bottom of the band,
/// and from there to half of it.
void step_down(ExerciseState& state, const Exercise& rung);

/// Moves down to the nearest rung of level 1, or the lowest there is, at the bottom of its band.
void to_level_one(ExerciseState& state, const ExerciseLookup& exercise);

/// How far one side of an exercise is on its way to a step up (docs/design/care.md, "Rules", A4).
struct Readiness {
    std::vector<Day> comfortable;          // days that count towards it, newest first
    std::optional<std::string> spoilt_by;  // why the newest exposure does not count, as a clause
};

/// The run of comfortable exposures up to the newest: green, with an answered start and a rise
/// within the limits, not hard, their mornings answered and as usual, on different days and far
/// enough apart.
Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach);

}  // namespace hipflow::coach
