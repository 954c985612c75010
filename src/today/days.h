// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

// Days and moments as people type them.

/// The default number of weeks of history to show.
inline constexpr int usual_weeks = 12;

/// A part of the history as it was asked for. `since` and `until` are days by name or ISO dates;
/// `last` is a span such as 4w, 10d, 3m or 1y.
struct DayRange {
    std::optional<std::string> since{};
    std::optional<std::string> until{};
    std::optional<std::string> last{};
    std::optional<std::string> routine{};
    bool all = false;
};

/// The days that are meant on the day `today`; where nothing is said, the last `weeks` weeks up to
/// today. Throws Error for a date that cannot be read, a range that ends before it begins, and a
/// routine that is neither in the library nor in the history.
store::Filter filter_of(Desk& desk, const DayRange& days, Day today, int weeks);

/// The same for a view of one week: where nothing is said, the calendar week of today.
store::Filter week_filter(Desk& desk, const DayRange& days, Day today);

/// The same for what is measured. Tests are weeks apart and are compared with the first: where
/// nothing is said, the whole history. Throws Error for a routine as well.
store::Filter measured_filter(Desk& desk, const DayRange& days, Day today);

/// Throws Error for a date, with a time or without, that lies outside of what can be recorded.
void require_in_range(const std::string& option, std::string_view text);

/// "today", "yesterday", a weekday (the last one, today included), or an ISO date. Returns nullopt
/// for anything else.
std::optional<Day> parse_day_word(std::string_view text, Day today);

/// A day to come: "today", "tomorrow", a weekday (the next one, today included), or an ISO date.
/// Throws Error naming the option.
Day coming_day_in(const std::string& option, const std::string& text, Day today);

/// A moment that has passed, from the value of an option such as --at: "19:30" (today), "yesterday
/// 19:30", "monday 7:30", "2026-11-20 19:30", the same with T, with an offset or without, or a day
/// alone, which means noon (or now, if today's noon is still to come). Throws Error naming the
/// option for what cannot be read, does not exist, or lies in the future.
Stamp past_moment(const std::string& option, const std::string& text, const Stamp& now,
                  std::chrono::minutes day_starts);

/// The value of --at as past_moment() reads it; now where it is empty.
Stamp moment_at(Desk& desk, const std::string& text);

}  // namespace hipflow::today
