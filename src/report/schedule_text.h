// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "report/stats_words.h"
#include "schedule/schedule_state.h"

namespace hipflow::report {

/// The next planned day: "on Friday, 07:30". Returns nullopt where none is in sight.
std::optional<std::string> next_words(const schedule::ScheduleState& state);

/// The rule, what comes next, and how it was kept: lines, each with its line break.
std::string schedule_text(const schedule::ScheduleState& state);

}  // namespace hipflow::report
