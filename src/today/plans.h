// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/library.h"
#include "domain/day_totals.h"
#include "domain/schedule.h"
#include "domain/session_work.h"
#include "domain/settings.h"
#include "schedule/plan.h"
#include "schedule/plan_days.h"
#include "store/store.h"

namespace hipflow::today {

// The plans side by side: the one without a name, and those of single routines.

/// All plans that there ever were, the one without a name first, then by the ids of the
/// routines. A routine stands under the id that it has today. Only excuses of `since` or later are
/// read.
std::vector<schedule::DayPlan> all_plans(const catalog::Library& library, const store::Store& store,
                                         const Settings& settings, Day since);

/// The same, with these versions of the plan without a name.
std::vector<schedule::DayPlan> all_plans(const catalog::Library& library, const store::Store& store,
                                         const Settings& settings, Day since,
                                         std::vector<ScheduleVersion> unnamed);

/// The sessions of these days as the plans look at them, under the ids of today.
std::vector<SessionWork> plan_work(const catalog::Library& library, const store::Store& store,
                                   const store::Filter& days);

/// A plan, and the days with sessions that keep it.
struct PlannedDays {
    schedule::DayPlan plan;
    std::vector<DayTotals> days;
};

/// Gives each of the plans the days of `work` that keep it.
std::vector<PlannedDays> planned_days_of(std::span<const schedule::DayPlan> plans,
                                         std::span<const SessionWork> work);

/// The versions of the plan of one routine, by day.
struct RoutinePlan {
    std::string routine;  // the id of today
    std::vector<ScheduleVersion> versions;
};

/// The plans of single routines, by their ids.
std::vector<RoutinePlan> routine_plans(const catalog::Library& library, const store::Store& store);

/// What to say where nothing was ever planned.
inline constexpr std::string_view no_plan_yet =
    "there is no schedule yet. 'hipflow schedule set mon,wed,fri' makes one.";

}  // namespace hipflow::today
