// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/day_totals.h"
#include "domain/time.h"
#include "domain/words.h"
#include "schedule/occurrence.h"
#include "text/style.h"

namespace hipflow {

/// What a day looks like in the calendar. blank: nothing planned, nothing done.
enum class DayMark { blank, kept, partial, missed, excused, open, extra };
template <>
inline constexpr auto words<DayMark> = std::to_array<std::string_view>(
    {"blank", "kept", "partial", "missed", "excused", "open", "extra"});

/// The glyph of a mark, coloured if colours are on.
std::string glyph(DayMark mark, const Style& style);

/// Weeks as columns, the newest on the right, with the months above; older weeks that do not fit
/// are left out. `marks` begin with `first` and have no gaps. Returns eight lines, none wider than
/// `columns`.
std::vector<std::string> calendar_chart(Day first, std::span<const DayMark> marks,
                                        std::chrono::weekday week_starts, int columns,
                                        const Style& style);

/// How many weeks fit into `columns`.
int calendar_weeks(int columns);

/// "█ kept  ▒ partly  · missed …": only the marks that occur.
std::string calendar_legend(std::span<const DayMark> marks, const Style& style);

/// The mark of each day from `from` to `to`. `occurrences` and `days` are in order. A day outside
/// of any schedule is kept if a session was, else partial if anything was begun.
std::vector<DayMark> day_marks(std::span<const Occurrence> occurrences,
                               std::span<const DayTotals> days, Day from, Day to);

}  // namespace hipflow
