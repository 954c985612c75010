// SPDX-License-Identifier: MIT
#pragma once
#include "domain/prescription.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// The dose of an exercise in the step that names it. Phases of the step give the pace where it
/// writes none.
Dose dose_in(const Step& step, const Exercise& exercise);

/// The sides of an exercise in the step that names it; with one side only it is done on each.
Sides sides_in(const Step& step, const Exercise& exercise);

/// The work of a step's own exercise with what the step says of it: note, load, and phases in the
/// place of the beats and times of the exercise.
Work as_in_step(Work work, const Step& step);

/// How long a breath takes unless the settings say otherwise.
inline constexpr Millis usual_breath{5000};

/// Number of steps from the bottom of the dose's bands to their top; zero without a band. A step is
/// 2 reps or 5 s unless set otherwise, or one breath; the last may
/// be shorter. Sets follow, one at a time.
int steps_in_band(const Dose& dose, const CoachThresholds& coach);

/// The amounts of a dose, `place` steps above the bottom of its bands and at most at their top.
Work work_at(const Exercise& exercise, const Dose& wanted, Sides sides, int place,
             const CoachThresholds& coach, Millis breath = usual_breath);

/// Half as much: half the sets, rounded up; with one set, half the reps, breaths, hold or movement,
/// never below the exercise's own bottom.
Work halved(Work work);

/// Half of a dose that was too much: half of its sets, or else of its reps or time, and never below
/// one rep or five seconds.
Work half_dose(Work work);

/// `percent` of the reps, the hold or the movement, never below the exercise's own bottom
/// (docs/design/care.md, "Rules", A2).
Work lightened(Work work, int percent);

}  // namespace hipflow::coach
