// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/blocks.h"
#include "session/player.h"

namespace hipflow::sound {

/// What is heard for a key, a pause or the end, none of which a cue of the script announces: tones
/// and words, timed from the answer's beginning on. Without any it silences what is being heard.
struct Reply {
    std::vector<session::Cue> lines;
    bool interrupts = true;  // cuts short what is being heard; else waits for its end
    bool operator==(const Reply&) const = default;
};

/// Answers what has happened in one turn. Returns nullopt where cues say it all.
std::optional<Reply> reply_to(std::span<const session::Event> events,
                              const session::Player& player);

/// Adds lines behind those that are there.
void append(std::vector<session::Cue>& lines, std::vector<session::Cue> more,
            const session::Hearing& hearing);

/// Returns the sounds of an answer, as far as they are heard. A line that turns out longer than it
/// was laid out pushes back what follows.
std::vector<session::Sound> sounds_of(const Reply& answer, const session::Hearing& hearing);

/// Adds to a turn what is due at the same moment, such as the name of what has just begun, so that
/// both are heard as one.
session::Turn at_once(session::Turn turn, session::Now now);

/// Lists what can be rendered ahead, each phrase once: what a session says by itself, in the order
/// of time, then what keys may make it say.
std::vector<Phrase> phrases_of(const session::Script& script);
/// Lists what any session may say: the count-in, the answers to keys, the end.
std::vector<Phrase> common_phrases(const session::Hearing& hearing);

}  // namespace hipflow::sound
