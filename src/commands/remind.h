// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

/// For cron, status lines and shells: what is due, or nothing.
extern const Command remind_command;

}  // namespace hipflow
