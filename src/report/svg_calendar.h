// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <span>
#include <string_view>

#include "domain/time.h"
#include "report/html.h"
#include "schedule/day_marks.h"

namespace hipflow::report {

// The calendar of a plan as inline SVG. Each mark has its own shape, and colour only repeats it.

/// How many weeks it shows at most, the newest.
inline constexpr int most_calendar_weeks = 53;

/// Weeks as columns, days as rows, the months above. `marks` begin with `first` and have no gaps.
/// `title` is read aloud.
Html calendar_drawing(std::string_view title, Day first, std::span<const schedule::DayMark> marks,
                      std::chrono::weekday week_starts);

/// Its legend: only the marks that occur.
Html calendar_key(std::span<const schedule::DayMark> marks);

}  // namespace hipflow::report
