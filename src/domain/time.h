// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hipflow {

using Millis = std::chrono::milliseconds;

/// Reads "40s", "1m30s", "2m", "1.5s", "500ms", "1h": units in falling order, each at most once.
/// Returns nullopt for any other text, for seconds or minutes above 59 behind a larger unit, and
/// for more than 24 hours.
std::optional<Millis> parse_duration(std::string_view text);

/// Writes the shortest text that parse_duration reads as the same value: "1m30s", "40s", "500ms".
std::string format_duration(Millis value);

/// Writes a duration for people, rounded to seconds: "40 s", "1 min 30 s", "9 min".
std::string spell_duration(Millis value);

/// Writes a duration as a clock shows it, rounded up to whole seconds: "9:58", "0:40".
std::string clock_face(Millis value);

using Instant = std::chrono::sys_time<Millis>;  // wall clock, UTC
using Day = std::chrono::local_days;  // a calendar day where the user was, without its zone

// The range of what can be recorded, and so of what can be read again. An instant must lie in it by
// UTC, and by the local clock.
inline constexpr Day earliest_day{std::chrono::year{1970} / 1 / 1};
inline constexpr Day latest_day{std::chrono::year{9999} / 12 / 31};
inline constexpr Instant earliest_instant{earliest_day.time_since_epoch()};
inline constexpr Instant latest_instant{latest_day.time_since_epoch() + std::chrono::days(1) -
                                        Millis(1)};
inline constexpr Millis longest_span{1LL << 53U};  // every reader of JSON can hold it

constexpr bool is_recordable(Day day) { return day >= earliest_day && day <= latest_day; }
constexpr bool is_recordable(Instant at, std::chrono::seconds utc_offset = {}) {
    return at >= earliest_instant && at <= latest_instant && at + utc_offset >= earliest_instant &&
           at + utc_offset <= latest_instant;
}
constexpr bool is_recordable(Millis span) { return span >= Millis(0) && span <= longest_span; }

/// An instant with the local clock and day as they were when it was recorded. They are never
/// converted again (docs/design/data.md, "Days and times").
struct Stamp {
    Instant at{};
    std::chrono::seconds utc_offset{};
    Day local_day{};
    bool operator==(const Stamp&) const = default;
};

/// What the clocks show at an instant, since the midnight with which `day` begins: more than 24
/// hours where the clock is past the midnight with which it ends.
inline Millis since_midnight(Instant at, std::chrono::seconds utc_offset, Day day) {
    return at.time_since_epoch() + utc_offset - day.time_since_epoch();
}

/// The local day of an instant, where days begin `day_starts` after midnight (docs/design/data.md,
/// "Days and times").
Day local_day(Instant at, std::chrono::seconds utc_offset, std::chrono::minutes day_starts);

/// "2026-11-22".
std::string format_day(Day day);
/// Reads an ISO date that exists in the calendar, in the years 1970 to 9999.
std::optional<Day> parse_day(std::string_view text);
/// Tells on which side of the recordable range an ISO date lies, with or without a time behind it.
/// Returns nullopt for a date within the range, and for any other text.
enum class Beyond { before, after };
std::optional<Beyond> beyond_range(std::string_view text);
/// Reads "19:30", with or without seconds, as the time since midnight.
std::optional<Millis> parse_time_of_day(std::string_view text);
/// The first day of the week of `day`: the last `week_starts` on or before it.
Day week_of(Day day, std::chrono::weekday week_starts);

/// Writes an instant by RFC 3339 with its offset: "2026-11-22T07:30:00.000+01:00".
std::string format_instant(Instant at, std::chrono::seconds utc_offset);
/// Reads a recordable instant by RFC 3339, with any offset or Z. Seconds may be left out, or have
/// decimals, of which three are kept.
struct OffsetInstant {
    Instant at{};
    std::chrono::seconds utc_offset{};
};
std::optional<OffsetInstant> parse_instant(std::string_view text);
/// The time on the local clock, for people: "07:30".
std::string format_time_of_day(Instant at, std::chrono::seconds utc_offset);

}  // namespace hipflow
