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

/// Tells whether something is held in it, for a time or for some breaths.
bool is_held(const Dose& dose);

/// Completes the dose of a step from that of its exercise. If the step says what is done, only what
/// goes with it is taken from the exercise: sets, pace and release; and where the exercise has
/// several holds in a set, their number for a hold alone, and the hold for reps alone.
Dose merged(const Dose& step, const Dose& exercise);

/// Returns a dose of as many reps as one can with its time limit as a number of reps, if it has one
/// and its pace is known.
Dose with_reps_for_cap(Dose dose);

/// Says which parts of the dose exclude each other, by their keys in the file; empty if none do, or
/// if the dose does not say what is done, since that cannot be judged yet.
std::string_view contradiction(const Dose& dose);

/// Says what the dose lacks to be performed, by the keys of the file; empty if nothing.
std::string_view lack(const Dose& dose);

/// Words all the sets of a step: "hold 30 s", "2 sets of 8 reps, 5 s each",
/// "5 holds of 10 s, 2 s between", "hold 5 breaths", "30 s of movement", "as long as you like, 2
/// min at most".
std::string amount_words(const Work& work);

/// Words a dose with its bands: "2 to 3 sets of 8 to 12 reps, 5 s each".
std::string dose_words(const Dose& dose);

}  // namespace hipflow
