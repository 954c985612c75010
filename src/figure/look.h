// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>

#include "figure/camera.h"
#include "figure/movement.h"
#include "figure/volumes.h"

namespace hipflow::figure {

/// What something is made of: it decides the colour.
enum class Material : std::uint8_t {
    limb,
    far_limb,  // on the side away from the viewer
    shirt,
    shorts,
    hair,
    face,
    accent,  // what moves
    far_accent,
    accent_shirt,
    mat,
    edge,
    wood,
    wall,
    step,
    cushion,
    band
};
inline constexpr std::size_t material_count = 16;

/// The parts that hide each other without an outline between them: the trunk, the head, and each
/// bone of the limbs.
using Group = std::uint8_t;
Group group_of(BodyPart part);

/// The material of every part of a body.
using Materials = std::array<Material, body_part_count>;

/// For each part, whether it is on the side of the body away from the viewer.
struct FarSides {
    Pair<bool> leg;
    Pair<bool> arm;
};
/// A limb is far when, in the first pose, its hip or shoulder is clearly behind the other one. Of
/// two legs that both move, the farther one is far in any case: side by side they would merge.
FarSides far_sides(const Movement& movement, const Camera& camera);

/// The material of every part of a figure's body.
Materials materials_of(const Figure& figure, const FarSides& far);

}  // namespace hipflow::figure
