// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "domain/day_totals.h"
#include "domain/words.h"
#include "schedule/occurrence.h"

namespace hipflow::schedule {

/// The mark of a day in a calendar. blank: nothing planned, nothing done.
enum class DayMark { blank, kept, partial, missed, excused, open, extra };
constexpr auto words_of(DayMark /*unused*/) {
    return std::to_array<std::string_view>(
        {"blank", "kept", "partial", "missed", "excused", "open", "extra"});
}

/// Marks each day from `from` to `to`, both included. `occurrences` and `days` are in order. A day
/// that no schedule reaches is kept if any session was kept, partial if one was only begun.
std::vector<DayMark> day_marks(std::span<const Occurrence> occurrences,
                               std::span<const DayTotals> days, Day from, Day to);

}  // namespace hipflow::schedule
