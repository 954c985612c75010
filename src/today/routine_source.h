// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "catalog/library.h"
#include "coach/prescribe.h"
#include "session/timeline.h"

namespace hipflow {

/// A routine by id, or from a file if the name ends in ".toml" or holds a '/'. Throws Error.
RoutineFile find_routine(const Library& library, const std::string& name);

/// Throws FileError if the routine names what does not exist.
void require_whole(const Library& library, const RoutineFile& source);

/// Finds the exercises of the library, and those that the routine brings. Their links lead only to
/// exercises whose files can be read: a faulty rung above or below keeps nobody from the rest.
/// Lives no longer than both.
ExerciseLookup lookup_of(const Library& library, const RoutineFile& source);

/// Today's session from a routine, and for whom. Throws FileError if the routine names what does
/// not exist.
Prescription prescription_of(const Library& library, const RoutineFile& source, const Today& today);

/// The timeline of a session that came from this routine. Throws FileError, with the place of the
/// step, if it takes too long; `when` begins the message.
Timeline timeline_of(const RoutineFile& source, const Prescription& prescription,
                     const std::string& when = "");

/// Throws FileError if the routine takes too long for anybody who has come to the top of its bands:
/// nobody is to find that out on the day.
void require_length(const Library& library, const RoutineFile& source);

/// Gives every exercise of a session the figure that the library has for it today, since what is
/// stored of a session has none; takes all away if not `wanted`.
void set_figures(Prescription& prescription, const Library& library, const RoutineFile& source,
                 bool wanted);

}  // namespace hipflow
