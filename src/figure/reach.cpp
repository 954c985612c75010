// SPDX-License-Identifier: MIT
#include "figure/reach.h"

#include <algorithm>
#include <cmath>

#include "figure/volumes.h"

namespace hipflow::figure {
namespace {

constexpr double palm = 0.018;         // from the wrist to what the palm lies on
constexpr double skin = 0.016;         // the same on a part of the body
constexpr double off_straight = 0.01;  // how far a straight joint is taken to point out

/// A limb of two bones that was bent to reach a point.
struct Bent {
    Vec joint;
    Vec end;
    Vec out;  // the direction in which the joint points
    bool is_straight = false;
};

/// Bends a limb so that its end comes as near to `target` as its bones allow, and its joint points
/// towards `pole`. `aside` is the direction if that one is in line.
Bent bent(const Vec& root, double near_bone, double far_bone, const Vec& target, const Vec& pole,
          const Vec& aside) {
    constexpr double straight = 0.02;
    const Vec way = target - root;
    const double reach = std::clamp(length(way), std::abs(near_bone - far_bone) + 0.01,
                                    near_bone + far_bone - 0.0005);
    const Vec ahead = unit(way);
    const double along =
        (near_bone * near_bone - far_bone * far_bone + reach * reach) / (2 * reach);
    const double height = std::sqrt(std::max(near_bone * near_bone - along * along, 0.0));
    Vec out = across(pole - root, ahead);
    if (length(out) < 1e-3) out = across(aside, ahead);
    out = unit(out);
    return {root + ahead * along + out * height, root + ahead * reach, out, height < straight};
}

/// The frame of a bone from its two ends, with x as near to `ahead` as it can be.
Rotation bone_frame(const Vec& near, const Vec& far, const Vec& ahead) {
    const Vec y = unit(near - far);
    const Vec x = unit(across(ahead, y), {1, 0, 0});
    return {x, y, cross(x, y)};
}

void reach_with(Leg& leg, const Vec& target, const Vec& pole) {
    const Bent limb = bent(leg.hip, lengths::thigh, lengths::shank, target, pole, leg.thigh.x);
    leg.knee = limb.joint;
    leg.ankle = limb.end;
    leg.thigh = bone_frame(leg.hip, leg.knee, limb.is_straight ? leg.thigh.x : limb.out);
    leg.shank = bone_frame(leg.knee, leg.ankle, limb.is_straight ? leg.shank.x : limb.out);
}

void reach_with(Arm& arm, const Vec& target) {
    const Vec pole = arm.elbow - arm.upper.x * off_straight;
    const Bent limb =
        bent(arm.shoulder, lengths::upper_arm, lengths::forearm, target, pole, -arm.upper.x);
    arm.elbow = limb.joint;
    arm.wrist = limb.end;
    arm.upper = bone_frame(arm.shoulder, arm.elbow, limb.is_straight ? arm.upper.x : -limb.out);
    arm.fore = bone_frame(arm.elbow, arm.wrist, limb.is_straight ? arm.fore.x : -limb.out);
}

Vec wall_normal(const WallProp& wall) {
    const auto faces = static_cast<double>(wall.faces);
    return wall.axis == Axis::x ? Vec{faces, 0, 0} : Vec{0, 0, faces};
}

/// A point on a surface, and the direction away from it.
struct OnSurface {
    Vec at;
    Vec normal;
};

/// Moves a point straight down or across until it is `above` a surface of the scene. Returns
/// nullopt for targets that are none, and for things that are not there.
std::optional<OnSurface> on_surface(ReachTarget target, Vec point, double above,
                                    const Surroundings& scene) {
    switch (target) {
        case ReachTarget::floor:
            point.y = above;
            return OnSurface{point, up};
        case ReachTarget::seat:
            point.y = scene.chair.value_or(ChairProp{}).seat + above;
            return OnSurface{point, up};
        case ReachTarget::counter: {
            if (!scene.counter) return std::nullopt;
            const BoxProp& box = *scene.counter;
            return OnSurface{{std::clamp(point.x, box.least.x, box.most.x), box.most.y + above,
                              std::clamp(point.z, box.least.z, box.most.z)},
                             up};
        }
        case ReachTarget::wall: {
            if (!scene.wall) return std::nullopt;
            const Vec normal = wall_normal(*scene.wall);
            const double place = scene.wall->at + scene.wall->faces * above;
            (scene.wall->axis == Axis::x ? point.x : point.z) = place;
            return OnSurface{point, normal};
        }
        default:
            return std::nullopt;
    }
}

// ---- feet

/// Where an ankle is put, and where its knee points.
struct FootAim {
    Vec ankle;
    Vec knee;
};

Vec beside(const Body& body, Side side) {
    constexpr double between_ankles = 0.056;
    const Leg& leg = body.leg[side];
    const Leg& standing = body.leg[other(side)];
    const Vec out = across(leg.hip - standing.hip, standing.shank.y);
    return standing.ankle + unit(out) * between_ankles;
}

/// A place on the front of the other thigh or shin, a little to the foot's own side.
Vec across_leg(const Body& body, Side side, Side on, ReachTarget target) {
    constexpr double half_ankle = 0.024;
    constexpr double inwards = 0.030;
    const Leg& leg = body.leg[on];
    const Vec out = body.trunk.pelvis_frame.z * sign_of(side);
    if (target == ReachTarget::thigh) {
        return mix(leg.hip, leg.knee, 0.86) + leg.thigh.x * (0.040 + half_ankle) - out * inwards;
    }
    return mix(leg.knee, leg.ankle, 0.35) + leg.shank.x * (0.034 + half_ankle) - out * inwards;
}

FootAim foot_aim(const std::optional<Reach>& reach, Side side, const Body& body,
                 const Setting& setting) {
    const Leg& leg = body.leg[side];
    const Vec knee = leg.knee + leg.thigh.x * off_straight;
    if (!reach) return {leg.ankle, knee};
    if (reach->place) return {*reach->place, knee};
    const Leg* first = setting.first == nullptr ? nullptr : &setting.first->leg[side];
    switch (reach->target) {
        case ReachTarget::stay:
            if (first != nullptr) return {first->ankle, first->knee};
            break;
        case ReachTarget::stay_foot:
            if (first != nullptr) return {first->ankle, knee};
            break;
        case ReachTarget::together:
            return {beside(body, side), knee};
        case ReachTarget::thigh:
        case ReachTarget::shin:
            return {across_leg(body, side, reach->side.value_or(other(side)), reach->target), knee};
        default:
            if (const auto place = on_surface(reach->target, leg.ankle, lengths::ankle_height,
                                              setting.figure.scene)) {
                return {place->at, knee};
            }
    }
    return {leg.ankle, knee};
}

bool reaches(const std::optional<Reach>& reach) {
    return reach && (reach->place || reach->target != ReachTarget::none);
}

bool stays(const std::optional<Reach>& reach) {
    return reach && !reach->place &&
           (reach->target == ReachTarget::stay || reach->target == ReachTarget::stay_foot);
}

/// Takes the aims of a limb in both poses to the same, if one of the poses is the first and the
/// limb stays as it is there: else it would leave its place on the way.
template <typename Aim>
void keep_in_place(Aim& begin, Aim& end, const std::optional<Reach>& from,
                   const std::optional<Reach>& to, const Step& step, const Figure& figure) {
    const Pose& first = figure.poses.front();
    if (&step.from == &first && stays(to)) begin = end;
    if (&step.to == &first && stays(from)) end = begin;
}

double lowest_foot(const Body& body, Side side) {
    const BodyPoint foot = side == Side::left ? BodyPoint::foot_l : BodyPoint::foot_r;
    return lowest_of(body, volumes_of(body), foot).height;
}

}  // namespace

void place_feet(Body& body, const Step& step, const Angles& angles, const Setting& setting) {
    constexpr int rounds = 2;
    constexpr double enough = -1e-3;
    for (const Side side : two_sides) {
        const auto& from = step.from.foot[side];
        const auto& to = step.to.foot[side];
        if (!reaches(from) && !reaches(to)) continue;
        FootAim begin = foot_aim(from, side, body, setting);
        FootAim end = foot_aim(to, side, body, setting);
        keep_in_place(begin, end, from, to, step, setting.figure);
        reach_with(body.leg[side], mix(begin.ankle, end.ankle, step.share),
                   mix(begin.knee, end.knee, step.share));
        place_foot(body.leg[side], angles.ankle[side]);
    }
    for (const Side side : two_sides) {
        Leg& leg = body.leg[side];
        for (int round = 0; round < rounds; ++round) {
            const double lowest = lowest_foot(body, side);
            if (lowest > enough) break;
            // The knee gives way ahead, where knees go.
            const Vec ahead = leg.thigh.x * std::max(off_straight, -lowest);
            reach_with(leg, leg.ankle - up * lowest, leg.knee + ahead);
            place_foot(leg, angles.ankle[side]);
        }
    }
}

namespace {

// ---- hands

/// Where a wrist is put, and the direction away from the surface that the hand lies on, if it
/// lies on one.
struct HandAim {
    Vec wrist;
    std::optional<Vec> normal;
};

/// A point on the skin of a bone, on the side where `towards` is.
Vec on_bone(const Vec& near, const Vec& far, double share, double radius, const Vec& towards) {
    const Vec middle = mix(near, far, share);
    const Vec out = across(towards - middle, unit(far - near));
    return middle + unit(out) * (radius + skin);
}

/// Returns the place of a part of the body that a hand takes. `on` is the side of that part.
std::optional<Vec> on_body(ReachTarget target, Side side, Side on, const Body& body) {
    const Leg& leg = body.leg[on];
    const Trunk& trunk = body.trunk;
    const Vec& shoulder = body.arm[side].shoulder;
    switch (target) {
        case ReachTarget::thigh:
            return on_bone(leg.hip, leg.knee, 0.62, 0.043, shoulder);
        case ReachTarget::groin:
            return on_bone(leg.hip, leg.knee, 0.10, 0.060, shoulder);
        case ReachTarget::knee:
            return on_bone(leg.hip, leg.knee, 0.95, 0.038, shoulder);
        case ReachTarget::shin:
            return on_bone(leg.knee, leg.ankle, 0.40, 0.034, shoulder);
        case ReachTarget::ankle:
            return on_bone(leg.knee, leg.ankle, 0.90, 0.026, shoulder);
        case ReachTarget::behind_thigh:
            return mix(leg.hip, leg.knee, 0.70) - leg.thigh.x * 0.055;
        case ReachTarget::outer_knee:
            return on_bone(leg.hip, leg.knee, 0.90, 0.040,
                           leg.knee + leg.thigh * Vec{0.3, 0, sign_of(on)});
        case ReachTarget::hip:
            return trunk.pelvis + trunk.pelvis_frame * Vec{0.060, 0.050, sign_of(on) * 0.070};
        case ReachTarget::belly:
            return trunk.waist + trunk.waist_frame * Vec{0.075, 0.02, sign_of(side) * 0.03};
        case ReachTarget::back:
            return trunk.waist + trunk.waist_frame * Vec{-0.062, 0.02, sign_of(side) * 0.03};
        case ReachTarget::forehead:
            return trunk.head + trunk.head_frame * Vec{0.078, 0.035, sign_of(side) * 0.02};
        default:
            return std::nullopt;
    }
}

std::optional<Vec> normal_at_first(const Reach& reach, const Surroundings& scene) {
    const auto surface = on_surface(reach.target, {}, 0, scene);
    return surface ? std::optional(surface->normal) : std::nullopt;
}

HandAim hand_aim(const std::optional<Reach>& reach, Side side, const Body& body,
                 const Setting& setting) {
    const Vec& wrist = body.arm[side].wrist;
    if (!reach) return {wrist, {}};
    if (reach->place) return {*reach->place, {}};
    if (reach->target == ReachTarget::stay) {
        if (setting.first == nullptr) return {wrist, {}};
        const auto& before = setting.figure.poses.front().hand[side];
        return {setting.first->arm[side].wrist,
                before ? normal_at_first(*before, setting.figure.scene) : std::nullopt};
    }
    if (const auto surface = on_surface(reach->target, wrist, palm, setting.figure.scene)) {
        return {surface->at, surface->normal};
    }
    const auto place = on_body(reach->target, side, reach->side.value_or(side), body);
    return {place.value_or(wrist), {}};
}

/// The direction of a hand: on along the forearm, or along the surface that it lies on.
Vec hand_direction(const Arm& arm, const Trunk& trunk, double wrist,
                   const std::optional<Vec>& normal) {
    if (!normal) return -(arm.fore * about_z(-wrist)).y;
    constexpr double with_trunk = 0.6;
    return unit(across(-arm.fore.y, *normal) + across(trunk.chest_frame.y, *normal) * with_trunk);
}

/// Lays the hand in a direction, but its fingers no lower than `lowest`.
void lay_hand(Arm& arm, const Vec& direction, double lowest) {
    Vec way = unit(direction);
    const double least = std::clamp((lowest - arm.wrist.y) / lengths::hand, -1.0, 1.0);
    if (way.y < least) {
        const Vec level = unit({way.x, 0, way.z}, {1, 0, 0});
        way = level * std::sqrt(1 - least * least) + up * least;
    }
    arm.hand = arm.wrist + way * lengths::hand;
}

}  // namespace

void place_hands(Body& body, const Step& step, const Angles& angles, const Setting& setting) {
    constexpr double least_target = 0.020;
    for (const Side side : two_sides) {
        Arm& arm = body.arm[side];
        const auto& from = step.from.hand[side];
        const auto& to = step.to.hand[side];
        if (!reaches(from) && !reaches(to)) {
            const double lowest = std::min(arm.hand.y - palm_radius, arm.wrist.y - 0.019);
            if (lowest >= 0) continue;
            reach_with(arm, arm.wrist - up * lowest);
            lay_hand(arm, -arm.fore.y, palm);
            continue;
        }
        HandAim begin = hand_aim(from, side, body, setting);
        HandAim end = hand_aim(to, side, body, setting);
        keep_in_place(begin, end, from, to, step, setting.figure);
        Vec target = mix(begin.wrist, end.wrist, step.share);
        target.y = std::max(target.y, least_target);
        reach_with(arm, target);
        const double wrist = angles.wrist[side];
        lay_hand(arm,
                 mix(hand_direction(arm, body.trunk, wrist, begin.normal),
                     hand_direction(arm, body.trunk, wrist, end.normal), step.share),
                 palm_radius);
    }
}

}  // namespace hipflow::figure
