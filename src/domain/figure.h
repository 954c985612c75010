// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/body.h"
#include "domain/words.h"

// The moving picture of an exercise as its file says it: joint angles in the words of
// physiotherapy, and what carries the body. figure/ makes a body of it. Angles are in degrees,
// lengths in heights of the body. See docs/design/figures.md.

namespace hipflow {

/// How the body lies, sits or stands. One lies on the side that is named.
enum class Base {
    standing,
    chair,
    floor_sitting,
    half_kneeling,
    kneeling,
    all_fours,
    supine,
    prone,
    side_lying_left,
    side_lying_right
};
constexpr auto words_of(Base /*unused*/) {
    return std::to_array<std::string_view>({"standing", "chair", "floor-sitting", "half-kneeling",
                                            "kneeling", "all-fours", "supine", "prone",
                                            "side-lying-left", "side-lying-right"});
}

/// Tells whether a body on that base is about as high as it is long, or higher.
constexpr bool is_upright(Base base) {
    return base == Base::standing || base == Base::chair || base == Base::half_kneeling ||
           base == Base::kneeling;
}

/// A value for the left and one for the right of the body.
template <typename Value>
struct Pair {
    Value left{};
    Value right{};
    constexpr Value& operator[](Side side) { return side == Side::right ? right : left; }
    constexpr const Value& operator[](Side side) const {
        return side == Side::right ? right : left;
    }
    bool operator==(const Pair&) const = default;
};
inline constexpr std::array two_sides{Side::left, Side::right};

/// A pelvis: + tilt forward (anterior), + list with the right side down, + turn to the right.
struct PelvisAngles {
    double tilt = 0;
    double list = 0;
    double turn = 0;
    bool operator==(const PelvisAngles&) const = default;
};

/// A part of the spine: + flex forward, + bend and + rot to the right.
struct SpineAngles {
    double flex = 0;
    double bend = 0;
    double rot = 0;
    bool operator==(const SpineAngles&) const = default;
};

/// A hip or a shoulder: + flex forward, + abd away from the middle, + rot inwards.
struct BallAngles {
    double flex = 0;
    double abd = 0;
    double rot = 0;
    bool operator==(const BallAngles&) const = default;
};

/// An ankle: + degrees up. `flat` is the share of the angle that would lay the sole level; in a
/// file it is 0 or 1, and between two poses anything.
struct AnkleAngle {
    double degrees = 0;
    double flat = 0;
    bool operator==(const AnkleAngle&) const = default;
};

/// All angles of a body. A knee, an elbow and a wrist bend by one angle.
struct Angles {
    PelvisAngles pelvis;
    SpineAngles lumbar;
    SpineAngles thoracic;
    SpineAngles neck;
    Pair<BallAngles> hip;
    Pair<BallAngles> shoulder;
    Pair<double> knee;
    Pair<AnkleAngle> ankle;
    Pair<double> elbow;
    Pair<double> wrist;
    bool operator==(const Angles&) const = default;
};

/// A point or a group of points of the body, by which it is carried or kept in place.
enum class BodyPoint {
    pelvis,
    trunk,
    chest,
    shoulders,
    elbows,
    hands,
    knees,
    feet,
    shoulder_l,
    shoulder_r,
    elbow_l,
    elbow_r,
    hand_l,
    hand_r,
    hip_l,
    hip_r,
    knee_l,
    knee_r,
    foot_l,
    foot_r,
    toe_l,
    toe_r
};
constexpr auto words_of(BodyPoint /*unused*/) {
    return std::to_array<std::string_view>(
        {"pelvis",     "trunk",      "chest",   "shoulders", "elbows", "hands",  "knees", "feet",
         "shoulder_l", "shoulder_r", "elbow_l", "elbow_r",   "hand_l", "hand_r", "hip_l", "hip_r",
         "knee_l",     "knee_r",     "foot_l",  "foot_r",    "toe_l",  "toe_r"});
}

/// Something that carries the body, and the height of the surface that it is on, if that is not
/// the floor or the seat.
struct Contact {
    BodyPoint point = BodyPoint::feet;
    std::optional<double> height;
    bool operator==(const Contact&) const = default;
};

/// The places that a hand or a foot may be put to.
enum class ReachTarget {
    none,       // where the angles lead, against what another pose says
    stay,       // as in the first pose; of a foot, with the knee
    stay_foot,  // of a foot: as in the first pose, with the knee where the angles point
    together,   // of a foot: beside the other ankle
    floor,
    seat,
    counter,
    wall,
    thigh,
    knee,
    shin,
    ankle,
    groin,
    hip,
    behind_thigh,
    outer_knee,
    belly,
    back,
    forehead
};
constexpr auto words_of(ReachTarget /*unused*/) {
    return std::to_array<std::string_view>({"", "stay", "stay-foot", "together", "floor", "seat",
                                            "counter", "wall", "thigh", "knee", "shin", "ankle",
                                            "groin", "hip", "behind-thigh", "outer-knee", "belly",
                                            "back", "forehead"});
}

/// A place in the scene, as a camera at azimuth 0 sees it: x to the right, y up from the floor, z
/// to the viewer. Somebody upright faces -x.
struct Point {
    double x = 0;
    double y = 0;
    double z = 0;
    bool operator==(const Point&) const = default;
};

/// Where a hand or a foot is put.
struct Reach {
    ReachTarget target = ReachTarget::none;
    std::optional<Side> side;    // of the part that is reached for; nullopt: the limb's own
    std::optional<Point> place;  // in place of a target
    bool operator==(const Reach&) const = default;
};

struct Pose {
    std::string name;
    Angles angles;
    std::vector<Contact> contact;  // empty: that of the figure
    Pair<std::optional<Reach>> hand;
    Pair<std::optional<Reach>> foot;
    bool operator==(const Pose&) const = default;
};

/// A pose and when it is reached, as a share of the rep, 0 to 1.
struct FigureFrame {
    std::size_t pose = 0;  // its index
    double share = 0;
    bool operator==(const FigureFrame&) const = default;
};

/// The parts that a body is drawn of.
enum class BodyPart {
    pelvis,
    waist,
    chest,
    neck,
    head,
    shoulder_l,
    shoulder_r,
    upper_l,
    upper_r,
    fore_l,
    fore_r,
    hand_l,
    hand_r,
    thigh_l,
    thigh_r,
    shank_l,
    shank_r,
    foot_l,
    foot_r
};
constexpr auto words_of(BodyPart /*unused*/) {
    return std::to_array<std::string_view>({"pelvis", "waist", "chest", "neck", "head",
                                            "shoulder_l", "shoulder_r", "upper_l", "upper_r",
                                            "fore_l", "fore_r", "hand_l", "hand_r", "thigh_l",
                                            "thigh_r", "shank_l", "shank_r", "foot_l", "foot_r"});
}
inline constexpr std::size_t body_part_count = words<BodyPart>.size();

/// A set of parts; the bit of a part is its number.
using BodyParts = std::bitset<body_part_count>;
inline bool has(const BodyParts& parts, BodyPart part) {
    return parts[static_cast<std::size_t>(part)];
}

/// The parts that a word of a file means: "leg_l", "thighs", "trunk", "head". Empty: no such word.
BodyParts parts_named(std::string_view word);
/// All words that parts_named() knows.
std::vector<std::string_view> part_words();

struct ChairProp {
    std::optional<std::array<double, 2>> at;  // x and z of its middle; nullopt: where one sits
    double seat = 0.232;
    int back = 1;      // the side of its back: 1 towards +x, -1 towards -x
    bool rest = true;  // it has a back
    bool operator==(const ChairProp&) const = default;
};

/// A counter or a step.
struct BoxProp {
    Point least;
    Point most;
    double fit = 0.6;  // the share of its width that is kept in view
    bool operator==(const BoxProp&) const = default;
};

enum class Axis { x, z };
constexpr auto words_of(Axis /*unused*/) { return std::to_array<std::string_view>({"x", "z"}); }

/// A wall across an axis.
struct WallProp {
    Axis axis = Axis::x;
    double at = 0.3;
    int faces = -1;                         // the direction of the room along that axis
    std::array<double, 2> span{-0.3, 0.3};  // along the other one
    double height = 0.95;
    bool operator==(const WallProp&) const = default;
};

/// An ellipsoid to lie or sit on.
struct Cushion {
    Point centre;
    Point radii{0.07, 0.03, 0.09};
    bool operator==(const Cushion&) const = default;
};

/// What is around the body. The mat is always there, unless a bed is.
struct Surroundings {
    std::optional<ChairProp> chair;
    std::optional<WallProp> wall;
    std::optional<BoxProp> counter;
    std::optional<BoxProp> step;
    bool band = false;  // around both thighs
    bool bed = false;   // in place of the floor: its top is where the floor is
    std::vector<Cushion> cushions;
    bool operator==(const Surroundings&) const = default;
};

/// The direction that the figure is seen from. Azimuth 0 sees the body's left; more goes round to
/// the front of somebody upright, to the feet of somebody supine.
struct CameraAngles {
    double azimuth = 0;
    double elevation = 0;
    bool operator==(const CameraAngles&) const = default;
};

/// The moving picture of an exercise, as it is done with the left side. Without frames it is words
/// alone.
struct Figure {
    Base base = Base::standing;
    std::string text;                 // the figure in words, for where it cannot be drawn
    std::vector<FigureFrame> frames;  // shares rise from 0 to 1
    std::vector<Pose> poses;          // the first is that of the first frame
    std::vector<Contact> contact;     // one or two
    BodyPoint anchor = BodyPoint::feet;
    Surroundings scene;
    CameraAngles camera;
    BodyParts moving;
    BodyParts in_view;  // only these must be; none: all
    bool operator==(const Figure&) const = default;
};

/// Tells whether a figure can be drawn. One in the former format has words alone.
inline bool is_drawn(const Figure& figure) { return !figure.frames.empty(); }

/// The pose that a base begins with.
Pose base_pose(Base base);
std::vector<Contact> usual_contact(Base base);
BodyPoint usual_anchor(Base base);
CameraAngles usual_camera(Base base);

/// A pose with left and right exchanged.
Pose mirrored(Pose pose);

/// The share of the rep at which a hold is held: the middle of the longest stay in one pose, or
/// of the rep if there is none.
double held_share(const Figure& figure);

/// The share of the rep that shows where the movement leads: where it is held, unless that is the
/// pose that it begins with; then, where it first reaches another one.
double furthest_share(const Figure& figure);

/// Tells whether a figure is on the way from one pose to another at that share of the rep.
bool moves_at(const Figure& figure, double share);

}  // namespace hipflow
