// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/blocks.h"
#include "session/player.h"

namespace hipflow::sound {

/// The sound for a key, a pause or the end, none of which a cue of the script announces.
struct Reply {
    std::optional<session::Tone> tone;
    std::string text;
    bool interrupts = true;  // cuts short what is being heard; else waits for its end
    bool operator==(const Reply&) const = default;
};

/// Answers what has happened in one turn. Returns nullopt where cues say it all. An answer without
/// tone and text silences what is being heard.
std::optional<Reply> reply_to(std::span<const session::Event> events, const session::Player& player,
                              const session::Hearing& hearing);

/// Returns the sounds of an answer: its words follow its tone.
std::vector<session::Sound> sounds_of(const Reply& answer, const Lengths& length);

/// Adds to a turn what is due at the same moment, such as the name of what has just begun, so that
/// both are heard as one.
session::Turn at_once(session::Turn turn, session::Now now);

/// Lists what can be rendered ahead, each sentence once: what a session says by itself, in the
/// order of time, then what keys may make it say.
std::vector<std::string> sentences_of(const session::Script& script);
/// Lists what is said of an exercise on its sides, in the order of time.
std::vector<std::string> sentences_of(const Exercise& exercise);
/// Lists what any session may say: the count-in, the answers to keys, the end.
std::vector<std::string> common_sentences();

}  // namespace hipflow::sound
