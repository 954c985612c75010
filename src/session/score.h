// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/timeline.h"

namespace hipflow::session {

/// A moment at which ear and eye are given something: a tone, words, or a tone and then words.
struct Cue {
    std::size_t segment = 0;
    Millis at{};  // since the start of its segment, up to and including its end
    CueKind kind = CueKind::name;
    std::string text;
    std::optional<Tone> tone = std::nullopt;
    Millis after{};     // the words start this long after `at`, behind a tone
    bool must = false;  // never dropped: waits, and holds its gap, until it can be heard
    std::string language = "en";
    bool operator==(const Cue&) const = default;
};

/// A session laid out in time: its segments, and its cues in the order of time. No two sounds
/// overlap. Words that must be said make gaps longer, never the work; others are dropped if they do
/// not fit beside them (docs/design/guidance.md, "The score").
struct Score {
    Timeline timeline;
    std::vector<Cue> cues;
};

/// Pure: the same prescription, hearing and question give the same score. Throws TooLong.
Score score(const Prescription& prescription, const Hearing& hearing = {},
            AskPeak ask = AskPeak::at_the_end);

/// The tone of a cue: its own, or one in place of words that no voice says.
std::optional<Tone> tone_of(const Cue& cue, const Hearing& hearing);
/// How long the words of a cue sound; zero without a voice, or where a tone takes their place.
Millis words_length(const Cue& cue, const Hearing& hearing);

}  // namespace hipflow::session
