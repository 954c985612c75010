// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string_view>

#include "domain/words.h"

namespace hipflow {

/// Which side of the body works. `both`: the two at once, or in turn from rep to rep.
enum class Side { left, right, both };
template <>
inline constexpr auto words<Side> = std::to_array<std::string_view>({"left", "right", "both"});

constexpr Side other(Side side) {
    if (side == Side::both) return Side::both;
    return side == Side::left ? Side::right : Side::left;
}

}  // namespace hipflow
