// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/figure.h"

namespace hipflow::exchange {

// The members of a figure: the keys of its file, with every joint of every pose. They are only
// written.

/// [x, y, z]
inline std::array<double, 3> coordinates(const Point& point) { return {point.x, point.y, point.z}; }

template <typename Visitor>
void fields(const PelvisAngles& angles, Visitor& visit) {
    visit("tilt", angles.tilt);
    visit("list", angles.list);
    visit("turn", angles.turn);
}

template <typename Visitor>
void fields(const SpineAngles& angles, Visitor& visit) {
    visit("flex", angles.flex);
    visit("bend", angles.bend);
    visit("rot", angles.rot);
}

template <typename Visitor>
void fields(const BallAngles& angles, Visitor& visit) {
    visit("flex", angles.flex);
    visit("abd", angles.abd);
    visit("rot", angles.rot);
}

template <typename Visitor>
void fields(const AnkleAngle& ankle, Visitor& visit) {
    visit("degrees", ankle.degrees);
    visit("flat", ankle.flat > 0);
}

template <typename Visitor>
void fields(const Contact& contact, Visitor& visit) {
    visit("point", contact.point);
    visit("height", contact.height);
}

template <typename Visitor>
void fields(const Reach& reach, Visitor& visit) {
    visit("target", reach.target);
    visit("side", reach.side);
    visit("place", reach.place ? std::optional(coordinates(*reach.place)) : std::nullopt);
}

template <typename Visitor>
void fields(const Pose& pose, Visitor& visit) {
    const Angles& angles = pose.angles;
    visit("pelvis", angles.pelvis);
    visit("lumbar", angles.lumbar);
    visit("thoracic", angles.thoracic);
    visit("neck", angles.neck);
    visit("hip_l", angles.hip.left);
    visit("hip_r", angles.hip.right);
    visit("knee_l", angles.knee.left);
    visit("knee_r", angles.knee.right);
    visit("ankle_l", angles.ankle.left);
    visit("ankle_r", angles.ankle.right);
    visit("shoulder_l", angles.shoulder.left);
    visit("shoulder_r", angles.shoulder.right);
    visit("elbow_l", angles.elbow.left);
    visit("elbow_r", angles.elbow.right);
    visit("wrist_l", angles.wrist.left);
    visit("wrist_r", angles.wrist.right);
    visit("hand_l", pose.hand.left);
    visit("hand_r", pose.hand.right);
    visit("foot_l", pose.foot.left);
    visit("foot_r", pose.foot.right);
    visit("contact", pose.contact);
}

/// Poses by their names.
struct NamedPoses {
    const std::vector<Pose>& poses;
};
template <typename Visitor>
void fields(const NamedPoses& named, Visitor& visit) {
    for (const auto& pose : named.poses) visit(pose.name, pose);
}

template <typename Visitor>
void fields(const ChairProp& chair, Visitor& visit) {
    visit("at", chair.at);
    visit("seat", chair.seat);
    visit("back", chair.back);
    visit("rest", chair.rest);
}

template <typename Visitor>
void fields(const WallProp& wall, Visitor& visit) {
    visit("axis", wall.axis);
    visit("at", wall.at);
    visit("n", wall.faces);
    visit("span", wall.span);
    visit("height", wall.height);
}

template <typename Visitor>
void fields(const BoxProp& box, Visitor& visit) {
    visit("from", coordinates(box.least));
    visit("to", coordinates(box.most));
    visit("fit", box.fit);
}

template <typename Visitor>
void fields(const Cushion& cushion, Visitor& visit) {
    visit("centre", coordinates(cushion.centre));
    visit("radii", coordinates(cushion.radii));
}

template <typename Visitor>
void fields(const Surroundings& scene, Visitor& visit) {
    visit("chair", scene.chair);
    visit("wall", scene.wall);
    visit("counter", scene.counter);
    visit("step", scene.step);
    visit("band", scene.band);
    visit("bed", scene.bed);
    visit("cushions", scene.cushions);
}

/// A frame is [pose, share]. Parts are named one by one. A figure in the former format has words
/// alone: no base, anchor or camera, and no frames.
template <typename Visitor>
void fields(const Figure& figure, Visitor& visit) {
    std::vector<std::pair<std::string_view, double>> frames;
    frames.reserve(figure.frames.size());
    for (const auto& frame : figure.frames) {
        frames.emplace_back(figure.poses.at(frame.pose).name, frame.share);
    }
    std::vector<std::string_view> moving;
    std::vector<std::string_view> in_view;
    for (std::size_t part = 0; part < body_part_count; ++part) {
        if (figure.moving[part]) moving.push_back(words<BodyPart>.at(part));
        if (figure.in_view[part]) in_view.push_back(words<BodyPart>.at(part));
    }
    visit("base", is_drawn(figure) ? std::optional(figure.base) : std::nullopt);
    visit("text", figure.text);
    visit("frames", frames);
    visit("moving", moving);
    visit("frame", in_view);
    visit("contact", figure.contact);
    visit("anchor", is_drawn(figure) ? std::optional(figure.anchor) : std::nullopt);
    const std::array camera{figure.camera.azimuth, figure.camera.elevation};
    visit("camera", is_drawn(figure) ? std::optional(camera) : std::nullopt);
    visit("scene", figure.scene);
    visit("pose", NamedPoses{figure.poses});
}

}  // namespace hipflow::exchange
