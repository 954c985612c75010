// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "session/player.h"
#include "terminal/scene.h"

namespace hipflow {

// The words of the live screen, each a pure function of the state.

/// "HOLD", "REP 3 OF 10, SET 2 OF 2", "PAUSED: HOLD, LEFT".
std::string state_words(const Player& player);

/// The word beside the digits: a side, in gaps the one that comes next; else what is to be done.
std::string large_word(const Player& player);

/// In a gap what it leads to, in work what comes after.
std::string next_words(const Player& player);

/// In minutes, for seconds tick large enough: "9 min left"; "1 h 5 min left".
std::string left_words(Millis left);

/// The keys that do something now, the most important first.
std::vector<KeyHint> key_hints(const Player& player);

/// Whether the clock of the session stands: paused, or waiting for a key.
bool stands_still(const Player& player);

/// Whether the set under way, or led to, is the first of its step.
bool is_first_of_step(const Player& player);

}  // namespace hipflow
