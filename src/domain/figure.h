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

/// Where the figure is seen from: the side, the front (of somebody lying, the feet), or above.
enum class FigureView { side, front, top };
constexpr auto words_of(FigureView /*unused*/) {
    return std::to_array<std::string_view>({"side", "front", "top"});
}

/// Things around the figure.
enum class SceneThing { floor, wall, chair, counter, step };
constexpr auto words_of(SceneThing /*unused*/) {
    return std::to_array<std::string_view>({"floor", "wall", "chair", "counter", "step"});
}

/// The joints of the stick figure. _l and _r are the left and right of the body itself.
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
constexpr auto words_of(Joint /*unused*/) {
    return std::to_array<std::string_view>({"head", "neck", "waist", "pelvis", "elbow_l", "hand_l",
                                            "knee_l", "foot_l", "toe_l", "elbow_r", "hand_r",
                                            "knee_r", "foot_r", "toe_r"});
}
inline constexpr std::size_t joint_count = words<Joint>.size();

/// A point in a unit box: x to the right and y up, 0 to 1; z towards the viewer, -1 to 1.
struct Point {
    double x = 0;
    double y = 0;
    double z = 0;
    bool operator==(const Point&) const = default;
};

/// The place of every joint.
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

/// A thing of the scene and its place: the height of a floor, the foot of a wall, the middle of the
/// seat of a chair and of the top of a step, the edge of a counter that is held.
struct ScenePart {
    SceneThing thing = SceneThing::floor;
    Point at;
    bool operator==(const ScenePart&) const = default;
};

/// The moving picture of an exercise, as it is done with the left side.
struct Figure {
    FigureView view = FigureView::side;
    std::string text;  // the figure in words, for those who cannot see it
    std::vector<ScenePart> scene;
    std::vector<Joint> moving;        // the joints to look at
    std::vector<FigureFrame> frames;  // at least one; their shares rise
    std::vector<Pose> poses;
    bool operator==(const Figure&) const = default;
};

/// The place of a thing where the file gives none, from the first pose.
Point usual_place(SceneThing thing, const Joints& first);

/// The joints that are not in the same place in every pose.
std::vector<Joint> moving_joints(const std::vector<Pose>& poses);

/// The places of the joints at a share of the rep, 0 to 1. Between two poses each limb turns and
/// keeps its length; a hand or a foot that has the same place in both poses stays there.
Joints joints_at(const Figure& figure, double share);

/// The share of the rep at which a hold is held: the middle of the longest stay in one pose, or
/// half the rep if there is none.
double held_share(const Figure& figure);

/// The figure as it is done with the other side, seen in a mirror: left and right change, and so do
/// the two halves of the box.
Figure mirrored(Figure figure);

/// The figure as it is done with the other side, seen from the same place: left and right change,
/// and so do near and far. For sides that alternate in a view from the side, where a person who
/// turned round with every rep would be hard to follow.
Figure with_sides_changed(Figure figure);

/// The joint from which a limb leads to this one; that of the pelvis is the pelvis.
Joint parent(Joint joint);

double distance(const Point& from, const Point& to);

}  // namespace hipflow
