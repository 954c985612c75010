// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

extern const cli::Command exercise_show_command;

}  // namespace hipflow::commands
