// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// `stats range`: hip rotation over time.
void add_stats_range(CLI::App& app, Action& action);

/// `stats function`: what one can do, over time.
void add_stats_function(CLI::App& app, Action& action);

}  // namespace hipflow
