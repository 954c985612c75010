// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "figure/body.h"

namespace hipflow::figure {

/// Two poses, and how far the movement is from one to the other, 0 to 1.
struct Step {
    const Pose& from;
    const Pose& to;
    double share = 0;
};

/// The figure that a limb reaches in, and its body at the beginning; null for the beginning itself.
struct Setting {
    const Figure& figure;
    const Body* first = nullptr;
};

/// Puts both feet where they reach to, and lifts a foot that is under the floor.
void place_feet(Body& body, const Step& step, const Angles& angles, const Setting& setting);

/// Puts both hands where they reach to; none is under the floor.
void place_hands(Body& body, const Step& step, const Angles& angles, const Setting& setting);

}  // namespace hipflow::figure
