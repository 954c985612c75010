// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "terminal/frame.h"

// Frames as the bytes that a terminal is sent.

namespace hipflow::terminal {

/// How a terminal is written to.
struct Pen {
    figure::ColourDepth depth = figure::ColourDepth::indexed;  // of words; pictures have theirs
    figure::Theme theme = figure::Theme::dark;
    bool synchronised = true;  // between CSI ? 2026 h and l, sent without asking
};

/// Returns the bytes that turn one frame on a terminal into another of the same size, empty if they
/// are equal. They begin and end with plain attributes.
std::string diff(const Frame& shown, const Frame& wanted, const Pen& pen);

/// Returns the bytes that clear a terminal, whatever is on it, and draw a frame.
std::string redraw(const Frame& wanted, const Pen& pen);

/// Returns the rows of a frame as lines of text with their colours, without trailing spaces.
std::string printed(const Frame& frame, const Pen& pen);

/// Returns `wanted` with every cell of a picture that hardly differs as it is on the terminal
/// already: it is not worth its bytes while the picture moves. Both frames have the same size.
Frame settled(const Frame& shown, Frame wanted, const figure::Rgb& background);

}  // namespace hipflow::terminal
