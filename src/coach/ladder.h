// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/prescribe.h"
#include "coach/state.h"
#include "domain/prescription.h"
#include "domain/settings.h"

namespace hipflow {

/// How many steps lead from the bottom of the dose's band to its top; none where nothing has a
/// band. One step is +2 reps or +5 s (CONTENT 4.4 A4, settable); the last may be a shorter one.
int steps_in_band(const Dose& dose, const CoachThresholds& coach);

/// The amounts of a dose so many steps above the bottom of its band, at most at its top.
Work work_at(const Exercise& exercise, const Dose& dose, Sides sides, int place,
             const CoachThresholds& coach);

/// Half a session (DESIGN 4): half the sets, rounded up; of one set, half the reps or hold, never
/// below the exercise's own bottom.
Work halved(Work work);

/// So much of the reps or the hold, never below the exercise's own bottom (CONTENT 4.4 A2).
Work lightened(Work work, int percent);

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

/// How far one side of an exercise is on its way to a step up (CONTENT 4.4 A4).
struct Readiness {
    std::vector<Day> comfortable;          // days that count towards it, newest first
    std::optional<std::string> spoilt_by;  // why the newest exposure does not, as a clause
};

/// The run of comfortable exposures up to the newest that counts: green, no more than the settable
/// rise, with an answered start, not hard, its morning answered and as usual; of different days,
/// and far enough apart.
Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach);

/// "20 Nov".
std::string short_day(Day day);

}  // namespace hipflow
