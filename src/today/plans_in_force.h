// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/records.h"
#include "schedule/plan.h"
#include "store/store.h"
#include "today/desk.h"

namespace hipflow::today {

// The plans as a program has them today. What it asks for once its weeks are over, or in a week
// that is repeated, holds from that day on; the next start records it (schedule_due()).

/// The versions of the plan without a name, oldest first.
std::vector<ScheduleVersion> schedules_in_force(Desk& desk, const store::Store& store);

/// As all_plans() has them.
std::vector<schedule::DayPlan> plans_in_force(Desk& desk, const store::Store& store, Day since);

}  // namespace hipflow::today
