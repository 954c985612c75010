// SPDX-License-Identifier: MIT
#include "domain/names.h"

#include <fmt/format.h>

#include <array>

namespace hipflow {
namespace {

/// In the order of std::chrono::weekday::c_encoding().
constexpr auto weekday_names = std::to_array<std::string_view>(
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"});
constexpr auto short_months = std::to_array<std::string_view>(
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});

}  // namespace

std::string_view weekday_name(std::chrono::weekday day) {
    return weekday_names.at(day.c_encoding());
}

std::string_view short_weekday(std::chrono::weekday day) { return weekday_name(day).substr(0, 3); }

std::string weekday_word(std::chrono::weekday day) {
    std::string word(weekday_name(day));
    word.front() = static_cast<char>(word.front() - 'A' + 'a');
    return word;
}

std::string_view short_month(std::chrono::month month) {
    return short_months.at(static_cast<unsigned>(month) - 1);
}

std::string short_day(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{} {}", static_cast<unsigned>(date.day()), short_month(date.month()));
}

}  // namespace hipflow
