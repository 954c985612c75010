// SPDX-License-Identifier: MIT
#pragma once
#include "domain/prescription.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// Number of steps from the bottom of the dose's band to its top; zero without a band. A step is 2
/// reps or 5 s unless set otherwise (docs/design/care.md, "Amounts"); the last may be shorter.
int steps_in_band(const Dose& dose, const CoachThresholds& coach);

/// The amounts of a dose, `place` steps above the bottom of its band and at most at its top.
Work work_at(const Exercise& exercise, const Dose& dose, Sides sides, int place,
             const CoachThresholds& coach);

/// Half as much: half the sets, rounded up; with one set, half the reps, hold or movement, never
/// below the exercise's own bottom.
Work halved(Work work);

/// Half of a dose that was too much: half of its sets, or else of its reps or time, and never below
/// one rep or five seconds.
Work half_dose(Work work);

/// `percent` of the reps, the hold or the movement, never below the exercise's own bottom
/// (docs/design/care.md, "Rules", A2).
Work lightened(Work work, int percent);

}  // namespace hipflow::coach
