// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "figure/palette.h"
#include "terminal/frame.h"

// What the inks of words look like. See docs/design/terminal.md, "Colour and characters".

namespace hipflow::terminal {

/// The look of an ink: a colour of the front, or none for the terminal's own.
struct InkLook {
    figure::Colour colour = {};
    bool bold = false;
    bool reversed = false;
    bool operator==(const InkLook&) const = default;
};

/// Returns the look of an ink on a background with so many colours. A picture has none here: its
/// cells have colours of their own.
InkLook look_of(Ink ink, figure::ColourDepth depth, figure::Theme theme);

/// Returns the escape sequence that sets a look, whatever was set before.
std::string sgr_of(const InkLook& look);

}  // namespace hipflow::terminal
