// SPDX-License-Identifier: MIT
#pragma once

namespace hipflow {

/// Changes of pain by something done, each a score after less the score before: below 0 is better.
/// Kept as sums, from which mean and range follow at any length of the history.
struct ChangeSum {
    int n = 0;
    int sum = 0;
    int squares = 0;
    int worse = 0;  // changes of 2 and more
    bool operator==(const ChangeSum&) const = default;
};

constexpr int worse_from = 2;  // one-point differences are noise (CONTENT 3.1)

constexpr void add(ChangeSum& sum, int change) {
    ++sum.n;
    sum.sum += change;
    sum.squares += change * change;
    if (change >= worse_from) ++sum.worse;
}

constexpr void add(ChangeSum& sum, const ChangeSum& more) {
    sum.n += more.n;
    sum.sum += more.sum;
    sum.squares += more.squares;
    sum.worse += more.worse;
}

}  // namespace hipflow
