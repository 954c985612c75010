// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "coach/day.h"
#include "commands/command.h"

namespace hipflow {

/// The routines that take the place of others.
inline constexpr const char* gentle_day_routine = "gentle-day";
inline constexpr const char* flare_up_routine = "flare-up-day";

/// Today's session as the coach sets it.
struct TodaysSession {
    std::optional<Prescription> prescription;  // nothing if nothing of the routine is left
    std::string nothing_left;                  // then why
    CoachRecord record;
    std::vector<std::string> retired;  // exercises that are, from today on
};

/// `today` gives gate, sore side, person and cap. Reads of the history what it needs, and writes
/// nothing. Throws FileError if the routine names what does not exist, and Error for a wish that
/// cannot be granted.
TodaysSession todays_session(Context& context, const RoutineFile& source, Today today,
                             const Store* store, const Wishes& wishes = {});

/// What is other than last time, a line for each, then what the routine cannot have today.
std::vector<std::string> changes_of(const TodaysSession& session);

}  // namespace hipflow
