// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/words.h"

namespace hipflow {

/// From where the figure is looked at: from the side, from the front (of somebody lying: from the
/// feet), or from above.
enum class FigureView { side, front, top };
template <>
inline constexpr auto words<FigureView> = std::to_array<std::string_view>({"side", "front", "top"});

/// What stands around the figure, where it matters.
enum class SceneThing { floor, wall, chair, counter, step };
template <>
inline constexpr auto words<SceneThing> =
    std::to_array<std::string_view>({"floor", "wall", "chair", "counter", "step"});

/// The joints of the stick figure; _l and _r are the body's own left and right.
enum class Joint {
    head,
    neck,
    waist,
    pelvis,
    elbow_l,
    hand_l,
    knee_l,
    foot_l,
    toe_l,
    elbow_r,
    hand_r,
    knee_r,
    foot_r,
    toe_r
};
template <>
inline constexpr auto words<Joint> = std::to_array<std::string_view>(
    {"head", "neck", "waist", "pelvis", "elbow_l", "hand_l", "knee_l", "foot_l", "toe_l", "elbow_r",
     "hand_r", "knee_r", "foot_r", "toe_r"});
inline constexpr std::size_t joint_count = words<Joint>.size();

/// In a unit box: x to the right and y up, 0 to 1; z towards whoever looks, -1 to 1.
struct Point {
    double x = 0;
    double y = 0;
    double z = 0;
    bool operator==(const Point&) const = default;
};

/// Where every joint is.
using Joints = std::array<Point, joint_count>;

constexpr const Point& at(const Joints& joints, Joint joint) {
    return joints.at(static_cast<std::size_t>(joint));
}
constexpr Point& at(Joints& joints, Joint joint) {
    return joints.at(static_cast<std::size_t>(joint));
}

struct Pose {
    std::string name;
    Joints joints{};
    bool operator==(const Pose&) const = default;
};

/// A pose and when it is reached, as a share of the rep, 0 to 1.
struct FigureFrame {
    std::size_t pose = 0;  // its index
    double share = 0;
    bool operator==(const FigureFrame&) const = default;
};

/// A thing of the scene and where: of a floor its height, of a wall its foot, of a chair and a step
/// the middle of what carries, of a counter the edge that is held.
struct ScenePart {
    SceneThing thing = SceneThing::floor;
    Point at;
    bool operator==(const ScenePart&) const = default;
};

/// The moving picture of an exercise, as the left side does it.
struct Figure {
    FigureView view = FigureView::side;
    std::string text;  // the same in words, for those who cannot see it
    std::vector<ScenePart> scene;
    std::vector<Joint> moving;        // what to look at
    std::vector<FigureFrame> frames;  // at least one; their shares rise
    std::vector<Pose> poses;
    bool operator==(const Figure&) const = default;
};

/// Where a thing stands for whom a first pose has been drawn, if nothing else is said.
Point usual_place(SceneThing thing, const Joints& first);

/// The joints that are not in one place all the time.
std::vector<Joint> moving_joints(const std::vector<Pose>& poses);

/// Where the joints are at a share of the rep, 0 to 1. Between two poses each limb turns and keeps
/// its length; a hand or a foot that is in one place in both poses stays there.
Joints joints_at(const Figure& figure, double share);

/// The share of the rep whose pose a hold holds: the middle of the longest stay in one pose; where
/// there is none, half the rep.
double held_share(const Figure& figure);

/// As the other side does it, seen in a mirror: left and right change, and so do the two halves of
/// the box.
Figure mirrored(Figure figure);

/// As the other side does it, seen from where the first was: left and right change, and with them
/// what is near and what is far. For sides that take turns in a view from the side, where a person
/// who turned round with every rep would be hard to follow.
Figure with_sides_changed(Figure figure);

/// The joint that a limb leads to this one from; the pelvis has none, and gives itself.
Joint parent(Joint joint);

double distance(const Point& from, const Point& to);

}  // namespace hipflow
