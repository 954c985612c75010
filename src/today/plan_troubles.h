// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "schedule/adherence.h"
#include "today/desk.h"

namespace hipflow::today {

/// What keeps a plan from asking for anything.
struct PlanTrouble {
    std::string plan;    // the routine, or schedule::unnamed_plan
    std::string state;   // what is wrong
    std::string advice;  // what to do
};

/// The plans that go on, but have a rule that cannot be read, or a routine that is gone, in the
/// order of all_plans(); empty without a history.
std::vector<PlanTrouble> plan_troubles(Desk& desk);

/// Routines that cannot start, and why.
using PlansInTrouble = std::map<std::string, std::string>;

/// Those of the plans of routines that ask for a session today.
PlansInTrouble due_in_trouble(Desk& desk, std::span<const schedule::ScheduleState> plans);

}  // namespace hipflow::today
