// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// `measure function`: guided in a terminal, or as given by the options.
void add_measure_function(CLI::App& app, Action& action);

}  // namespace hipflow
