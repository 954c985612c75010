// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>

#include "catalog/library.h"
#include "coach/program_week.h"
#include "domain/schedule.h"
#include "store/store.h"

namespace hipflow {

/// A program that somebody is in, and where in it they stand.
struct Enrolled {
    Enrolment enrolment;
    Program program;
    ProgramToday today;
    /// What 'hipflow start' takes: a routine, any_routine, or nothing once all is over.
    std::optional<std::string> routine;
};

/// Nothing for somebody who is in none. Throws Error if the program's file is gone or has faults.
std::optional<Enrolled> enrolled(const Library& library, const Store& store, Day today);

/// The enrolment alone, without a look at the program.
std::optional<Enrolment> current_enrolment(const Store& store, Day today);

/// The schedule that a program brings: "5 per week", "none" for no sessions at all.
std::string program_rule(int per_week);

/// The version of the schedule that holds on a day, of `schedules` in their order; null before the
/// first.
const ScheduleVersion* schedule_on(std::span<const ScheduleVersion> schedules, Day day);

/// The version that has to be added because the program now plans another number of sessions than
/// the version in force, which is the program's; its id is left empty. Mostly there is none.
std::optional<ScheduleVersion> schedule_due(const ProgramToday& today,
                                            std::span<const ScheduleVersion> schedules, Day day);

}  // namespace hipflow
