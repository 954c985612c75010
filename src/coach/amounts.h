// SPDX-License-Identifier: MIT
#pragma once
#include "domain/prescription.h"
#include "domain/settings.h"

namespace hipflow {

/// How many steps lead from the bottom of the dose's band to its top; none where nothing has a
/// band. One step is +2 reps or +5 s (CONTENT 4.4 A4, settable); the last may be a shorter one.
int steps_in_band(const Dose& dose, const CoachThresholds& coach);

/// The amounts of a dose so many steps above the bottom of its band, at most at its top.
Work settled(const Exercise& exercise, const Dose& dose, Sides sides, int place,
             const CoachThresholds& coach);

/// Half a session (DESIGN 4): half the sets, rounded up; of one set, half the reps or hold, never
/// below the exercise's own bottom.
Work halved(Work work);

/// So much of the reps or the hold, never below the exercise's own bottom (CONTENT 4.4 A2).
Work lightened(Work work, int percent);

}  // namespace hipflow
