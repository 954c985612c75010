// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cmath>
#include <limits>

#include "figure/movement.h"
#include "figure/volumes.h"

// Whether a limb is where a file puts it, said again in a test's own words: on the skin of the part
// that it names, on the surface, or in the place.

namespace hipflow::figure {

/// How far a point is outside of a part; less than 0 in it.
inline double gap_to(const Volumes& volumes, BodyPart part, const Vec& point) {
    double least = std::numeric_limits<double>::max();
    for (const auto& [of, from, from_radius, to, to_radius] : volumes.capsules) {
        if (of != part) continue;
        const Vec way = to - from;
        const double t = std::clamp(dot(point - from, way) / dot(way, way), 0.0, 1.0);
        least = std::min(least, distance(point, mix(from, to, t)) - mix(from_radius, to_radius, t));
    }
    for (const auto& [of, centre, frame, radii] : volumes.ellipsoids) {
        if (of != part) continue;
        const Vec at = inverse(frame) * (point - centre);
        const double out = length(Vec{at.x / radii.x, at.y / radii.y, at.z / radii.z});
        least = std::min(least, length(at) * (1 - 1 / out));
    }
    return least;
}

inline BodyPart part_on(Side side, BodyPart left) {
    return side == Side::left ? left : static_cast<BodyPart>(static_cast<int>(left) + 1);
}

/// A body in its figure, and the body at the beginning.
struct Scene {
    const Figure& figure;
    const Body& body;
    const Body& first;
};

/// How far a point is from a surface of the scene, given how far above it belongs.
inline double off_surface(ReachTarget target, const Vec& point, double above,
                          const Surroundings& scene) {
    switch (target) {
        case ReachTarget::floor:
            return std::abs(point.y - above);
        case ReachTarget::seat:
            return std::abs(point.y - scene.chair->seat - above);
        case ReachTarget::counter: {
            const auto& [least, most, fit] = *scene.counter;
            const double beyond_x = std::max({least.x - point.x, point.x - most.x, 0.0});
            const double beyond_z = std::max({least.z - point.z, point.z - most.z, 0.0});
            return std::abs(point.y - most.y - above) + beyond_x + beyond_z;
        }
        default: {
            const double place = scene.wall->axis == Axis::x ? point.x : point.z;
            return std::abs((place - scene.wall->at) * scene.wall->faces - above);
        }
    }
}

/// How far a wrist is from where a hand of this reach belongs.
inline double hand_off(const Reach& reach, Side side, const Scene& scene) {
    const Vec& wrist = scene.body.arm[side].wrist;
    if (reach.place) {
        Vec place = *reach.place;
        place.y = std::max(place.y, 0.020);
        return distance(wrist, place);
    }
    const Side on = reach.side.value_or(side);
    const Volumes volumes = volumes_of(scene.body);
    const Leg& leg = scene.body.leg[on];
    const Trunk& trunk = scene.body.trunk;
    constexpr double skin = 0.016;
    const auto off_skin = [&](BodyPart part) {
        return std::abs(gap_to(volumes, part, wrist) - skin);
    };
    const BodyPart thigh = part_on(on, BodyPart::thigh_l);
    const BodyPart shank = part_on(on, BodyPart::shank_l);
    const auto near = [&](const Vec& joint, double most) {
        return std::max(distance(wrist, joint) - most, 0.0);
    };
    switch (reach.target) {
        case ReachTarget::floor:
            return off_surface(reach.target, wrist, 0.020, scene.figure.scene);
        case ReachTarget::seat:
        case ReachTarget::counter:
        case ReachTarget::wall:
            return off_surface(reach.target, wrist, 0.018, scene.figure.scene);
        case ReachTarget::stay:
            return distance(wrist, scene.first.arm[side].wrist);
        case ReachTarget::thigh:
            return off_skin(thigh);
        case ReachTarget::knee:
            return off_skin(thigh) + near(leg.knee, 0.07);
        case ReachTarget::outer_knee:
            return off_skin(thigh) + near(leg.knee, 0.08);
        case ReachTarget::groin:
            return off_skin(thigh) + near(leg.hip, 0.09);
        case ReachTarget::behind_thigh:
            return off_skin(thigh) + (dot(wrist - leg.knee, leg.thigh.x) < 0 ? 0 : 1);
        case ReachTarget::shin:
            return off_skin(shank);
        case ReachTarget::ankle:
            return off_skin(shank) + near(leg.ankle, 0.06);
        case ReachTarget::hip:
            return off_skin(BodyPart::pelvis);
        case ReachTarget::belly:
            return off_skin(BodyPart::waist) +
                   (dot(wrist - trunk.waist, trunk.waist_frame.x) > 0 ? 0 : 1);
        case ReachTarget::back:
            return off_skin(BodyPart::waist) +
                   (dot(wrist - trunk.waist, trunk.waist_frame.x) < 0 ? 0 : 1);
        case ReachTarget::forehead:
            return off_skin(BodyPart::head);
        default:
            return 0;
    }
}

/// How far an ankle is from where a foot of this reach belongs.
inline double foot_off(const Reach& reach, Side side, const Scene& scene) {
    const Vec& ankle = scene.body.leg[side].ankle;
    if (reach.place) return distance(ankle, *reach.place);
    const Side on = reach.side.value_or(other(side));
    const Volumes volumes = volumes_of(scene.body);
    constexpr double half_ankle = 0.024;
    switch (reach.target) {
        case ReachTarget::floor:
        case ReachTarget::seat:
        case ReachTarget::counter:
        case ReachTarget::wall:
            return off_surface(reach.target, ankle, 0.039, scene.figure.scene);
        case ReachTarget::stay:
        case ReachTarget::stay_foot:
            return distance(ankle, scene.first.leg[side].ankle);
        case ReachTarget::together:
            return std::abs(distance(ankle, scene.body.leg[other(side)].ankle) - 0.056);
        case ReachTarget::thigh:
            return std::abs(gap_to(volumes, part_on(on, BodyPart::thigh_l), ankle) - half_ankle);
        case ReachTarget::shin:
            return std::abs(gap_to(volumes, part_on(on, BodyPart::shank_l), ankle) - half_ankle);
        default:
            return 0;
    }
}

/// Tells whether a limb can do no more: it is straight, or folded as far as its bones allow.
inline bool is_at_its_end(const Vec& root, const Vec& end, double near_bone, double far_bone) {
    const double reach = distance(root, end);
    return reach > near_bone + far_bone - 0.001 || reach < std::abs(near_bone - far_bone) + 0.011;
}
inline bool is_at_its_end(const Arm& arm) {
    return is_at_its_end(arm.shoulder, arm.wrist, lengths::upper_arm, lengths::forearm);
}
inline bool is_at_its_end(const Leg& leg) {
    return is_at_its_end(leg.hip, leg.ankle, lengths::thigh, lengths::shank);
}

}  // namespace hipflow::figure
