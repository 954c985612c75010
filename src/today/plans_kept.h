// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>
#include <vector>

#include "domain/time.h"
#include "schedule/adherence.h"
#include "schedule/occurrence.h"
#include "store/store.h"
#include "today/plans.h"

namespace hipflow::today {

class Desk;

// How the plans were kept over the days of a view.

/// The days that a view really spans, both included.
struct DaySpan {
    Day from{};
    Day to{};
};

/// How one of the plans was kept over the days of a view.
struct PlanKept {
    std::string name;               // the routine, or schedule::unnamed_plan
    schedule::Adherence this_week;  // up to the last of the days
    schedule::Adherence days;
    schedule::WeeksOnPlan weeks;
    std::vector<schedule::WeekAdherence> by_week;
    bool first_week = false;  // it began in the week that is going on

    bool unnamed() const { return name == schedule::unnamed_plan; }
};

/// The planned sessions of all plans together that were kept, and those that were planned.
struct KeptOfPlans {
    int kept = 0;
    int planned = 0;
};
/// Of one week, by its first day.
KeptOfPlans kept_in(std::span<const PlanKept> plans, Day week);
/// Of the days that a member of each plan is about.
KeptOfPlans kept_on(std::span<const PlanKept> plans, schedule::Adherence PlanKept::*days);

/// Returns whether any plan asked for something on the days of the view that are over.
bool anything_due(std::span<const PlanKept> plans);

/// The days of the filter, and those around them that make their weeks whole.
store::Filter with_whole_weeks(store::Filter chosen);

/// The plans that a view speaks of, over its days and those that make their weeks whole: of one
/// routine only its own.
std::vector<PlannedDays> plans_for(Desk& desk, const store::Store& store,
                                   const store::Filter& chosen);

/// The first day of which a view tells where all is asked for: `recorded`, or that on which a plan
/// began, if that is earlier.
Day first_day(std::span<const PlannedDays> plans, Day recorded);

/// How each was kept. Those of routines that asked for nothing on these days are left out.
std::vector<PlanKept> kept_of(std::span<const PlannedDays> plans, const DaySpan& span, Day today);

/// The first days of the weeks in which any of the plans asked for something, in order.
std::vector<Day> planned_weeks(const std::vector<PlanKept>& plans);

/// What all plans have on these days, by day.
std::vector<schedule::Occurrence> occurrences_of(std::span<const PlannedDays> plans,
                                                 const DaySpan& span, Day today);

}  // namespace hipflow::today
