// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "schedule/plan.h"
#include "today/desk.h"

namespace hipflow::today {

// Which sessions of today keep the plan without a name: not those of a routine that has a plan of
// its own for today, unless they are of a program.

/// What decides which plans a session of a routine keeps.
struct PlannedRoutine {
    std::string id;
    bool counts = true;  // as its file says
};

/// Returns whether a session of the routine would keep only the routine's own plan today, and not
/// the one without a name; false where there is none.
bool keeps_only_its_own(std::span<const schedule::DayPlan> plans, const PlannedRoutine& routine,
                        Day today, bool in_program);

/// The shortest shipped routine that keeps the plan without a name today, if there is one.
std::optional<std::string> shortest_for_unnamed(std::span<const schedule::DayPlan> plans, Day today,
                                                bool in_program);

/// The session that is asked for where that of the day keeps only its own plan.
struct OtherRoutine {
    std::string not_of;                // the routine of the day
    std::optional<std::string> other;  // the shortest that can start, and keeps the plan
};
/// nullopt where the routine of the day keeps the plan without a name. Nobody is in a program.
std::optional<OtherRoutine> other_routine(Desk& desk, std::span<const schedule::DayPlan> plans,
                                          const std::string& of_day);

}  // namespace hipflow::today
