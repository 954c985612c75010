// SPDX-License-Identifier: MIT
#include "schedule/schedule_state.h"

#include <algorithm>
#include <utility>

#include "schedule/due.h"

namespace hipflow::schedule {
namespace {

using std::chrono::days;

/// The first planned day, from today on, with something left to do.
std::optional<Day> next_day(const DayPlan& plan, const std::vector<DayTotals>& totals, Day today) {
    constexpr auto ahead = days(365);
    const bool done_today = !totals.empty() && totals.back().local_day == today &&
                            std::ranges::none_of(occurrences(plan, totals, today, today, today),
                                                 [](const Occurrence& one) {
                                                     return one.status == OccurrenceStatus::pending;
                                                 });
    const auto planned = planned_days(plan, done_today ? today + days(1) : today, today + ahead);
    if (planned.empty()) return std::nullopt;
    return planned.front();
}

}  // namespace

ScheduleState schedule_state_of(DayPlan plan, std::vector<DayTotals> totals, Day from, Day today) {
    ScheduleState state;
    state.from = from;
    state.today = today;
    state.adherence = adherence(plan, totals, from, today, today);
    state.weeks = weeks_on_plan(adherence_by_week(plan, totals, from, today, today), today);
    state.next = next_day(plan, totals, today);
    state.plan = std::move(plan);
    state.days = std::move(totals);
    return state;
}

}  // namespace hipflow::schedule
