// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "coach/program_week.h"
#include "domain/schedule.h"
#include "domain/settings.h"
#include "schedule/adherence.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

/// The schedule over the `weeks` weeks that end today. Returns nullopt where nothing was ever
/// planned. Where something speaks against a session today, none is named as the next.
std::optional<schedule::ScheduleState> schedule_state(const store::Store& store,
                                                      const Settings& settings, Day today,
                                                      int weeks);

/// The same up to today; nullopt without a history as well. Throws FileError if the configuration
/// has faults.
std::optional<schedule::ScheduleState> schedule_state(Desk& desk, int weeks);

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
