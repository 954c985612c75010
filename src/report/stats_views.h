// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/views.h"

namespace hipflow::report {

// The output of 'hipflow stats' and its views. A table that is too wide for the terminal
// loses its last columns.

/// The overview on one screen: at most 23 lines at 80 columns, more in a narrower terminal.
std::string stats_screen(const today::StatsScreen& screen, const Style& style);

std::string sessions_view(const today::SessionsView& view, const Style& style);
std::string pain_view(const today::PainView& view, const Style& style);
std::string exercises_view(const today::ExercisesView& view, const Style& style);
std::string week_view(const today::WeekView& view, const Style& style);

/// How many weeks the calendar of the overview has room for beside its blocks.
int weeks_beside_blocks(const Style& style);

}  // namespace hipflow::report
