// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "session/blocks.h"
#include "session/score.h"
#include "sound/wav.h"

namespace hipflow::sound {

/// Makes the samples of a tone: sines with faded edges, so that nothing clicks, about as loud as
/// speech. Their length is that of length_of(), give or take a sample.
Samples samples_of(session::Tone tone, int rate = sample_rate);

/// Returns the recording of a sentence, or nullopt if there is none.
using SentenceSource = std::function<std::optional<Wav>(const Phrase&)>;

/// The words of a sound, with their language.
inline Phrase phrase_of(const session::Sound& sound) { return {sound.text, sound.language}; }

/// Mixes the sounds of a block into one recording, each at its place to the sample. `wake` is the
/// length of the noise before them, too faint to be heard: a device that has slept swallows the
/// first moments. `volume` is 0 to 100. A missing sentence is silent.
Wav mixed(std::span<const session::Sound> sounds, const SentenceSource& sentence, int volume,
          Millis wake);

/// Describes a block for the title of its file: "[end] Change sides: right."
std::string title_of(std::span<const session::Sound> sounds);

}  // namespace hipflow::sound
