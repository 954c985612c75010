// SPDX-License-Identifier: MIT
#include "figure/volumes.h"

#include <algorithm>
#include <limits>
#include <span>

namespace hipflow::figure {
namespace {

/// The part of one side.
constexpr BodyPart on(Side side, BodyPart left) {
    return side == Side::left ? left : static_cast<BodyPart>(static_cast<int>(left) + 1);
}

using SideCapsules = std::array<Capsule, 9>;

SideCapsules limbs_of(const Body& body, Side side) {
    const Arm& arm = body.arm[side];
    const Leg& leg = body.leg[side];
    const Trunk& trunk = body.trunk;
    const Vec collar = trunk.neck + trunk.chest_frame * Vec{0, -0.012, 0};
    const BodyPart foot = on(side, BodyPart::foot_l);
    return {{
        {on(side, BodyPart::shoulder_l), arm.shoulder, 0.036, collar, 0.030},
        {on(side, BodyPart::upper_l), arm.shoulder, 0.034, arm.elbow, elbow_radius},
        {on(side, BodyPart::fore_l), arm.elbow, elbow_radius, arm.wrist, 0.018},
        {on(side, BodyPart::hand_l), arm.wrist, 0.019, arm.hand, palm_radius},
        {on(side, BodyPart::thigh_l), leg.hip, 0.058, leg.knee, knee_radius},
        {on(side, BodyPart::shank_l), leg.knee, knee_radius, leg.ankle, 0.023},
        {foot, leg.heel, 0.022, leg.ball, 0.020},
        {foot, leg.ball, 0.020, leg.toe, toe_radius},
        {foot, leg.ankle, 0.023, leg.ball, 0.019},
    }};
}

}  // namespace

Volumes volumes_of(const Body& body) {
    const Trunk& trunk = body.trunk;
    const Vec nose = trunk.head + trunk.head_frame * Vec{0.058, -0.008, 0};
    const Vec nose_tip = nose + trunk.head_frame * Vec{0.004, -0.010, 0};
    const Capsule neck{BodyPart::neck, trunk.neck, 0.030, trunk.skull, 0.028};
    const Capsule face{BodyPart::head, nose, 0.013, nose_tip, 0.012};
    const SideCapsules left = limbs_of(body, Side::left);
    const SideCapsules right = limbs_of(body, Side::right);
    return {
        {neck,     face,     left[0],  left[1],  left[2],  left[3],  left[4],
         left[5],  left[6],  left[7],  left[8],  right[0], right[1], right[2],
         right[3], right[4], right[5], right[6], right[7], right[8]},
        {{{BodyPart::pelvis,
           trunk.pelvis + trunk.pelvis_frame * Vec{-0.006, 0.022, 0},
           trunk.pelvis_frame,
           {0.066, 0.078, 0.098}},
          {BodyPart::waist,
           mix(trunk.waist, trunk.ribs, 0.5) + trunk.waist_frame * Vec{0.004, 0, 0},
           trunk.waist_frame,
           {0.057, 0.098, 0.081}},
          {BodyPart::chest,
           trunk.ribs + trunk.ribs_frame * Vec{0.004, 0.042, 0},
           trunk.ribs_frame,
           {0.062, 0.098, 0.089}},
          {BodyPart::chest,
           trunk.chest + trunk.chest_frame * Vec{0, 0.024, 0},
           trunk.chest_frame,
           {0.060, 0.080, 0.100}},
          {BodyPart::head, trunk.head, trunk.head_frame, {0.058, 0.070, 0.049}}}},
    };
}

namespace {

/// Collects points, and finds the lowest of them.
class Search {
   public:
    void add(const Vec& centre, double radius) { add_point(centre, centre.y - radius); }

    void add(const Capsule& capsule) {
        add(capsule.from, capsule.from_radius);
        add(capsule.to, capsule.to_radius);
    }

