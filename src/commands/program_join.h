// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// Adds `join`, `leave` and `status` to the command `program`.
void add_program_join(CLI::App& app, Action& action);

}  // namespace hipflow
