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

}  // namespace hipflow::figure
