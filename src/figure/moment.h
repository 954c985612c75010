// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "figure/movement.h"
#include "figure/volumes.h"

// What is measured of a movement is measured at 25 moments of it.

namespace hipflow::figure {

/// The body at one moment, and what is measured of it.
struct Moment {
    const Figure& figure;
    double share = 0;
    Body body;
    Volumes volumes;
    ReadAngles angles;
};

/// Calls `take` with each moment.
template <typename Take>
void for_each_moment(const Movement& movement, const Take& take) {
    constexpr int moments = 25;
    for (int i = 0; i < moments; ++i) {
        const double share = static_cast<double>(i) / (moments - 1);
        const Body body = movement.at(share);
        take(Moment{movement.figure(), share, body, volumes_of(body), read_angles(body)});
    }
}

/// Returns the name of the pose that is nearest to a moment.
inline std::string pose_at(const Figure& figure, double share) {
    const auto nearest = std::ranges::min_element(
        figure.frames, {}, [&](const auto& frame) { return std::abs(frame.share - share); });
    return figure.poses.at(nearest->pose).name;
}

inline std::string_view side_word(Side side) { return side == Side::left ? "left" : "right"; }

}  // namespace hipflow::figure
