// SPDX-License-Identifier: MIT
#pragma once
#include <functional>

#include "cli/command.h"
#include "terminal/face.h"

namespace hipflow::commands {

/// Runs a dialogue on the live screen, or in plain lines, and gives the terminal back. Returns
/// the exit code: done, or 128 + n if signal n broke it off, after a note whether any answer is
/// kept, as `any_kept` tells.
int in_dialogue(cli::Context& context, bool plain,
                const std::function<void(terminal::Face& face)>& dialogue,
                const std::function<bool()>& any_kept);

}  // namespace hipflow::commands
