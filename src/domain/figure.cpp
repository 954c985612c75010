// SPDX-License-Identifier: MIT
#include "domain/figure.h"

#include <algorithm>

namespace hipflow {
namespace {

// From the line that stands for a limb to its skin, in parts of the box.
constexpr double half_a_thigh = 0.05;
constexpr double half_a_foot = 0.02;

}  // namespace

Point usual_place(SceneThing thing, const Joints& first) {
    switch (thing) {
        case SceneThing::chair:
            return {at(first, Joint::pelvis).x, at(first, Joint::pelvis).y - half_a_thigh, 0};
        case SceneThing::counter:
            return at(first, Joint::hand_l);
        case SceneThing::step:
            return {at(first, Joint::foot_l).x, at(first, Joint::foot_l).y - half_a_foot, 0};
        case SceneThing::floor:
        case SceneThing::wall:
            break;
    }
    return {};
}

std::vector<Joint> moving_joints(const std::vector<Pose>& poses) {
    std::vector<Joint> moving;
    for (std::size_t i = 0; i < joint_count; ++i) {
        const bool moves = std::any_of(poses.begin(), poses.end(), [&](const Pose& pose) {
            return pose.joints.at(i) != poses.front().joints.at(i);
        });
        if (moves) moving.push_back(static_cast<Joint>(i));
    }
    return moving;
}

}  // namespace hipflow
