// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// Prints the script by which a shell completes hipflow's command line.
void add_completion(CLI::App& app, Action& action);

}  // namespace hipflow
