// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "session/timeline.h"

namespace hipflow::session {

/// A moment at which ear and eye are given something: a tone or words.
struct Cue {
    std::size_t segment = 0;
    Millis at{};  // since the start of its segment, up to and including its end
    CueKind kind = CueKind::name;
    std::string text;
    std::string language = "en";
    std::optional<Tone> tone = std::nullopt;
    bool must = false;  // never dropped: waits, and holds its gap, until it can be heard
    bool operator==(const Cue&) const = default;
};

/// The phases of one rep, with their lengths: those of the exercise, stretched to the pace or set
/// by a tempo. A tempo of another number of phases has words of its own: out, hold, back, hold.
/// Empty for reps without phases.
struct TimedPhase {
    Phrase beat;  // with placeholders
    Millis time{};
};
std::vector<TimedPhase> phases_of(const Work& work, const Hearing& hearing);

/// What is heard within a set, from its start signal to its end: beats, numbers, cues, half-way and
/// the last seconds. `nth` counts the sets of its step, from 0. `tells_end`: the end has a signal
/// of its own, which is `end`.
std::vector<Cue> work_cues(const Prescription& prescription, const Timeline& timeline,
                           const PlannedSet& set, int nth, const Hearing& hearing);

/// How long a cue sounds.
Millis sound_length(const Cue& cue, const Hearing& hearing);
/// The tone of a cue: its own, or one in place of words that no voice says.
std::optional<Tone> tone_of(const Cue& cue, const Hearing& hearing);
/// How long the words of a cue sound; zero without a voice, or where a tone takes their place.
Millis words_length(const Cue& cue, const Hearing& hearing);

}  // namespace hipflow::session
