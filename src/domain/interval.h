// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

namespace hipflow {

/// From `low` to `high`, both included.
struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// Where a share of `hits` out of `n` may well lie, 0 to 1: the score interval of Wilson (1927) at
/// 95 %, which holds for few and for extreme shares where the usual one does not (TRACKING c3).
/// Nothing for n = 0. 0 <= hits <= n.
std::optional<Interval> wilson_interval(int hits, int n);

}  // namespace hipflow
