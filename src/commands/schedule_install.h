// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

// The parts of `schedule` that make this machine run 'hipflow remind' by itself.

extern const cli::Command schedule_install_command;
extern const cli::Command schedule_uninstall_command;
extern const cli::Command schedule_status_command;

}  // namespace hipflow::commands
