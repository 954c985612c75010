// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/time.h"
#include "schedule/day_marks.h"
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

// The calendar of a plan: a mark for each day.

/// The glyph of a mark, coloured if colours are on.
std::string glyph(schedule::DayMark mark, const Style& style);

/// Weeks as columns, the newest on the right, with the months above; older weeks that do not fit
/// are left out. `marks` begin with `first` and have no gaps. Returns eight lines, none wider than
/// `columns`; the name of the last month may reach into as many more as are free `beside` it.
std::vector<std::string> calendar_chart(Day first, std::span<const schedule::DayMark> marks,
                                        std::chrono::weekday week_starts, int columns,
                                        const Style& style, int beside = 0);

/// How many weeks fit into `columns`.
int calendar_weeks(int columns);

/// "█ kept  ▒ partly  · missed …": only the marks that occur.
std::string calendar_legend(std::span<const schedule::DayMark> marks, const Style& style);

}  // namespace hipflow::report
