// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

#include "terminal/frame.h"

namespace hipflow {

/// What large letters and bars are made of: half-height blocks, full blocks where those are missing
/// (the Linux console, TERMINAL 2.3), or ASCII.
enum class Blocks { half, full, ascii };

/// Solid while there is work to do, shaded while there is none: a shape that is seen from the floor
/// without colour.
enum class Stroke { solid, shaded };

/// Large digits and capitals, each three dots wide and five high. A dot is `dot` columns wide and
/// half as many rows high, which looks square; without half blocks `dot` must be even.
Size big_size(std::string_view text, int dot);

/// Draws them with the upper left corner there.
void draw_big(Frame& frame, int row, int column, std::string_view text, int dot, Blocks blocks,
              Ink ink, Stroke stroke = Stroke::solid);

/// How many dots wide a text is: "24" is 7.
int dots_wide(std::string_view text);

}  // namespace hipflow
