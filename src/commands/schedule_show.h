// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

/// The part of `schedule` that shows the plans.
extern const cli::Command schedule_show_command;

}  // namespace hipflow::commands
