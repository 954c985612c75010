// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow::terminal {

// The words of the live screen. "Left" is a side there and nothing else: never time, never leaving.

/// A key and what it does at this moment.
struct KeyHint {
    std::string key;
    std::string what;
    bool operator==(const KeyHint&) const = default;
};

/// Says what is under way: "HOLD", "REP 3 OF 10, SET 2 OF 2", "PAUSED: HOLD".
std::string state_words(const session::Player& player);

/// Returns the words that stand large: in a gap the position to take, or what to do; in a pause,
/// that it is one; in work, what to do where no side is to be named.
std::string headline(const session::Player& player);

/// Returns the side in large letters: "LEFT LEG", in the language of the session. `side` is that of
/// the exercise under way; empty for both.
std::string large_side(const session::Player& player, Side side);

/// Says what a gap leads to, or what comes after work.
std::string next_words(const session::Player& player);

/// Returns the names of the exercises to come that next_words() does not name.
std::vector<std::string> road_ahead(const session::Player& player);

/// Says how far the session is: "3 of 8".
std::string count_words(const session::Player& player);

/// Says in minutes how long the session still takes: "9 min", "1 h 5 min".
std::string time_words(Millis remaining);

/// Lists the keys that do something now, the most important first.
std::vector<KeyHint> key_hints(const session::Player& player);

/// Returns whether the clock of the session stands still: paused, or waiting for a key.
bool stands_still(const session::Player& player);

/// Returns whether a position is to be taken now: before a new exercise, or on the way back into
/// one.
bool takes_position(const session::Player& player);

/// Returns whether the set under way, or led to, is the first of its step.
bool is_first_of_step(const session::Player& player);

}  // namespace hipflow::terminal
