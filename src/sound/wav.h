// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time.h"

namespace hipflow::sound {

/// Samples a second of what hipflow makes itself, and of what espeak-ng renders.
inline constexpr int sample_rate = 22'050;

using Samples = std::vector<std::int16_t>;

Samples silence(Millis length, int rate = sample_rate);
Millis length_of(const Samples& samples, int rate = sample_rate);
/// Returns the length of a file from its beginning and its size in bytes, or nullopt if it is not a
/// WAV file.
std::optional<Millis> length_of_file(std::string_view beginning, std::uintmax_t size);

/// A recording: one channel of 16 bits.
struct Wav {
    int rate = sample_rate;
    Samples samples;
    bool operator==(const Wav&) const = default;
};

/// Encodes a RIFF file, with a title so that people can tell what a file in the cache holds.
std::string encode(const Wav& wav, std::string_view title);

/// Decodes what encode() and voices write: 16 bits, uncompressed, one channel, or two of which the
/// mean is taken. Returns nullopt for anything else, however damaged.
std::optional<Wav> decode(std::string_view file);

/// Removes the near silence at both ends, which would delay what comes next; all of a recording in
/// which nothing is louder.
Samples trimmed(const Samples& samples, int rate = sample_rate);

/// Changes the rate, by linear interpolation.
Samples resampled(const Samples& samples, int from, int to);

/// Brings speech to one loudness, whatever the voice: -20 dBFS over what is not silence, and no
/// peak above -1 dBFS. A recording without anything above -40 dBFS is made louder first.
Samples levelled(Samples samples, int rate = sample_rate);

/// Scales by `volume` per cent, 0 to 100.
Samples at_volume(Samples samples, int volume);

}  // namespace hipflow::sound
