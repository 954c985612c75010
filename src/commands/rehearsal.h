// SPDX-License-Identifier: MIT
#pragma once
#include <memory>

#include "commands/command.h"
#include "session/player.h"

namespace hipflow {

/// Prints every event of a session on a virtual clock, with its time: the exact timeline of the
/// live run, since the same player makes it.
void print_rehearsal(const Context& context, const std::shared_ptr<const Plan>& plan, bool as_json);

/// Plays the session as it will be, `speed` times as fast. Throws Interrupted.
void play_rehearsal(Context& context, const std::shared_ptr<const Plan>& plan, double speed);

}  // namespace hipflow
