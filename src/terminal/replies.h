// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>

#include "figure/palette.h"
#include "terminal/frame.h"

namespace hipflow::terminal {

/// What a terminal has replied.
struct Replies {
    bool kitty = false;  // it takes pictures by kitty's graphics protocol
    bool sixel = false;
    std::optional<int> colours;             // of sixel graphics, if it says
    std::optional<Size> cell;               // in pixels, if it says
    std::optional<figure::Rgb> background;  // if it says
    bool done = false;                      // there are no more: the last question is answered
};

/// Finds the replies in what a terminal has sent. Keys may come between them.
Replies replies_in(std::string_view bytes);

/// Reads a colour as X11 has it: "rgb:1e/1e/1e", with one to four digits a part, or "rgba:" with
/// a fourth part, which is left out. Returns nullopt for anything else.
std::optional<figure::Rgb> rgb_in(std::string_view text);

}  // namespace hipflow::terminal
