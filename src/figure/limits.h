// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "figure/movement.h"

namespace hipflow::figure {

/// Something that no body does: a joint beyond its range, or a part in the floor.
struct Impossible {
    std::string what;   // "the left knee bends 164°, more than 158°"
    std::string joint;  // the key of the file that it comes from: "knee_l"; empty: the floor
    std::string pose;
    bool operator==(const Impossible&) const = default;
};

/// Finds what no body does in a movement: the greatest excess of each joint, at 25 moments of it,
/// with what reaching makes of the angles.
std::vector<Impossible> impossible_in(const Movement& movement);

}  // namespace hipflow::figure
