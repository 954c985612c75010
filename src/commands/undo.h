// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

void add_undo(CLI::App& app, Action& action);
void add_redo(CLI::App& app, Action& action);

}  // namespace hipflow
