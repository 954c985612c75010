// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/timeline.h"

namespace hipflow {

/// Signals without words, told apart with closed eyes. What begins work rises, what ends it falls.
enum class Tone { get_ready, count, start, half, switch_sides, rest, end, all_done };
template <>
inline constexpr auto words<Tone> = std::to_array<std::string_view>(
    {"get ready", "count", "start", "half", "switch", "rest", "end", "all done"});

/// How long a tone sounds.
Millis length_of(Tone tone);

/// What a cue is for. start and end are signals; guidance tells how the movement goes, for those
/// who cannot see the screen meanwhile.
enum class CueKind { start, end, name, side, set_up, count, half, tick, guidance };
template <>
inline constexpr auto words<CueKind> = std::to_array<std::string_view>(
    {"start", "end", "name", "side", "set-up", "count", "half", "tick", "guidance"});

/// A moment at which something is given to ear and eye: a tone, words, or a tone and then words.
struct Cue {
    std::size_t segment = 0;
    Millis at{};  // since the beginning of its segment, up to and including its end
    CueKind kind = CueKind::name;
    std::string text;
    std::optional<Tone> tone = std::nullopt;
    Millis after{};     // the words begin this long after `at`: a tone sounds first
    bool must = false;  // is never left out: waits, and holds its gap, where it cannot be heard yet
    bool operator==(const Cue&) const = default;
};

/// A session laid out in time: its segments, and its cues in the order of time. No two sounds
/// overlap. What must be said makes gaps longer, never the work; what does not fit beside it and
/// may be left out is left out.
struct Score {
    Timeline timeline;
    std::vector<Cue> cues;
};

/// Pure: the same prescription, hearing and question give the same score. Throws TooLong.
Score score(const Prescription& prescription, const Hearing& hearing = {},
            AskPeak ask = AskPeak::at_the_end);

/// The tone of a cue: its own, or one in place of words that no voice says.
std::optional<Tone> tone_of(const Cue& cue, const Hearing& hearing);
/// How long the words of a cue sound. Zero without a voice, or where a tone stands for them.
Millis words_length(const Cue& cue, const Hearing& hearing);
/// How long a cue sounds, tone and words together.
Millis sound_length(const Cue& cue, const Hearing& hearing);

// The distances between sounds.
/// Between a tone and the words behind it.
inline constexpr Millis after_tone{45};
/// Between two sentences.
inline constexpr Millis after_sentence{350};
/// At least between two sentences that must be heard.
inline constexpr Millis least_pause{300};
/// At least between a single word or short sentence and the count-in behind it.
inline constexpr Millis short_pause{50};
/// Between the last words of a set-up and its count-in.
inline constexpr Millis before_count{700};
/// Three seconds of counting before a set.
inline constexpr Millis count_in{3'000};
/// A shorter gap has no room for a count-in, unless it grows for a new exercise.
inline constexpr Millis shortest_gap_with_count{4'000};
/// In quick holds a count-down would only confuse.
inline constexpr Millis shortest_hold_with_count{10'000};

/// Of a count-down its last three: "three", "two", "one".
std::string count_word(int left);

}  // namespace hipflow
