// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/blocks.h"
#include "session/player.h"

namespace hipflow {

/// What is heard of a key, a pause or the end: whatever no cue of the plan tells of.
struct Reply {
    std::optional<Tone> tone;
    std::string text;
    bool interrupts = true;  // what is being heard; else it waits for that
    bool operator==(const Reply&) const = default;
};

/// The answer to what has happened in one turn; nothing where cues say all. An answer without tone
/// and text silences whoever speaks.
std::optional<Reply> answer_to(std::span<const Event> events, const Player& player,
                               const Hearing& hearing);

/// The sounds of an answer, its words behind its tone.
std::vector<Sound> sounds_of(const Reply& answer, const Lengths& length);

/// A turn together with whatever is due at its very moment, such as the name of what has just
/// begun: what belongs together is heard as one.
Turn at_once(Turn turn, Now now);

/// Every sentence that a session says by itself, in the order of time, and then what keys may make
/// it say: what can be rendered ahead. Each once.
std::vector<std::string> sentences_of(const Plan& plan);
/// What is said of an exercise on its sides, in the order of time.
std::vector<std::string> sentences_of(const Exercise& exercise);
/// What any session may say: the count-in, the answers to keys, the end.
std::vector<std::string> common_sentences();

/// "1 minute 30 seconds", "8 minutes": rounded up to seconds, from two minutes on to minutes.
std::string spoken_duration(Millis value);

}  // namespace hipflow
