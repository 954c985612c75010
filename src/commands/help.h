// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// `help routine check` says what `routine check --help` says.
void add_help(CLI::App& app, Action& action);

}  // namespace hipflow
