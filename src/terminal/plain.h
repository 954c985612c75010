// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "session/player.h"

namespace hipflow {

/// What the plain session says about an event: whole lines without a control character, fit for a
/// screen reader and a log; nothing for most. `bell`: a transition that should be heard.
struct PlainText {
    std::string text;
    bool bell = false;
};

/// `player` is the state after the event.
PlainText plain_text(const Event& event, const Player& player);

/// What can be typed during a plain session.
std::string_view plain_help();

/// The key that a typed line stands for; nothing for a line that means none.
std::optional<Key> key_of(std::string_view line);

}  // namespace hipflow
