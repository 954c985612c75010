// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hipflow {

using Millis = std::chrono::milliseconds;

/// Reads "40s", "1m30s", "2m", "1.5s", "500ms", "1h" (units in falling order, each at most once).
/// Nothing for any other text, for seconds or minutes above 59 behind a larger unit, and for more
/// than 24 hours.
std::optional<Millis> parse_duration(std::string_view text);

/// The shortest text that parse_duration reads back as the same value: "1m30s", "40s", "500ms".
std::string format_duration(Millis value);

/// For people: "40 s", "1 min 30 s", "9 min".
std::string spell_duration(Millis value);

/// A clock face, rounded up to whole seconds: "9:58", "0:40".
std::string clock_face(Millis value);

using Instant = std::chrono::sys_time<Millis>;  // wall clock, UTC
using Day = std::chrono::local_days;            // a calendar day of the user's, zone forgotten

// What can be recorded, and so what can be read again: one range for both sides. An instant has to
// lie in it by UTC, and by the clock on the wall where it was lived.
inline constexpr Day earliest_day{std::chrono::year{1970} / 1 / 1};
inline constexpr Day latest_day{std::chrono::year{9999} / 12 / 31};
inline constexpr Instant earliest_instant{earliest_day.time_since_epoch()};
inline constexpr Instant latest_instant{latest_day.time_since_epoch() + std::chrono::days(1) -
                                        Millis(1)};
inline constexpr Millis longest_span{1LL << 53U};  // what every reader of JSON can hold

constexpr bool is_recordable(Day day) { return day >= earliest_day && day <= latest_day; }
constexpr bool is_recordable(Instant at, std::chrono::seconds utc_offset = {}) {
    return at >= earliest_instant && at <= latest_instant && at + utc_offset >= earliest_instant &&
           at + utc_offset <= latest_instant;
}
constexpr bool is_recordable(Millis span) { return span >= Millis(0) && span <= longest_span; }

/// A wall-clock instant as it was lived: frozen when recorded and never converted again (DESIGN 6).
struct Stamp {
    Instant at{};
    std::chrono::seconds utc_offset{};
    Day local_day{};
    bool operator==(const Stamp&) const = default;
};

/// The local calendar day of an instant whose day begins `day_starts` after midnight (TRACKING c0).
Day local_day(Instant at, std::chrono::seconds utc_offset, std::chrono::minutes day_starts);

/// "2026-11-22".
std::string format_day(Day day);
/// An ISO date that exists in the calendar, years 1970 to 9999.
std::optional<Day> parse_day(std::string_view text);
/// For an ISO date, with a time behind it or not, that parse_day or parse_instant does not read
/// because it lies outside of those years: on which side of them.
enum class Beyond { before, after };
std::optional<Beyond> beyond_range(std::string_view text);
/// "19:30", with or without seconds: since midnight.
std::optional<Millis> parse_time_of_day(std::string_view text);
/// The Monday (or Sunday) on or before `day`.
Day week_of(Day day, std::chrono::weekday week_starts);

/// RFC 3339 with offset: "2026-11-22T07:30:00.000+01:00".
std::string format_instant(Instant at, std::chrono::seconds utc_offset);
/// RFC 3339 with any offset or Z, of what can be recorded; seconds may be left out or carry
/// decimals, of which three are kept.
struct OffsetInstant {
    Instant at{};
    std::chrono::seconds utc_offset{};
};
std::optional<OffsetInstant> parse_instant(std::string_view text);
/// The clock on the wall, for people: "07:30".
std::string format_time_of_day(Instant at, std::chrono::seconds utc_offset);

}  // namespace hipflow
