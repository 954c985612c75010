// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time.h"
#include "domain/words.h"
#include "text/style.h"

namespace hipflow {

/// What a day looks like in the calendar. blank: nothing planned, nothing done.
enum class DayMark { blank, kept, partial, missed, excused, open, extra };
template <>
inline constexpr auto words<DayMark> = std::to_array<std::string_view>(
    {"blank", "kept", "partial", "missed", "excused", "open", "extra"});

/// The glyph that carries the mark, in its colour where there is one.
std::string glyph(DayMark mark, const Style& style);

/// A week in a column, the newest on the right, the months above (TRACKING c4). Older weeks than
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
