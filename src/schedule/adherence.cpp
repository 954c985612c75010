// SPDX-License-Identifier: MIT
#include "schedule/adherence.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "schedule/due.h"

namespace hipflow::schedule {
namespace {

using std::chrono::days;

constexpr int fewest_for_interval = 5;
/// A calendar week, and the week of a program that holds its first or last day.
constexpr days reach_of_weeks{12};

void add(Adherence& sum, OccurrenceStatus status) {
    switch (status) {
        case OccurrenceStatus::kept:
            ++sum.kept;
            sum.misses_in_a_row = 0;
            return;
        case OccurrenceStatus::partial:
            ++sum.partial;
            sum.misses_in_a_row = 0;
            return;
        case OccurrenceStatus::missed:
            ++sum.missed;
            ++sum.misses_in_a_row;
            return;
        case OccurrenceStatus::excused:
            ++sum.excused;
            return;
        case OccurrenceStatus::paused:
            ++sum.paused;
            return;
        case OccurrenceStatus::pending:
            ++sum.pending;
            return;
        case OccurrenceStatus::extra:
            ++sum.extra;
            return;
        case OccurrenceStatus::rest:
            return;
    }
}

/// `all`: the occurrences from `from` to `to`, in order.
Adherence sum_of(std::span<const Occurrence> all, std::span<const DayTotals> totals, Day from,
                 Day to) {
    Adherence sum;
    for (const auto& occurrence : all) add(sum, occurrence.status);
    const auto first = std::ranges::lower_bound(totals, from, {}, &DayTotals::local_day);
    for (auto day = first; day != totals.end() && day->local_day <= to; ++day) {
        sum.work_planned += day->planned;
        sum.work_done += day->done;
    }
    return sum;
}

/// The last day that counts: see adherence().
Day end_of(const DayPlan& plan, Day to, Day today) {
    if (to < today) return to;
    const PlanVersion* version = version_in_force(plan, today);
    const bool open = version != nullptr && version->rule.cadence == Cadence::per_week;
    return open ? whole_stretch(plan, today).to : today;
}

}  // namespace

std::optional<double> Adherence::ratio() const {
    if (planned() == 0) return std::nullopt;
    return static_cast<double>(kept) / planned();
}

std::optional<Interval> Adherence::interval() const {
    if (planned() < fewest_for_interval) return std::nullopt;
    return wilson_interval(kept, planned());
}

Adherence adherence(const DayPlan& plan, std::span<const DayTotals> totals, Day from, Day to,
                    Day today) {
    const auto all = occurrences(plan, totals, from, end_of(plan, to, today), today);
    return sum_of(all, totals, from, to);
}

std::vector<WeekAdherence> adherence_by_week(const DayPlan& plan, std::span<const DayTotals> totals,
                                             Day from, Day to, Day today) {
    std::vector<WeekAdherence> weeks;
    const auto all = occurrences(plan, totals, from, end_of(plan, to, today), today);
    for (auto first = all.begin(); first != all.end();) {
        const Day week = week_of(first->day, plan.week_starts);
        const auto last = std::find_if(
            first, all.end(), [&](const Occurrence& next) { return next.day >= week + days(7); });
        weeks.push_back(
            {week,
             sum_of({first, last}, totals, std::max(from, week), std::min(to, week + days(6))),
             from > week || to < week + days(6)});
        first = last;
    }
    return weeks;
}

Day with_whole_weeks_from(Day from) { return from - reach_of_weeks; }

Day with_whole_weeks_to(Day to) { return to + reach_of_weeks; }

WeeksOnPlan weeks_on_plan(const DayPlan& plan, std::span<const DayTotals> totals, Day from, Day to,
                          Day today) {
    const Day first = week_of(from, plan.week_starts);
    const Day last = std::min(week_of(to, plan.week_starts) + days(6), today);
    return weeks_on_plan(adherence_by_week(plan, totals, first, last, today), today);
}

std::vector<Day> planned_weeks(std::span<const WeekAdherence> weeks) {
    std::vector<Day> planned;
    for (const auto& week : weeks) {
        if (week.adherence.planned() > 0) planned.push_back(week.week);
    }
    return planned;
}

WeeksOnPlan weeks_on_plan(std::span<const WeekAdherence> weeks, Day today) {
    WeeksOnPlan sum;
    for (const auto& week : weeks) {
        if (week.week + days(7) > today || week.adherence.planned() == 0) continue;
        ++sum.weeks;
        if (week.adherence.on_plan()) ++sum.on_plan;
    }
    return sum;
}

std::optional<Day> planned_from(const DayPlan& plan, Day first) {
    constexpr auto ahead = days(365);
    const auto planned = planned_days(plan, first, first + ahead);
    if (planned.empty()) return std::nullopt;
    return planned.front();
}

namespace {

/// The first day, from today on, with something left to do.
std::optional<Day> next_day(const DayPlan& plan, const std::vector<DayTotals>& totals, Day today) {
    constexpr auto ahead = days(365);
    const PlanVersion* version = version_in_force(plan, today);
    const bool by_slots = version != nullptr && version->rule.cadence != Cadence::per_week;
    const bool done_today = by_slots && !totals.empty() && totals.back().local_day == today &&
                            std::ranges::none_of(occurrences(plan, totals, today, today, today),
                                                 [](const Occurrence& one) {
                                                     return one.status == OccurrenceStatus::pending;
                                                 });
    const auto asked =
        days_asked(plan, totals, done_today ? today + days(1) : today, today + ahead);
    if (asked.empty()) return std::nullopt;
    return asked.front();
}

}  // namespace

std::vector<Slot> open_slots(const DayPlan& plan, std::span<const DayTotals> totals, Day day,
                             Day today) {
    const PlanVersion* version = version_in_force(plan, day);
    if (version == nullptr) return {};
    std::vector<Slot> slots = version->rule.slots;
    const bool any_day = version->rule.cadence == Cadence::per_week;
    const auto all =
        any_day ? std::vector<Occurrence>{} : occurrences(plan, totals, day, day, today);
    std::erase_if(slots, [&](const Slot& slot) {
        if (slot.name.empty()) return true;
        return !any_day && std::ranges::none_of(all, [&](const Occurrence& one) {
            return one.slot == slot.name && one.status == OccurrenceStatus::pending;
        });
    });
    return slots;
}

ScheduleState schedule_state_of(DayPlan plan, std::vector<DayTotals> totals, Day from, Day today) {
    ScheduleState state;
    state.from = from;
    state.today = today;
    state.adherence = adherence(plan, totals, from, today, today);
    state.weeks = weeks_on_plan(plan, totals, from, today, today);
    state.next = next_day(plan, totals, today);
    if (state.next) state.next_slots = open_slots(plan, totals, *state.next, today);
    state.plan = std::move(plan);
    state.days = std::move(totals);
    return state;
}

}  // namespace hipflow::schedule
