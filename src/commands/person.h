// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "commands/command.h"
#include "domain/records.h"
#include "domain/restriction.h"

namespace hipflow {

/// What this person leaves out. The configuration's restrictions stand in for all answers given to
/// hipflow's question; exercises are avoided wherever that was said. Throws Error if the
/// configuration avoids an exercise that there is not.
Person person_of(Context& context, const std::vector<Preference>& preferences);

/// The same, with the preferences of the history, if there is one.
Person person_of(Context& context);

}  // namespace hipflow
