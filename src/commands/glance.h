// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// hipflow without a command: today at a glance.
void add_glance(CLI::App& app, Action& action);

}  // namespace hipflow
