// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "session/player.h"

namespace hipflow::session {

/// How an event is told to the eye: in lines below each other, answered by Enter; or in a notice on
/// a screen that shows the state as well, answered by single keys.
enum class Telling { lines, notice };

/// The sentence on an event. Empty where nothing is: cues announce most of a session by
/// themselves. `player` is the state after the event; without a script, only for events that name
/// nothing of it.
std::string event_words(const Happening& what, const Player& player, Telling telling);

/// What is heard on an event: tones and words, timed from it on. Empty where nothing is. `player`
/// is the state after the event.
std::vector<Cue> answer_to(const Happening& what, const Player& player);

/// The last words of a session: "Well done.", or that it was ended early.
std::string_view finished_words(bool completed);

}  // namespace hipflow::session
