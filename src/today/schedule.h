// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coach/program_week.h"
#include "domain/schedule.h"
#include "schedule/adherence.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

/// The plans over the `weeks` weeks that end today, the one without a name first; empty where
/// nothing was ever planned. Those of routines that have ended are left out. Where something speaks
/// against a session today, none is named as the next. Throws FileError if the configuration has
/// faults.
std::vector<schedule::ScheduleState> schedule_states(Desk& desk, int weeks);

/// The version of the schedule in force on a day; null before the first. `schedules` are in their
/// order.
const ScheduleVersion* schedule_on(std::span<const ScheduleVersion> schedules, Day day);

/// The newest version of the user's own schedule on a day, which a program may have taken the place
/// of; null if there never was one.
const ScheduleVersion* own_schedule(std::span<const ScheduleVersion> schedules, Day day);

/// The rule that a program brings: "5 per week", or "none" for no sessions at all.
std::string program_rule(int per_week);

/// The version to add because the program now plans another number of sessions than the version in
/// force, if that is the program's own; its id is empty. Usually nullopt.
std::optional<ScheduleVersion> schedule_due(const coach::ProgramToday& today,
                                            std::span<const ScheduleVersion> schedules, Day day);

}  // namespace hipflow::today
