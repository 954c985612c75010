// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "catalog/library.h"
#include "coach/program_week.h"
#include "domain/schedule.h"
#include "store/store.h"
#include "today/beginnings.h"
#include "today/desk.h"
#include "today/schedule.h"

namespace hipflow::today {

/// The routine that needs five minutes and counts like any other.
inline constexpr std::string_view shortest_routine = "five-minute-minimum";

/// The sessions of a program whose weeks are over.
struct DoneProgram {
    int kept = 0;     // days with a session, until then
    int planned = 0;  // sessions of all weeks
    bool operator==(const DoneProgram&) const = default;
};

/// An enrolment with its program, and where in it the user stands.
struct Enrolled {
    Enrolment enrolment;
    Program program;
    coach::ProgramToday today;
    /// The routine that 'hipflow start' takes: an id, any_routine, or nothing once the program is
    /// over.
    std::optional<std::string> routine;
    std::optional<std::string> no_session{};  // why there is none today; as enrolled(Desk&) tells
    /// Set in the seven days after the last week, until the first session in them: it is told once.
    std::optional<DoneProgram> just_done{};
};

/// Returns nullopt for a user who is in no program. Throws Error if the program's file is gone or
/// has faults.
std::optional<Enrolled> enrolled(const catalog::Library& library, const store::Store& store,
                                 Day today);

/// The same for today; nullopt without a history as well. Where something speaks against a session
/// today, nothing is to be measured either.
std::optional<Enrolled> enrolled(Desk& desk);

/// The enrolment alone, without reading the program.
std::optional<Enrolment> current_enrolment(const store::Store& store, Day today);

/// The routine that a session is made from.
struct ChosenRoutine {
    std::string name;                             // a routine's id, or a file
    std::optional<Enrolled> enrolled;             // of a user who is in a program
    std::optional<std::string> left_aside;        // why the program cannot be used
    std::optional<ScheduleVersion> schedule_due;  // see schedule_due()
    Beginning beginning = Beginning::settled;     // where none was named

    std::optional<std::string> program() const;
    std::optional<int> week() const;
    /// The highest level that the program's week allows.
    std::optional<int> cap() const;
};

/// The routine named, else the program's next one on that day, else the configured one, else the
/// one to begin with. A program that cannot be read is left aside, so that it keeps nobody from a
/// session. `said` is what the person has just told of their experience.
ChosenRoutine choose_routine(Desk& desk, const std::string& named, Day day,
                             std::optional<session::Experience> said = std::nullopt);

/// A program that begins, and the user's own schedule that waits until it is left; empty where
/// nothing of the user's own is planned.
struct Joined {
    Program program;
    std::string waiting_rule;
    std::optional<Enrolled> enrolled;
    std::optional<std::string> no_session{};  // why there is none today
};

/// Begins a program today, with its schedule. Throws Error if there is no such program, or the user
/// is in one already.
Joined join_program(Desk& desk, const std::string& id);

/// A program that has ended.
struct Left {
    std::string program;
    bool changes_schedule = false;        // the schedule in force was the program's
    std::optional<std::string> own_rule;  // of the user's own schedule that holds then, if any
};

/// Ends the program today; the user's own schedule holds again. Throws Error, ExitCode::nothing,
/// for a user who is in none.
Left leave_program(Desk& desk);

}  // namespace hipflow::today
