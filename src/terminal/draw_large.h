// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "terminal/scene.h"
#include "terminal/screen_layout.h"

namespace hipflow::terminal {

// The large parts of the live screen.

/// Draws a text in the largest letters that fit into an area, from its upper left corner on, or
/// else as a line.
void draw_fitting(Frame& frame, const Area& area, const std::string& text, Blocks blocks, Ink ink);

/// Draws the digits, or a headline in their place, with the side below or beside them.
void draw_large(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks);

}  // namespace hipflow::terminal
