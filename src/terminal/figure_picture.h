// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/figure.h"
#include "terminal/frame.h"

namespace hipflow {

/// What a line of the picture is, from what stands around to what is to be looked at: where two
/// meet, the later one counts.
enum class Stuff { nothing, scene, still, moving };

/// A line of the picture, in the figure's box.
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
    /// The corners of all that the movement ever takes up: the same at every moment, so that the
    /// picture does not change its size.
    Point lower_left;
    Point upper_right;
    bool operator==(const FigurePicture&) const = default;
};

FigurePicture picture_of(const Figure& figure, const Joints& joints);

/// Draws a picture as large as it fits, in its own proportions: on quadrant blocks with a thick pen
/// (TERMINAL 2.4), what moves thicker and in `ink`; in ASCII where quadrants are missing, what
/// moves in '#'.
void draw_figure(Frame& frame, const Area& area, const FigurePicture& picture, Blocks blocks,
                 Ink ink);

}  // namespace hipflow
