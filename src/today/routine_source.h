// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "coach/prescribe.h"
#include "domain/settings.h"
#include "session/hearing.h"
#include "session/timeline.h"

namespace hipflow::today {

class Desk;

/// Finds a routine by id, or opens a file if the name ends in ".toml" or holds a '/'. Throws Error.
catalog::RoutineFile find_routine(const catalog::Library& library, const std::string& name);

/// Throws FileError if the routine names what does not exist.
void require_whole(const catalog::Library& library, const catalog::RoutineFile& source);

/// Looks up exercises of the library, and those that the routine brings. Links to exercises whose
/// files cannot be read are cut: a faulty rung above or below keeps nobody from the rest. Library
/// and source outlive it.
coach::ExerciseLookup lookup_of(const catalog::Library& library,
                                const catalog::RoutineFile& source);

/// Lists the exercises of the library, and those that the routine brings, without those whose files
/// have faults.
std::vector<std::string> usable_exercises(const catalog::Library& library,
                                          const catalog::RoutineFile& source);

/// Sets a routine for a day and a user who knows its exercises, whatever the history says of them.
/// Throws FileError if the routine names what does not exist.
Prescription prescription_of(const catalog::Library& library, const Settings& settings,
                             const catalog::RoutineFile& source, const coach::Today& today);

/// A routine for this person, with every exercise at its own place on its ladder.
struct RoutineToday {
    Prescription session;
    session::Timeline timeline;
    std::optional<Millis> total_once_known;  // where it explains what is done in full
    std::vector<std::string> waiting{};      // what is not given yet, for its level; sentences
    bool begins = true;                      // something of it would be given today
};
/// Throws as prescription_of() and timeline_of() do, and NothingLeft where the person leaves out
/// all of it.
RoutineToday routine_today(Desk& desk, const catalog::RoutineFile& source);
/// The same for anybody who leaves nothing out; for this person it does not begin.
RoutineToday routine_as_written(Desk& desk, const catalog::RoutineFile& source);

/// Compiles a session that came from this routine. Throws FileError, with the place of the step, if
/// it takes too long; `when` begins the message.
session::Timeline timeline_of(const catalog::RoutineFile& source, const Prescription& prescription,
                              const session::Hearing& hearing, const std::string& when = "");

/// The same for a session that is heard as configured.
session::Timeline timeline_of(const catalog::Library& library, const Settings& settings,
                              const catalog::RoutineFile& source, const Prescription& prescription);

/// Throws FileError if the routine takes too long for a user at the top of its bands, so that
/// nobody finds that out on the day.
void require_length(const catalog::Library& library, const Settings& settings,
                    const catalog::RoutineFile& source);

/// Gives every exercise of a session the figure that the library has for it today, since what is
/// stored of a session has none; takes all away if not `wanted`.
void set_figures(Prescription& prescription, const catalog::Library& library,
                 const catalog::RoutineFile& source, bool wanted);

}  // namespace hipflow::today
