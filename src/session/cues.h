// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "session/timeline.h"

namespace hipflow {

/// What is given to the ear, in the order in which one gives way to another (DESIGN 5). start and
/// end are signals without words and never give way.
/// guidance: how the movement goes, for those who cannot see the screen meanwhile.
enum class CueKind { start, end, name, side, set_up, count, half, tick, guidance };
template <>
inline constexpr auto words<CueKind> = std::to_array<std::string_view>(
    {"start", "end", "name", "side", "set-up", "count", "half", "tick", "guidance"});

struct Cue {
    std::size_t segment = 0;
    Millis at{};  // since the beginning of its segment, up to and including its end
    CueKind kind = CueKind::name;
    std::string text;
    bool operator==(const Cue&) const = default;
};

/// Every cue of a session in the order of time. No two that are spoken overlap: what does not fit
/// beside something more important is left out.
std::vector<Cue> cues_for(const Prescription& prescription, const Timeline& timeline);

/// Of a count-down its last three: "three", "two", "one".
std::string count_word(int left);

}  // namespace hipflow
