// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/style.h"

namespace hipflow::report {

// Small charts in a line of text. The glyphs carry the meaning, colour only repeats it, and a line
// of numbers belongs under each.

/// Scores 0 to 10 as a mark each, always on the whole scale, so that two such lines can be
/// compared. A missing score is a space, 0 the lowest mark.
std::string sparkline(std::span<const std::optional<double>> scores, const Style& style);

/// A score. One that was entered late, from memory, is drawn hollow.
struct Dot {
    double score = 0;  // 0 to 10
    bool late = false;
};

/// Scores on an axis from 0 to 10 that is `columns` wide (11 or more): whiskers from the lowest to
/// the highest, a box for the middle half, a mark for the median. Fewer than five are drawn one by
/// one, with a count where several coincide.
std::string distribution(std::span<const Dot> scores, int columns, const Style& style);
/// The axis above it: "0         5        10".
std::string score_axis(int columns);

/// A bar of `share` (0 to 1) of `columns`, to half a column where there are glyphs for it.
std::string bar(double share, int columns, const Style& style);

/// The numbers under a chart of scores: "n 12, median 3.5, 1 to 6"; "n 0" without any.
std::string numbers_of(const std::vector<double>& scores);

}  // namespace hipflow::report
