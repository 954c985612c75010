// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "schedule/schedule_state.h"

namespace hipflow {

/// "11 of 14 kept (79 %, range 52 to 92 %), 2 excused, 1 still open"; "none due so far, 4 still
/// open".
std::string adherence_words(const Adherence& adherence);

/// Two or more misses in a row, without blame: "2 missed; the next one is on Thursday." Empty
/// otherwise.
std::string misses_words(const Adherence& adherence, std::optional<Day> next, Day today);

/// "today", "tomorrow", "on Thursday", or "on 2026-12-01" for what is more than six days away.
std::string coming_day(Day day, Day today);

/// The next planned day: "on Friday, 07:30". Returns nullopt where none is in sight.
std::optional<std::string> next_words(const ScheduleState& state);

/// The rule, what comes next, and how it was kept: lines, each with its line break.
std::string schedule_text(const ScheduleState& state);

}  // namespace hipflow
