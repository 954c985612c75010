// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <vector>

#include "domain/day_totals.h"
#include "report/calendar_chart.h"
#include "schedule/occurrence.h"

namespace hipflow {

/// What became of each day from `from` to `to`. `occurrences` and `days` are in order. A day that
/// no schedule reaches is kept if a session was, partly if less was done.
std::vector<DayMark> day_marks(std::span<const Occurrence> occurrences,
                               std::span<const DayTotals> days, Day from, Day to);

}  // namespace hipflow
