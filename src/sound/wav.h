// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/duration.h"

namespace hipflow {

/// What the program itself makes, and what espeak-ng renders: samples a second, one channel.
inline constexpr int sample_rate = 22'050;

using Samples = std::vector<std::int16_t>;

Samples silence(Millis length, int rate = sample_rate);
Millis length_of(const Samples& samples, int rate = sample_rate);
/// The length of a file of which the beginning and the size are known; nothing if it is no WAV.
std::optional<Millis> length_of_file(std::string_view beginning, std::uintmax_t size);

/// One channel of 16 bits.
struct Wav {
    int rate = sample_rate;
    Samples samples;
    bool operator==(const Wav&) const = default;
};

/// A RIFF file. The title stands in it as well, so that a cache can be read by people.
std::string encode(const Wav& wav, std::string_view title);

/// Reads what encode() writes and what renderers do: 16 bits, uncompressed, one channel or two, of
/// which the mean is taken. Nothing for anything else, however damaged.
std::optional<Wav> decode(std::string_view file);

/// Without the near silence at both ends, which would delay what comes next.
Samples trimmed(const Samples& samples);

/// At another rate, in a straight line from sample to sample.
Samples resampled(const Samples& samples, int from, int to);

/// Speech brought to one loudness, whatever voice it is of: -20 dBFS over what is not silence, and
/// no peak above -1 dBFS.
Samples levelled(Samples samples, int rate = sample_rate);

/// As loud as a share of itself, 0 to 100.
Samples at_volume(Samples samples, int volume);

}  // namespace hipflow
