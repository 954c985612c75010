// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "session/blocks.h"
#include "session/score.h"
#include "sound/wav.h"

namespace hipflow {

/// Sines with faded edges, so that nothing clicks, about as loud as speech. As long as length_of()
/// says, give or take a sample.
Samples samples_of(Tone tone, int rate = sample_rate);

/// The recording of a sentence, if there is one.
using SentenceSource = std::function<std::optional<Wav>(const std::string&)>;

/// The sounds of a block as one recording, each at its place to the sample. `wake` comes before
/// them: noise too faint to be heard, for what swallows the first moments after a silence. `volume`
/// 0 to 100. A sentence that is missing is silence.
Wav mixed(std::span<const Sound> sounds, const SentenceSource& sentence, int volume, Millis wake);

/// What is heard in a block, as it stands in the title of its file: "[end] Change sides: right."
std::string title_of(std::span<const Sound> sounds);

}  // namespace hipflow
