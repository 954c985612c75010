// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/error.h"
#include "domain/time.h"
#include "today/day_reader.h"
#include "today/suggestions.h"

namespace hipflow::today {

// Days and moments as people type them. They are read before today's date is known, and mean
// something once it is. Each from_text() returns nullopt for a text that is none, and throws Error
// for a date outside of what the history holds.

/// Any day of the vocabulary but "tomorrow", or a whole week; a weekday is the latest one, today
/// included.
class PastDay {
   public:
    static constexpr std::string_view wanted =
        "a date such as 2026-11-22, today, yesterday, mon, last monday, 3 days ago, 2w ago or "
        "2026-W48";
    static constexpr ValueKind kind = ValueKind::day;
    /// `time`: the time of day that stood behind it, for what an Error says to write.
    static std::optional<PastDay> from_text(std::string_view text, std::string_view time = {});

    /// The day, or the first of a whole week.
    Day on(Day today) const;
    /// The day, or the last of a whole week.
    Day end_on(Day today) const;
    /// The day, where only one can be meant. Throws Error for a whole week.
    Day one_day_on(Day today) const;
    /// Is it so far from today, rather than a date or a weekday?
    bool is_relative() const;

   private:
    explicit PastDay(DayWord word) : word_(word) {}
    DayWord word_;
};

/// The same, and "tomorrow"; a weekday is the next one, today included.
class ComingDay {
   public:
    static constexpr std::string_view wanted =
        "a date such as today, tomorrow, friday, 2026-12-01 or 2026-W48";
    static constexpr ValueKind kind = ValueKind::coming_day;
    static std::optional<ComingDay> from_text(std::string_view text);

    /// The day, or the first of a whole week.
    Day on(Day today) const;
    /// The day, or the last of a whole week.
    Day end_on(Day today) const;

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
    explicit LastDays(Span span) : span_(span) {}
    Span span_;
};

/// A moment that has passed: "19:30" (today), "yesterday 19:30", "mon 7:30", "2026-11-20 19:30",
/// the same with T, with an offset or without, or a day alone, which means noon (or now, if today's
/// noon is still to come). Before the hour at which the day starts, a time of the night that is
/// said of today, or of a day counted from today, is of the night behind that day.
class PastMoment {
   public:
    static constexpr std::string_view wanted =
        "a day and time such as '19:30', 'yesterday 19:30', 'mon 8:00', '3 days ago 8:00' or "
        "'2026-11-22 19:30'";
    static constexpr ValueKind kind = ValueKind::day;
    static std::optional<PastMoment> from_text(std::string_view text);

    /// False if only a day was named.
    bool names_time() const { return exact_ || time_; }
    /// Throws Error for a moment that does not exist, lies in the future, or cannot be recorded.
    Stamp on(const Stamp& now, std::chrono::minutes day_starts) const;

   private:
    Error refused(std::string_view why) const;
    Stamp recordable(const Stamp& moment) const;
    Day date_on(const Stamp& now, std::chrono::minutes day_starts) const;

    std::string text_;
    std::optional<OffsetInstant> exact_;
    // Else a day, a time, or both.
    std::optional<PastDay> day_;
    std::optional<Millis> time_;  // since midnight
};

}  // namespace hipflow::today
