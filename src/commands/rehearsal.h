// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"
#include "commands/start_options.h"

namespace hipflow::commands {

/// `start --rehearse`: prints every event of the session on a virtual clock, with its time, which
/// is the exact timeline of the live run, since the same player makes it; or plays it, so many
/// times as fast.
int rehearse(cli::Context& context, const StartOptions& options);

}  // namespace hipflow::commands
