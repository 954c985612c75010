// SPDX-License-Identifier: MIT
#include "today/plans_kept.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "today/desk.h"
#include "today/plans_in_force.h"

namespace hipflow::today {

store::Filter with_whole_weeks(store::Filter chosen) {
    if (chosen.since) chosen.since = schedule::with_whole_weeks_from(*chosen.since);
    if (chosen.until) chosen.until = schedule::with_whole_weeks_to(*chosen.until);
    return chosen;
}

std::vector<PlannedDays> plans_for(Desk& desk, const store::Store& store,
                                   const store::Filter& chosen) {
    const store::Filter whole = with_whole_weeks(chosen);
    const auto plans = plans_in_force(desk, store, whole.since.value_or(Day{}));
    if (plans.empty()) return {};
    auto all = planned_days_of(plans, plan_work(desk.library(), store, whole));
    if (chosen.routine) {
        std::erase_if(all,
                      [&](const PlannedDays& one) { return one.plan.routine != chosen.routine; });
    }
    return all;
}

Day first_day(std::span<const PlannedDays> plans, Day recorded) {
    for (const auto& [plan, sessions] : plans) {
        if (!plan.versions.empty()) recorded = std::min(recorded, plan.versions.front().valid_from);
    }
    return recorded;
}

std::vector<PlanKept> kept_of(std::span<const PlannedDays> plans, const DaySpan& span, Day today) {
    std::vector<PlanKept> all;
    for (const auto& [plan, sessions] : plans) {
        const Day week = week_of(span.to, plan.week_starts);
        PlanKept kept{plan.name(),
                      schedule::adherence(plan, sessions, week, span.to, today),
                      schedule::adherence(plan, sessions, span.from, span.to, today),
                      schedule::weeks_on_plan(plan, sessions, span.from, span.to, today),
                      schedule::adherence_by_week(plan, sessions, span.from, span.to, today),
                      week_of(plan.versions.front().valid_from, plan.week_starts) ==
                          week_of(today, plan.week_starts)};
        const bool asked = kept.days.planned() + kept.days.excused + kept.days.paused > 0;
        const bool silent = plan.routine && !asked && !schedule::goes_on(plan, today);
        if (!silent) all.push_back(std::move(kept));
    }
    return all;
}

KeptOfPlans kept_in(std::span<const PlanKept> plans, Day week) {
    KeptOfPlans sum;
    for (const auto& plan : plans) {
        const auto found = std::ranges::find(plan.by_week, week, &schedule::WeekAdherence::week);
        if (found == plan.by_week.end()) continue;
        sum.kept += found->adherence.kept;
        sum.planned += found->adherence.planned();
    }
    return sum;
}

KeptOfPlans kept_on(std::span<const PlanKept> plans, schedule::Adherence PlanKept::*days) {
    KeptOfPlans sum;
    for (const auto& plan : plans) {
        sum.kept += (plan.*days).kept;
        sum.planned += (plan.*days).planned();
    }
    return sum;
}

std::vector<Day> planned_weeks(const std::vector<PlanKept>& plans) {
    std::set<Day> weeks;
    for (const auto& plan : plans) {
        const auto of_plan = schedule::planned_weeks(plan.by_week);
        weeks.insert(of_plan.begin(), of_plan.end());
    }
    return {weeks.begin(), weeks.end()};
}

std::vector<schedule::Occurrence> occurrences_of(std::span<const PlannedDays> plans,
                                                 const DaySpan& span, Day today) {
    std::vector<schedule::Occurrence> all;
    for (const auto& [plan, sessions] : plans) {
        std::ranges::move(schedule::occurrences(plan, sessions, span.from, span.to, today),
                          std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, &schedule::Occurrence::day);
    return all;
}

bool anything_due(std::span<const PlanKept> plans) {
    return std::ranges::any_of(plans, [](const PlanKept& plan) { return plan.days.planned() > 0; });
}

}  // namespace hipflow::today
