// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "catalog/bundled.h"
#include "catalog/content_files.h"
#include "figure/movement.h"

namespace hipflow::figure {

/// A bundled exercise, and its figure as a movement.
struct Shipped {
    Exercise exercise;
    Movement movement;
};

/// All bundled exercises that have a figure which can be drawn, as their files have them: a library
/// adds the risks that a figure shows.
inline const std::vector<Shipped>& all_shipped() {
    static const std::vector<Shipped> all = [] {
        std::vector<Shipped> found;
        std::vector<Diagnostic> faults;
        for (const auto& file : catalog::bundled_exercises()) {
            const auto parsed =
                catalog::parse_exercise(file.text, file.id, std::string(file.id), faults);
            if (!parsed) continue;
            const Exercise& exercise = parsed->exercise;
            if (!exercise.figure || !is_drawn(*exercise.figure)) continue;
            found.push_back({exercise, Movement(*exercise.figure)});
        }
        return found;
    }();
    return all;
}

/// Calls `take` with 97 moments of the rep, 0 to 1, and the body at each.
template <typename Take>
void for_97_moments(const Movement& movement, const Take& take) {
    constexpr int steps = 96;
    for (int i = 0; i <= steps; ++i) {
        const double share = static_cast<double>(i) / steps;
        take(share, movement.at(share));
    }
}

/// The largest amount of something, and where it was found.
struct Worst {
    double amount = 0;
    double share = 0;
    std::string what;
    void note(double another, double at, const std::string& name = "") {
        if (another > amount) *this = {another, at, name};
    }
};

/// The joints of a body, each with its name.
struct NamedPoint {
    std::string name;
    Vec at;
};
inline std::vector<NamedPoint> joints_of(const Body& body) {
    const Trunk& trunk = body.trunk;
    std::vector<NamedPoint> joints = {{"pelvis", trunk.pelvis}, {"waist", trunk.waist},
                                      {"ribs", trunk.ribs},     {"chest", trunk.chest},
                                      {"neck", trunk.neck},     {"skull", trunk.skull},
                                      {"head", trunk.head}};
    for (const Side side : two_sides) {
        const std::string mark = side == Side::left ? "_l" : "_r";
        const Leg& leg = body.leg[side];
        const Arm& arm = body.arm[side];
        joints.insert(joints.end(), {{"hip" + mark, leg.hip},
                                     {"knee" + mark, leg.knee},
                                     {"ankle" + mark, leg.ankle},
                                     {"heel" + mark, leg.heel},
                                     {"ball" + mark, leg.ball},
                                     {"toe" + mark, leg.toe},
                                     {"shoulder" + mark, arm.shoulder},
                                     {"elbow" + mark, arm.elbow},
                                     {"wrist" + mark, arm.wrist},
                                     {"hand" + mark, arm.hand}});
    }
    return joints;
}

}  // namespace hipflow::figure
