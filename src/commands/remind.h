// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// For cron, status lines and shells: what is due, or nothing.
void add_remind(CLI::App& app, Action& action);

}  // namespace hipflow
