// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "session/player.h"

namespace hipflow::terminal {

/// What is read of what is heard: the last sentence, word for word. Times are on the session's
/// clock.
struct Caption {
    std::string text;         // empty: nothing has been said
    std::size_t segment = 0;  // in which it was said
    Millis until{};           // a while after its end
    /// Where the exercise was asked for without a voice: since then all of it can be read.
    std::optional<Millis> explains_since;
    bool operator==(const Caption&) const = default;
};

/// Returns the caption after an event. `player` is the state after it.
Caption after(Caption caption, const session::Event& event, const session::Player& player);

/// Returns whether the sentence is to be read at `now`. It stays until the next one in the gap, or
/// the get-ready, that it belongs to, and for a while in work. A pause stops its time.
bool is_shown(const Caption& caption, const session::Player& player, Millis now);

/// Returns whether what is announced says the same as the words of an event, so that these need not
/// be shown. `player` is the state after it.
bool is_announced(const session::Happening& what, const session::Player& player);

}  // namespace hipflow::terminal
