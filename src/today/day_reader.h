// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string_view>
#include <variant>

#include "domain/error.h"
#include "domain/time.h"

namespace hipflow::today {

// The one vocabulary of days, for every option that takes one (hipflow.1, DAYS).

/// So many days, weeks, months or years.
struct Span {
    int count = 0;
    char unit = 'd';  // d, w, m or y

    /// The day that lies so far before `day`; of a month without that day its last one.
    Day before(Day day) const;
};

/// "last monday": the last one before today.
struct LastWeekday {
    std::chrono::weekday weekday;
};

/// "2026-W48": a week by ISO 8601, which begins on a Monday.
struct WholeWeek {
    Day monday{};
};

/// A date, so many days from today, a weekday, "2w ago", or a whole week.
using DayWord =
    std::variant<Day, std::chrono::days, std::chrono::weekday, LastWeekday, Span, WholeWeek>;

/// Reads a day as people type it, in any case. Returns nullopt for a text that is none. Throws
/// Error for a date that the history cannot hold, and for one in another order than
/// year-month-day: the message says what to write, with the time of day that stood behind it.
std::optional<DayWord> read_day(std::string_view text, std::string_view time = {});

/// Reads "2w": a number from 1 to 1000 with d, w, m or y.
std::optional<Span> read_span(std::string_view text);

/// The error for a date that the history cannot hold.
Error outside_of_history(std::string_view text);

/// The day that is meant: of a weekday the latest one, today included; of a week its first day.
/// Throws Error for one that the history cannot hold.
Day day_meant(const DayWord& word, Day today);

}  // namespace hipflow::today
