// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "figure/camera.h"
#include "figure/look.h"
#include "figure/movement.h"

namespace hipflow::figure {

/// A flat, four-cornered piece of the surroundings.
struct Panel {
    std::array<Vec, 4> corners;
    Material material = Material::mat;
    /// The direction that it faces, which gives it its light; nullopt: `light` holds.
    std::optional<Vec> normal;
    double light = 0.8;
    bool below = false;  // the body: part of a bed
};

/// The surroundings of a movement: the mat, or a bed in its place, and what its scene names.
std::vector<Panel> panels_of(const Movement& movement);

/// Everything that has to be in the picture during the whole movement: the parts that the figure
/// frames, and what stands around.
std::vector<InView> in_view_of(const Movement& movement);
/// The same with all of the body.
std::vector<InView> whole_view_of(const Movement& movement);

/// An elastic band around both thighs: its two strands between them, and a ring around each.
std::array<Capsule, 4> band_of(const Body& body);

}  // namespace hipflow::figure
