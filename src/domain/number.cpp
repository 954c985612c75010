// SPDX-License-Identifier: MIT
#include "domain/number.h"

#include <algorithm>
#include <cmath>

namespace hipflow {

std::optional<Interval> wilson_interval(int hits, int n) {
    if (n <= 0) return std::nullopt;
    constexpr double z = 1.959963984540054;  // 97.5 % of the normal distribution
    const double count = n;
    const double share = hits / count;
    const double shrink = 1 + z * z / count;
    const double centre = (share + z * z / (2 * count)) / shrink;
    const double half =
        z / shrink * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    // None and all have exact ends; rounding must not make them 1e-17.
    return Interval{hits == 0 ? 0 : std::max(0.0, centre - half),
                    hits == n ? 1 : std::min(1.0, centre + half)};
}

}  // namespace hipflow
