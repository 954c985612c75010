// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "session/player.h"

namespace hipflow::terminal {

/// How much of an exercise is done, and with what load: "8 reps, 5 s each, with 2 kg".
std::string amount_and_load(const Work& work);

// The exercise under way in words to be read: in the language of the session, for the side that
// works.

/// Returns the side that works; in a gap, the one that comes next.
Side working_side(const session::Player& player);

/// Returns its name.
std::string exercise_name(const session::Player& player);
std::string exercise_name(const Work& work, const session::Player& player);

/// Says how it begins and goes, in paragraphs.
std::vector<std::string> introduction_of(const session::Player& player);

/// Says all that there is to say of it: also what to heed, and how to come out of it.
std::vector<std::string> explanation_of(const session::Player& player);

/// Returns what to heed, in sentences.
std::vector<std::string> reminders_of(const session::Player& player);

}  // namespace hipflow::terminal
