// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "domain/exercise.h"
#include "domain/prescription.h"

namespace hipflow {

/// Whether the dose says what is done: a hold, reps, or a cap.
bool names_work(const Dose& dose);

/// A step's dose, completed from its exercise's. If the step says what is done, that is the step's
/// alone, and only what goes with it (sets, pace, release) is taken over.
Dose merged(const Dose& step, const Dose& exercise);

/// Which parts of the dose exclude each other, in the words of the files; empty if none do. Of a
/// dose that does not say what is done, this cannot be told yet.
std::string_view contradiction(const Dose& dose);

/// What the dose lacks before it can be performed, in the words of the files; empty if nothing.
std::string_view lack(const Dose& dose);

/// All the sets of a step in words: "hold 30 s", "2 sets of 8 reps, 5 s each", "5 holds of 10 s, 2
/// s between", "as long as you like, 2 min at most".
std::string amount_words(const Work& work);

/// A dose with its bands: "2 sets of 8 to 12 reps, 5 s each".
std::string dose_words(const Dose& dose);

}  // namespace hipflow
