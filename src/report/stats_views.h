// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/views.h"

namespace hipflow::report {

// The output of 'hipflow stats sessions', 'pain', 'exercises' and 'week'. A table that is too wide
// for the terminal loses its last columns.

std::string sessions_view(const today::SessionsView& view, const Style& style);
std::string pain_view(const today::PainView& view, const Style& style);
std::string exercises_view(const today::ExercisesView& view, const Style& style);
std::string week_view(const today::WeekView& view, const Style& style);

}  // namespace hipflow::report
