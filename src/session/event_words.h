// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "session/player.h"

namespace hipflow::session {

/// How an event is told: by a voice; in lines below each other, answered by Enter; or in a notice
/// on a screen that shows the state as well, answered by single keys.
enum class Telling { voice, lines, notice };

/// The sentence on an event. Empty where nothing is said: cues announce most of a session by
/// themselves. `player` is the state after the event; without a script, only for events that name
/// nothing of it.
std::string event_words(const Happening& what, const Player& player, Telling telling);

/// The last words of a session: "Well done.", or that it was ended early.
std::string_view finished_words(bool completed);

/// "1 minute 30 seconds", "8 minutes": rounded up to seconds, from two minutes on to minutes.
std::string spoken_duration(Millis value);

}  // namespace hipflow::session
