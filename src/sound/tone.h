// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string_view>

#include "domain/words.h"
#include "sound/wav.h"

namespace hipflow {

/// Signals that are told apart with closed eyes: by how many notes they have, and whether those
/// rise or fall. What ends work falls; what begins it rises.
enum class Tone { get_ready, count, start, half, switch_sides, rest, end, all_done };
template <>
inline constexpr auto words<Tone> = std::to_array<std::string_view>(
    {"get ready", "count", "start", "half", "switch", "rest", "end", "all done"});

/// Sines with faded edges, so that nothing clicks, about as loud as speech.
Samples samples_of(Tone tone, int rate = sample_rate);

}  // namespace hipflow
