// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "schedule/adherence.h"

namespace hipflow {

/// "11 of 14 kept (79 %, range 52 to 92 %), 2 excused, 1 still open"; "none due so far, 4 still
/// open".
std::string adherence_words(const Adherence& adherence);

/// Two or more misses in a row, without blame: "2 missed; the next one is on Thursday." Empty
/// otherwise.
std::string misses_words(const Adherence& adherence, std::optional<Day> next, Day today);

/// "today", "tomorrow", "on Thursday", or "on 2026-12-01" for what is more than six days away.
std::string coming_day(Day day, Day today);

}  // namespace hipflow
