// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time.h"
#include "schedule/day_marks.h"
#include "text/style.h"

namespace hipflow {

/// As std::chrono::weekday counts them.
inline constexpr std::array<std::string_view, 7> weekday_names = {"Sun", "Mon", "Tue", "Wed",
                                                                  "Thu", "Fri", "Sat"};

/// The glyph that carries the mark, in its colour where there is one.
std::string glyph(DayMark mark, const Style& style);

/// A week in a column, the newest on the right, the months above. Older weeks than
/// fit are left out. `marks` begin with `first` and have no gaps. Eight lines, none wider than
/// `columns`.
std::vector<std::string> calendar_chart(Day first, std::span<const DayMark> marks,
                                        std::chrono::weekday week_starts, int columns,
                                        const Style& style);

/// How many weeks fit.
int calendar_weeks(int columns);

/// "█ kept  ▒ partly  · missed …": only the marks that stand in it.
std::string calendar_legend(std::span<const DayMark> marks, const Style& style);

}  // namespace hipflow
