// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "figure/movement.h"

namespace hipflow::figure {

/// How much a movement asks of the body, by a risk tag: all of it, or the middle of the range.
enum class Demand { none, mild, full };

/// A risk tag that a movement needs, and where that is seen.
struct FoundRisk {
    std::string_view tag;
    Demand demand = Demand::full;
    std::string why;   // "the left hip bends 92°"
    std::string pose;  // the pose nearest to that moment
    bool operator==(const FoundRisk&) const = default;
};

/// Finds the risks that a movement shows, at 25 moments of it, in the order of the tags. Of
/// "neural", "trunk-load" and "shoulder" an angle says nothing: they are given by the file alone.
std::vector<FoundRisk> risks_of(const Movement& movement);

/// Tells whether the angles of a movement say anything about a risk tag.
bool is_measured(std::string_view tag);

/// Something that no body does: a joint beyond its range, or a part in the floor.
struct Impossible {
    std::string what;  // "the left knee bends 164°, more than 158°"
    std::string joint;  // the key of the file that it comes from: "knee_l"; empty: the floor
    std::string pose;
    bool operator==(const Impossible&) const = default;
};

/// Finds what no body does in a movement: the greatest excess of each joint, at 25 moments of it,
/// with what reaching makes of the angles.
std::vector<Impossible> impossible_in(const Movement& movement);

}  // namespace hipflow::figure
