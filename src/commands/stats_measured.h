// SPDX-License-Identifier: MIT
#pragma once
#include "commands/stats_options.h"

namespace hipflow {

/// `stats range`: hip rotation over time.
void add_stats_range(CLI::App& stats, const std::shared_ptr<StatsOptions>& options, Action& action);

/// `stats function`: what one can do, over time.
void add_stats_function(CLI::App& stats, const std::shared_ptr<StatsOptions>& options,
                        Action& action);

}  // namespace hipflow
