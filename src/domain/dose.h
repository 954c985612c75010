// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "domain/exercise.h"
#include "domain/prescription.h"

namespace hipflow {

/// Tells whether the dose says what is done: a hold, reps, a time of movement, or a
/// cap.
bool names_work(const Dose& dose);

/// Completes the dose of a step from that of its exercise. If the step says what is done, only what
/// goes with it (sets, pace, release) is taken from the exercise.
Dose merged(const Dose& step, const Dose& exercise);

/// Says which parts of the dose exclude each other, by their keys in the file; empty if none do, or
/// if the dose does not say what is done, since that cannot be judged yet.
std::string_view contradiction(const Dose& dose);

/// Says what the dose lacks to be performed, by the keys of the file; empty if nothing.
std::string_view lack(const Dose& dose);

/// Words all the sets of a step: "hold 30 s", "2 sets of 8 reps, 5 s each",
/// "5 holds of 10 s, 2 s between", "30 s of movement", "as long as you like, 2 min at most".
std::string amount_words(const Work& work);

/// Words a dose with its bands: "2 sets of 8 to 12 reps, 5 s each".
std::string dose_words(const Dose& dose);

}  // namespace hipflow
