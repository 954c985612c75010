// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "figure/movement.h"

namespace hipflow::figure {

/// How a moment of a figure is drawn for paper.
struct SvgLook {
    Side side = Side::left;  // that it is done with; the right one is the left one mirrored
    bool in_page = false;    // a part of an HTML page, which needs no namespace
    double width = 240;      // of the picture, in its units
    double height = 160;
};

/// Draws a movement at a share of the rep as an SVG document: one element for each volume, from
/// the far ones to the near ones, with plain colours, thin outlines and the figure's text as the
/// title. Without script, font or style, and with nothing to load. The same camera frames every
/// moment, and all of the body, also where a screen shows a close-up; so pictures of one movement
/// go side by side. See docs/design/figures.md, "SVG".
std::string svg_of(const Movement& movement, double share, const SvgLook& look = {});

/// The shares of the rep that tell a movement in pictures: its beginning, and the middle of the
/// stay in each other pose that is held; at least two, in order.
std::vector<double> key_shares(const Figure& figure);

}  // namespace hipflow::figure
