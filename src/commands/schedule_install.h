// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

// What makes this machine ask by itself what is due: parts of `schedule`.

extern const Command schedule_install_command;
extern const Command schedule_uninstall_command;
extern const Command schedule_status_command;

}  // namespace hipflow
