// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/blocks.h"
#include "session/player.h"

namespace hipflow::sound {

/// What is heard for a key, a pause or the end, which no cue of the script announces.
struct Reply {
    std::vector<session::Cue> lines;  // their times begin with the answer; empty: silence
    bool interrupts = true;           // cuts short what is being heard; else waits for its end
    bool operator==(const Reply&) const = default;
};

/// Answers what has happened in one turn. Returns nullopt where cues say it all. An answer without
/// lines silences what is being heard.
std::optional<Reply> reply_to(std::span<const session::Event> events, const session::Player& player,
                              const session::Hearing& hearing);

/// Returns the sounds of an answer. Where one is longer than it was when the answer was laid out,
/// what follows is pushed back.
std::vector<session::Sound> sounds_of(std::span<const session::Cue> lines,
                                      const session::Hearing& hearing);

/// Adds to a turn what is due at the same moment, such as the name of what has just begun, so that
/// both are heard as one.
session::Turn at_once(session::Turn turn, session::Now now);

/// Lists what can be rendered ahead, each sentence once: what a session says by itself, in the
/// order of time, then what keys may make it say.
std::vector<Phrase> sentences_of(const session::Script& script);
/// Lists what any session may say: the count-in, the answers to keys, the end.
std::vector<Phrase> common_sentences();

}  // namespace hipflow::sound
