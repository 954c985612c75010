// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "terminal/figure_painter.h"
#include "terminal/frame.h"
#include "terminal/scene.h"
#include "terminal/screen_layout.h"

namespace hipflow::terminal {

/// Returns where the figure of a scene stands; nullopt if there is no room, or not in this session.
std::optional<Area> figure_area(const Scene& scene, Size size, Blocks blocks);

/// Draws a scene; on less than 40×12, in words alone. Without a painter the area of the figure
/// stays empty.
Frame draw(const Scene& scene, Size size, Blocks blocks, FigurePainter* painter = nullptr);

/// Draws the list of all keys, with the scene going on above it in one line.
Frame draw_help(const Scene& scene, Size size, Blocks blocks);

}  // namespace hipflow::terminal
