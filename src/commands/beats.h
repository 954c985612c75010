// SPDX-License-Identifier: MIT
#pragma once
#include "cli/context.h"

namespace hipflow::commands {

/// Plays three beats, a second apart, and flashes on the terminal with each: somebody who sees and
/// hears both meet has the right `audio_lead`. Asks nothing. Returns the exit code: 1 where nothing
/// can be heard. Throws UsageError without a terminal.
int play_beats(cli::Context& context);

}  // namespace hipflow::commands
