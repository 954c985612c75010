// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/views.h"

namespace hipflow {

/// The overview: at most 23 lines in 80 columns, more lines in fewer columns.
std::string stats_screen(const StatsScreen& screen, const Style& style);

// Sentences that the other views have too.

/// "-0.8 points (95 % range -1.2 to -0.4, n 34), 2 or more points worse in 1"; below five sessions
/// only how many there are.
std::string change_words(const ChangeSum& changes);
/// The verdict with its numbers, or why there is none. `days`: how many it is about.
std::string trend_words(const Trend& trend, long days);

}  // namespace hipflow
