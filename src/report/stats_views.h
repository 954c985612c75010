// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "text/style.h"
#include "today/views.h"

namespace hipflow {

// The text of 'hipflow stats sessions', 'pain', 'exercises' and 'week'. Where the terminal is too
// narrow for all columns of a table, the last ones are left out.

std::string sessions_view(const SessionsView& view, const Style& style);
std::string pain_view(const PainView& view, const Style& style);
std::string exercises_view(const ExercisesView& view, const Style& style);
std::string week_view(const WeekView& view, const Style& style);

// Words that the report has too.

/// "low-back", "buttock, left", "no place said".
std::string place_words(const std::optional<PainPlace>& place);
/// "4.2 (n 9)", "-".
std::string moment_words(const std::optional<MomentMean>& mean);
/// "none before 14 days", "no clear change", "-0.4 in four weeks".
std::string verdict_words(const Trend& trend);
/// "+0.6 (n 8)", "+1.0 (n 2, few)", "-".
std::string exercise_change_words(const ChangeSum& change);

}  // namespace hipflow
