// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "text/style.h"
#include "today/views.h"

namespace hipflow {

// What 'hipflow stats sessions', 'pain', 'exercises' and 'week' print. A table that is too wide for
// the terminal loses its last columns.

std::string sessions_view(const SessionsView& view, const Style& style);
std::string pain_view(const PainView& view, const Style& style);
std::string exercises_view(const ExercisesView& view, const Style& style);
std::string week_view(const WeekView& view, const Style& style);

}  // namespace hipflow
