// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "session/player.h"
#include "sound/tone.h"

namespace hipflow {

/// What can be heard here.
struct Ears {
    bool voice = true;
    bool tones = true;
    /// Whether a tone and words can be one sound. A program that speaks by itself plays no tones.
    bool joined = true;
};

/// What gives way to what (DESIGN 5), the most important first. answer: to a key, or the session's
/// own end: nothing goes on beside that.
enum class Rank { answer, end, name, side, start, set_up, count, half, tick, guidance, waking };

/// What is to be heard at one moment: a tone, then words. Neither: whoever speaks falls silent.
struct Utterance {
    std::optional<Tone> tone;
    std::string text;
    Rank rank = Rank::answer;
    Millis at{};         // on the session's clock
    bool first = false;  // after a pause: a sink that sleeps must be woken before
    bool operator==(const Utterance&) const = default;
};

/// What is heard of a turn: the most important of its words, and the most important signal. Cues
/// that were due before `not_before` are dropped. Nothing where nothing is to be heard.
std::optional<Utterance> utterance_for(std::span<const Event> events, const Player& player,
                                       const Ears& ears, Millis not_before);

/// A turn together with whatever is due at its very moment, such as the name of what has just
/// begun: what belongs together is heard as one.
Turn at_once(Turn turn, Now now);

/// All that a session says by itself, in the order of time, and then what keys may make it say:
/// what can be rendered ahead. Each once.
std::vector<Utterance> foreseeable(const std::shared_ptr<const Plan>& plan, const Ears& ears);

/// "1 minute 30 seconds", "8 minutes": rounded up to seconds, from two minutes on to minutes.
std::string spoken_duration(Millis value);

}  // namespace hipflow
