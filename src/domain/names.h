// SPDX-License-Identifier: MIT
#pragma once
#include <fmt/format.h>

#include <chrono>
#include <concepts>
#include <string>
#include <string_view>

#include "domain/time.h"

namespace hipflow {

/// "Monday".
std::string_view weekday_name(std::chrono::weekday day);
/// "Mon".
std::string_view short_weekday(std::chrono::weekday day);
/// "monday", as it is typed and stored.
std::string weekday_word(std::chrono::weekday day);

/// "Sep".
std::string_view short_month(std::chrono::month month);
/// "3 Sep".
std::string short_day(Day day);

/// A count with its noun: "1 session", "2 sessions". `many` is the plural where an added s does not
/// make it: plural(2, "activity", "activities").
template <std::integral Count>
std::string plural(Count count, std::string_view one, std::string_view many = {}) {
    if (count == 1) return fmt::format("1 {}", one);
    return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

}  // namespace hipflow
