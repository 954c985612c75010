// SPDX-License-Identifier: MIT
#include "figure/look.h"

namespace hipflow::figure {
namespace {

enum class Limb { none, arm, leg };

Limb limb_of(BodyPart part) {
    if (part >= BodyPart::upper_l && part <= BodyPart::hand_r) return Limb::arm;
    if (part >= BodyPart::thigh_l) return Limb::leg;
    return Limb::none;
}

/// The parts of the limbs come in pairs, left and right.
Side side_of(BodyPart part) {
    const auto from_first = static_cast<int>(part) - static_cast<int>(BodyPart::shoulder_l);
    return from_first % 2 == 0 ? Side::left : Side::right;
}

Material trunk_material(BodyPart part, bool moves) {
    if (part == BodyPart::neck || part == BodyPart::head) return Material::face;
    if (moves) return Material::accent_shirt;
    return part == BodyPart::pelvis ? Material::shorts : Material::shirt;
}

Material limb_material(bool moves, bool is_far) {
    if (moves) return is_far ? Material::far_accent : Material::accent;
    return is_far ? Material::far_limb : Material::limb;
}

}  // namespace

Group group_of(BodyPart part) {
    constexpr Group trunk = 1;
    constexpr Group head = 2;
    if (part == BodyPart::neck || part == BodyPart::head) return head;
    if (part <= BodyPart::shoulder_r) return trunk;
    return static_cast<Group>(static_cast<int>(part));
}

FarSides far_sides(const Movement& movement, const Camera& camera) {
    constexpr double clearly = 0.075;
    constexpr double at_all = 0.005;
    const Body& body = movement.first();
    const auto behind = [&](const Vec& left, const Vec& right, double by) {
        const double nearer = camera.seen(left - right).z;
        return Pair<bool>{.left = -nearer > by, .right = nearer > by};
    };
    const BodyParts& moving = movement.figure().moving;
    const bool both_legs = has(moving, BodyPart::shank_l) && has(moving, BodyPart::shank_r);
    return {behind(body.leg.left.hip, body.leg.right.hip, both_legs ? at_all : clearly),
            behind(body.arm.left.shoulder, body.arm.right.shoulder, clearly)};
}

Materials materials_of(const Figure& figure, const FarSides& far) {
    Materials materials{};
    for (std::size_t i = 0; i < materials.size(); ++i) {
        const auto part = static_cast<BodyPart>(i);
        const bool moves = figure.moving[i];
        switch (limb_of(part)) {
            case Limb::none:
                materials[i] = trunk_material(part, moves);
                break;
            case Limb::arm:
                materials[i] = limb_material(moves, far.arm[side_of(part)]);
                break;
            case Limb::leg:
                materials[i] = limb_material(moves, far.leg[side_of(part)]);
                break;
        }
    }
    return materials;
}

}  // namespace hipflow::figure
