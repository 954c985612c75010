// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "domain/figure.h"

// Small figures for tests: they say no more than what a test is about.

namespace hipflow::figure {

/// A figure of these poses at equal steps of the rep; of one pose, it is held all the time.
inline Figure figure_of(Base base, std::vector<Pose> poses) {
    Figure figure;
    figure.base = base;
    figure.text = "A figure.";
    for (std::size_t i = 0; i < poses.size(); ++i) {
        poses[i].name = "pose-" + std::to_string(i);
        const std::size_t last = poses.size() - 1;
        const double share = last == 0 ? 0 : static_cast<double>(i) / static_cast<double>(last);
        figure.frames.push_back({i, share});
    }
    if (poses.size() == 1) figure.frames.push_back({0, 1});
    figure.poses = std::move(poses);
    figure.contact = usual_contact(base);
    figure.anchor = usual_anchor(base);
    figure.camera = usual_camera(base);
    figure.moving = parts_named("leg_l");
    if (base == Base::chair) figure.scene.chair = ChairProp{};
    return figure;
}

/// The pose of a base after `change` of its angles, held.
template <typename Change>
Figure held(Base base, const Change& change) {
    Pose pose = base_pose(base);
    change(pose.angles);
    return figure_of(base, {pose});
}

/// Somebody who stands on the right leg; `change` is made to the angles.
template <typename Change>
Figure on_the_right_leg(const Change& change) {
    Figure figure = held(Base::standing, change);
    figure.contact = {{BodyPoint::foot_r, {}}};
    figure.anchor = BodyPoint::foot_r;
    return figure;
}

}  // namespace hipflow::figure
