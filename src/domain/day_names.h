// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "domain/time.h"

namespace hipflow {

// English names. Three letters of them are the usual abbreviation.

/// "Thursday".
std::string_view weekday_name(std::chrono::weekday weekday);
/// "Thu".
std::string_view short_weekday(std::chrono::weekday weekday);
/// "Nov".
std::string_view short_month(std::chrono::month month);
/// "20 Nov".
std::string short_day(Day day);

}  // namespace hipflow
