// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/error.h"
#include "domain/time.h"
#include "today/suggestions.h"

namespace hipflow::today {

// Days and moments as people type them. They are read before today's date is known, and mean
// something once it is. Each from_text() returns nullopt for a text that is none, and throws Error
// for a date outside of what the history holds.

/// A date, so many days from today, or a weekday.
using DayWord = std::variant<Day, std::chrono::days, std::chrono::weekday>;

/// "today", "yesterday", a weekday (the last one, today included), or an ISO date.
class PastDay {
   public:
    static constexpr std::string_view wanted =
        "a date such as 2026-11-22, today, yesterday or monday";
    static constexpr ValueKind kind = ValueKind::day;
    static std::optional<PastDay> from_text(std::string_view text);

    Day on(Day today) const;

   private:
    explicit PastDay(DayWord word) : word_(word) {}
    DayWord word_;
};

/// The same, and "tomorrow"; a weekday is the next one, today included.
class ComingDay {
   public:
    static constexpr std::string_view wanted =
        "a date such as today, tomorrow, friday or 2026-12-01";
    static constexpr ValueKind kind = ValueKind::coming_day;
    static std::optional<ComingDay> from_text(std::string_view text);

    Day on(Day today) const;

   private:
    explicit ComingDay(DayWord word) : word_(word) {}
    DayWord word_;
};

/// So many days, weeks, months or years: "10d", "4w", "3m", "1y".
class LastDays {
   public:
    static constexpr std::string_view wanted =
        "a span of one or more with d, w, m or y, such as 4w for four weeks";
    static constexpr ValueKind kind = ValueKind::span;
    static std::optional<LastDays> from_text(std::string_view text);

    /// The first of the days that end with `last_day`.
    Day first_day(Day last_day) const;

   private:
    LastDays(int count, char unit) : count_(count), unit_(unit) {}
    int count_;
    char unit_;  // d, w, m or y
};

/// A moment that has passed: "19:30" (today), "yesterday 19:30", "monday 7:30", "2026-11-20 19:30",
/// the same with T, with an offset or without, or a day alone, which means noon (or now, if today's
/// noon is still to come).
class PastMoment {
   public:
    static constexpr std::string_view wanted =
        "a day and time such as '19:30', 'yesterday 19:30' or '2026-11-22 19:30'";
    static constexpr ValueKind kind = ValueKind::day;
    static std::optional<PastMoment> from_text(std::string_view text);

    /// Throws Error for a moment that does not exist, lies in the future, or cannot be recorded.
    Stamp on(const Stamp& now, std::chrono::minutes day_starts) const;

   private:
    Error refused(std::string_view why) const;
    Stamp recordable(const Stamp& moment) const;

    std::string text_;
    std::optional<OffsetInstant> exact_;
    // Else a day, a time, or both.
    std::optional<PastDay> day_;
    std::optional<Millis> time_;  // since midnight
};

}  // namespace hipflow::today
