// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/timeline.h"

namespace hipflow {

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

}  // namespace hipflow
