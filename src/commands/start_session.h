// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "catalog/library.h"
#include "commands/start_options.h"
#include "commands/todays_routine.h"
#include "commands/todays_session.h"
#include "guide/questions.h"

namespace hipflow {

// What `start` was asked for, as a session.

/// The routine named, the shortest one, or today's.
TodaysRoutine routine_for(Context& context, const StartOptions& options);

/// Hands-free, nothing is asked between Enter and the last exercise.
AskPeak ask_peak(const Settings& settings, const StartOptions& options, bool ask);

/// Today's session with the wishes of the command line, in the time that there is. Throws Error if
/// even the least of it takes longer.
TodaysSession session_for_start(Context& context, const StartOptions& options,
                                const RoutineFile& source, Today today, const Store* store);

/// The session before anybody has been asked anything. Throws NothingLeft if nothing is left of it.
Prescription planned_session(Context& context, const StartOptions& options,
                             const RoutineFile& source, std::optional<int> cap);

/// The answers given on the command line. Throws Error for one about an exercise that the session
/// does not have: whatever is wrong is said before anybody is asked anything.
GivenAnswers answers_for(Context& context, const StartOptions& options, bool ask,
                         const RoutineFile& source, std::optional<int> cap);

}  // namespace hipflow
