// SPDX-License-Identifier: MIT
#pragma once
#include "cli/context.h"

namespace hipflow::commands {

/// Plays three beats, a second apart, and flashes on the terminal with each: where both meet,
/// `audio_lead` is right. Asks nothing. Returns the exit code: 1 where no player can be heard.
/// Throws Error where standard output is no terminal.
int play_beats(cli::Context& context);

}  // namespace hipflow::commands
