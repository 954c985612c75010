// SPDX-License-Identifier: MIT
#pragma once
#include "session/score.h"
#include "sound/wav.h"

namespace hipflow {

/// Sines with faded edges, so that nothing clicks, about as loud as speech. As long as length_of()
/// says, give or take a sample.
Samples samples_of(Tone tone, int rate = sample_rate);

}  // namespace hipflow
