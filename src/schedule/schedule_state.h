// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "schedule/adherence.h"

namespace hipflow::schedule {

/// The schedule, how it was kept over some weeks, and what comes next.
struct ScheduleState {
    DayPlan plan;
    Day from{};
    Day today{};
    std::vector<DayTotals> days;  // of the weeks that hold any day of the range
    Adherence adherence;          // from `from` to `today`
    WeeksOnPlan weeks;
    std::optional<Day> next;  // planned and not yet kept; at most a year ahead
};

/// `totals` are sorted and begin with the calendar week of `from`: a week that begins before the
/// range is needed whole for its pace.
ScheduleState schedule_state_of(DayPlan plan, std::vector<DayTotals> totals, Day from, Day today);

}  // namespace hipflow::schedule
