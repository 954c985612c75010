// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "today/desk.h"

namespace hipflow::today {

/// The routines that were made for people with a restriction, the nearest first; empty for most.
std::vector<std::string> routines_for(const std::string& restriction);

/// Names a routine that was made for what the person leaves out, and holds enough for them: "There
/// is a routine for this: 'hipflow start expecting'." nullopt if there is none, or `chosen`, which
/// may be empty, is one already.
std::optional<std::string> routine_made_for(Desk& desk,
                                            const std::vector<std::string>& restrictions,
                                            const std::string& chosen);

}  // namespace hipflow::today
