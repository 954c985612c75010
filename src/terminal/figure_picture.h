// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/figure.h"
#include "terminal/frame.h"

namespace hipflow::terminal {

/// The content of a line of the picture, from the surroundings to the part to look at. Where two
/// lines meet, the later value counts.
enum class Stuff { nothing, scene, still, moving };

/// A line of the picture, in the coordinates of the figure's box.
struct FigureLine {
    Point from;
    Point to;
    Stuff stuff = Stuff::still;
    bool operator==(const FigureLine&) const = default;
};

/// A figure at one moment, as lines and a head.
struct FigurePicture {
    std::vector<FigureLine> lines;
    Point head;
    Stuff head_stuff = Stuff::still;
    /// The corners of the space that the whole movement takes up. They are the same at every
    /// moment, so that the picture keeps its size.
    Point lower_left;
    Point upper_right;
    bool operator==(const FigurePicture&) const = default;
};

/// Makes the picture of a figure whose joints are there.
FigurePicture picture_of(const Figure& figure, const Joints& joints);

/// Draws a picture as large as it fits, in its own proportions: in quadrant blocks with a thick
/// pen, what moves thicker and in `ink`; where quadrants are missing in ASCII, what moves in '#'.
/// See docs/design/terminal.md, "Size and type".
void draw_figure(Frame& frame, const Area& area, const FigurePicture& picture, Blocks blocks,
                 Ink ink);

}  // namespace hipflow::terminal
