// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time.h"
#include "schedule/day_marks.h"
#include "text/style.h"

namespace hipflow::report {

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
