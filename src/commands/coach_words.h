// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "commands/todays_session.h"

namespace hipflow {

/// Today's session in brief: its name, how long it takes, what changes; and the hint to see
/// somebody (CONTENT 4.4 A9), where the last weeks call for it. Lines that fit the terminal.
std::string coach_words(Context& context, const Store* store, const RoutineFile& source,
                        std::optional<int> cap);

}  // namespace hipflow
