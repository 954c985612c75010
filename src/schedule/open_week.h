// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <vector>

#include "schedule/occurrence.h"

namespace hipflow {

/// The occurrences of a week, or a part of it, whose rule is `k per week` (occurrence.h says how).
/// `week` has every day of it, in order.
std::vector<Occurrence> of_open_week(const DayPlan& plan, const PlanVersion& version,
                                     std::span<const DayTotals> week, Day today);

/// The days of it on which a session keeps the pace, spread evenly over those that are neither
/// excused nor paused: Monday, Wednesday and Friday for three a week (TRACKING c3:
/// ceil(k * days elapsed / 7)).
std::vector<Day> suggested_days(const DayPlan& plan, const PlanVersion& version,
                                std::span<const Day> week);

}  // namespace hipflow
