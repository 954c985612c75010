// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/prescription.h"

namespace hipflow {

/// All the sets of a step in words: "hold 30 s", "2 sets of 8 reps, 5 s each", "5 holds of 10 s, 2
/// s between", "as long as you like, 2 min at most".
std::string amount_words(const Work& work);

/// A dose with its bands: "2 sets of 8 to 12 reps, 5 s each".
std::string dose_words(const Dose& dose);

}  // namespace hipflow
