// SPDX-License-Identifier: MIT
#include "domain/weekday.h"

#include <string>

#include "domain/names.h"

namespace hipflow {

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
    constexpr std::size_t shortest = 3;
    constexpr unsigned days_a_week = 7;
    if (text.size() < shortest) return std::nullopt;
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (unsigned day = 0; day < days_a_week; ++day) {
        const std::chrono::weekday weekday(day);
        if (weekday_word(weekday).starts_with(lower)) return weekday;
    }
    return std::nullopt;
}

}  // namespace hipflow
