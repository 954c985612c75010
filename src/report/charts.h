// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/style.h"

namespace hipflow {

// Small charts in a line of text (TRACKING c4). What they tell is in the glyph; colour only repeats
// it, and a line of numbers belongs under each.

/// Scores 0 to 10 as one mark each on a scale that is always the whole one, so that two such lines
/// can be compared. Nothing scored is a space, 0 the lowest mark.
std::string sparkline(std::span<const std::optional<double>> scores, const Style& style);

/// Something scored: late where it was remembered and not told at once; drawn hollow.
struct Dot {
    double score = 0;  // 0 to 10
    bool late = false;
};

/// Scores on an axis from 0 to 10 that is `columns` wide (11 or more): from the lowest to the
/// highest, the middle half as a box, the median in it. Fewer than five are drawn one by one, a
/// number where several fall on one place.
std::string distribution(std::span<const Dot> scores, int columns, const Style& style);
/// The axis to stand above it: "0         5        10".
std::string score_axis(int columns);

/// A bar of `share` (0 to 1) of `columns`, to half a column where there are glyphs for it.
std::string bar(double share, int columns, const Style& style);

/// What must stand under a chart of scores: "n 12, median 3.5, 1 to 6"; "n 0" without any.
std::string numbers_of(const std::vector<double>& scores);

}  // namespace hipflow
