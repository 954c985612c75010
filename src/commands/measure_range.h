// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// `measure range`: guided in a terminal, or as given by the options.
void add_measure_range(CLI::App& app, Action& action);

}  // namespace hipflow