    void add(const Ellipsoid& ellipsoid) {
        const Vec down = inverse(ellipsoid.frame) * Vec{0, -1, 0};
        const Vec& radii = ellipsoid.radii;
        const Vec scaled{down.x * radii.x, down.y * radii.y, down.z * radii.z};
        const Vec way = unit(scaled);
        const Vec point = ellipsoid.centre +
                          ellipsoid.frame * Vec{radii.x * way.x, radii.y * way.y, radii.z * way.z};
        add_point(point, point.y);
    }

    void add_parts(const Volumes& volumes, const BodyParts& parts) {
        for (const auto& capsule : volumes.capsules) {
            if (has(parts, capsule.part)) add(capsule);
        }
        for (const auto& ellipsoid : volumes.ellipsoids) {
            if (has(parts, ellipsoid.part)) add(ellipsoid);
        }
    }

    Lowest found() const {
        constexpr double as_low = 0.004;
        Lowest lowest{std::numeric_limits<double>::max(), {}};
        const auto points = std::span(points_).first(count_);
        for (const auto& point : points) lowest.height = std::min(lowest.height, point.height);
        double count = 0;
        for (const auto& point : points) {
            if (point.height >= lowest.height + as_low) continue;
            lowest.at = lowest.at + point.at;
            ++count;
        }
        lowest.at = lowest.at * (1 / count);
        return lowest;
    }

   private:
    void add_point(const Vec& at, double height) { points_.at(count_++) = {height, at}; }

    std::array<Lowest, 48> points_;
    std::size_t count_ = 0;
};

BodyParts parts_of(BodyPoint point) {
    using enum BodyPart;
    const auto set = [](std::initializer_list<BodyPart> parts) {
        BodyParts all;
        for (const BodyPart part : parts) all.set(static_cast<std::size_t>(part));
        return all;
    };
    switch (point) {
        case BodyPoint::pelvis:
        case BodyPoint::hip_l:
        case BodyPoint::hip_r:
            return set({pelvis});
        case BodyPoint::trunk:
            return set({pelvis, waist, chest, shoulder_l, shoulder_r});
        case BodyPoint::chest:
            return set({chest});
        case BodyPoint::shoulders:
            return set({chest, shoulder_l, shoulder_r});
        case BodyPoint::shoulder_l:
            return set({shoulder_l});
        case BodyPoint::shoulder_r:
            return set({shoulder_r});
        case BodyPoint::hands:
            return set({hand_l, hand_r});
        case BodyPoint::hand_l:
            return set({hand_l});
        case BodyPoint::hand_r:
            return set({hand_r});
        case BodyPoint::feet:
            return set({foot_l, foot_r});
        case BodyPoint::foot_l:
            return set({foot_l});
        case BodyPoint::foot_r:
            return set({foot_r});
        default:
            return {};
    }
}

}  // namespace

Lowest lowest_of(const Body& body, const Volumes& volumes, BodyPoint point) {
    Search search;
    const auto add_side = [&](BodyPoint both, BodyPoint left, BodyPoint right, auto place,
                              double radius) {
        if (point == both || point == left) search.add(place(Side::left), radius);
        if (point == both || point == right) search.add(place(Side::right), radius);
    };
    add_side(
        BodyPoint::knees, BodyPoint::knee_l, BodyPoint::knee_r,
        [&](Side side) { return body.leg[side].knee; }, knee_radius);
    add_side(
        BodyPoint::elbows, BodyPoint::elbow_l, BodyPoint::elbow_r,
        [&](Side side) { return body.arm[side].elbow; }, elbow_radius);
    if (point == BodyPoint::toe_l) search.add(body.leg.left.toe, toe_radius);
    if (point == BodyPoint::toe_r) search.add(body.leg.right.toe, toe_radius);
    search.add_parts(volumes, parts_of(point));
    return search.found();
}

double lowest_of(const Volumes& volumes, BodyPart part) {
    Search search;
    BodyParts parts;
    parts.set(static_cast<std::size_t>(part));
    search.add_parts(volumes, parts);
    return search.found().height;
}

}  // namespace hipflow::figure
