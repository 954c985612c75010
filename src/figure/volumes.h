// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <span>
#include <vector>

#include "figure/body.h"

namespace hipflow::figure {

/// A limb or a part of one: two spheres and all between them.
struct Capsule {
    BodyPart part{};
    Vec from;
    double from_radius = 0;
    Vec to;
    double to_radius = 0;
};

/// A part of the trunk, or the head.
struct Ellipsoid {
    BodyPart part{};
    Vec centre;
    Rotation frame;
    Vec radii;  // ahead, up, aside
};

/// Everything that a body is drawn of, and by which it lies and stands.
struct Volumes {
    std::array<Capsule, 20> capsules;     // the first is the neck, the second the nose
    std::array<Ellipsoid, 5> ellipsoids;  // pelvis, waist, two of the chest, head
};
Volumes volumes_of(const Body& body);

inline constexpr double knee_radius = 0.037;
inline constexpr double elbow_radius = 0.026;
inline constexpr double toe_radius = 0.013;
inline constexpr double palm_radius = 0.017;

/// A lowest point, and how high it is above the floor.
struct Lowest {
    double height = 0;
    Vec at;
};

/// Returns the lowest point of a part of the body. Those that are almost as low count as well, and
/// `at` is the middle of them, so that left and right stay alike.
Lowest lowest_of(const Body& body, const Volumes& volumes, BodyPoint point);

/// Returns the lowest point of a part, as of a thigh.
double lowest_of(const Volumes& volumes, BodyPart part);

}  // namespace hipflow::figure
