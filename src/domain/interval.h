// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

namespace hipflow {

/// A range from `low` to `high`, both included.
struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// The 95 % score interval of Wilson (1927) for a share of `hits` out of `n`, 0 <= hits <= n.
/// Unlike the normal one it holds for small n, and for shares near 0 and 1
/// (docs/design/statistics.md, "Adherence"). Returns nullopt for n = 0.
std::optional<Interval> wilson_interval(int hits, int n);

}  // namespace hipflow
