// SPDX-License-Identifier: MIT
#include "domain/day_names.h"

#include <fmt/format.h>

#include <array>

namespace hipflow {
namespace {

constexpr std::array<std::string_view, 7> weekday_names = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::size_t abbreviated = 3;

}  // namespace

std::string_view weekday_name(std::chrono::weekday weekday) {
    return weekday_names.at(weekday.c_encoding());
}

std::string_view short_weekday(std::chrono::weekday weekday) {
    return weekday_name(weekday).substr(0, abbreviated);
}

std::string_view short_month(std::chrono::month month) {
    return month_names.at(static_cast<unsigned>(month) - 1);
}

std::string short_day(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{} {}", static_cast<unsigned>(date.day()), short_month(date.month()));
}

}  // namespace hipflow
