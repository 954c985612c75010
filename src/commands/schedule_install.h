// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

// What makes this machine ask by itself what is due: parts of `schedule`.

extern const cli::Command schedule_install_command;
extern const cli::Command schedule_uninstall_command;
extern const cli::Command schedule_status_command;

}  // namespace hipflow::commands
