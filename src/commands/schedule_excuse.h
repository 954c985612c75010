// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

// Days on which a missed session is no miss.

void add_pause(CLI::App& app, Action& action);
void add_resume(CLI::App& app, Action& action);
void add_skip(CLI::App& app, Action& action);

}  // namespace hipflow
