// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <string_view>

#include "domain/time.h"
#include "domain/words.h"

namespace hipflow {

/// How much is said. full: everything; brief: for those who know the exercise; counts: names and
/// numbers; off: tones alone.
enum class Guidance { full, brief, counts, off };
constexpr auto words_of(Guidance /*unused*/) {
    return std::to_array<std::string_view>({"full", "brief", "counts", "off"});
}

/// Default speaking rate, in the unit of espeak-ng: 140 is about 165 words a minute in whole
/// sentences.
inline constexpr int usual_rate = 140;

/// Estimated time to say a text, from its characters and pauses; zero for an empty text. Fitted to
/// espeak-ng: over a whole session within one per cent of the measured time
/// (docs/design/guidance.md, "Lengths").
Millis spoken_length(std::string_view text, int rate = usual_rate);

/// Gives the spoken length of a text in a language: measured once it has been rendered, estimated
/// before.
using Lengths = std::function<Millis(std::string_view text, std::string_view language)>;

/// The estimate at one rate, for every language.
Lengths estimated_lengths(int rate = usual_rate);

}  // namespace hipflow
