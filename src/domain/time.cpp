// SPDX-License-Identifier: MIT
#include "domain/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "domain/number.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

struct Unit {
    std::string_view name;
    Millis length;
    std::int64_t most;  // behind a larger unit
};
constexpr std::array units = {Unit{"h", 1h, 23}, Unit{"m", 1min, 59}, Unit{"s", 1s, 59},
                              Unit{"ms", 1ms, 999}};
constexpr Millis longest = 24h;

/// Takes a number with up to three decimals from the front of `text`, in thousandths.
std::optional<std::int64_t> take_thousandths(std::string_view& text, bool& has_decimals) {
    constexpr std::int64_t most = 100'000'000;
    if (text.starts_with('-')) return {};
    const auto whole = take_number<std::int64_t>(text);
    if (!whole || *whole > most) return {};
    std::int64_t thousandths = *whole * 1000;
    has_decimals = !text.empty() && text.front() == '.';
    if (!has_decimals) return thousandths;
    text.remove_prefix(1);
    std::int64_t worth = 100;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (++digits > 3) return {};
        thousandths += (text.front() - '0') * worth;
        worth /= 10;
        text.remove_prefix(1);
    }
    if (digits == 0) return {};
    return thousandths;
}

/// A part of a duration, and the units that may follow it.
struct Part {
    Millis length{};
    std::span<const Unit> next;
};

/// Takes the part at the front of `text`, of one of the units `allowed`.
std::optional<Part> take_part(std::string_view& text, std::span<const Unit> allowed) {
    bool has_decimals = false;
    const auto thousandths = take_thousandths(text, has_decimals);
    if (!thousandths) return {};
    const std::string_view name = text.substr(0, text.starts_with("ms") ? 2 : 1);
    const auto unit = std::ranges::find(allowed, name, &Unit::name);
    if (unit == allowed.end() || (has_decimals && name != "s")) return {};
    const bool behind_another = allowed.size() < units.size();
    if (behind_another && *thousandths > unit->most * 1000 + 999) return {};
    text.remove_prefix(name.size());
    const auto used = static_cast<std::size_t>(unit - allowed.begin()) + 1;
    // "1.5s500ms" would say the thousandths twice.
    const auto next = has_decimals ? std::span<const Unit>{} : allowed.subspan(used);
    return Part{Millis(*thousandths * unit->length.count() / 1000), next};
}

}  // namespace

std::optional<Millis> parse_duration(std::string_view text) {
    if (text.empty()) return {};
    Millis total{0};
    std::span<const Unit> allowed = units;
    while (!text.empty()) {
        const auto part = take_part(text, allowed);
        if (!part) return {};
        total += part->length;
        if (total > longest) return {};
        allowed = part->next;
    }
    return total;
}

std::string format_duration(Millis value) {
    if (value == 0ms) return "0s";
    std::string text;
    for (const auto& unit : units) {
        const auto count = value / unit.length;
        if (count == 0) continue;
        text += fmt::format("{}{}", count, unit.name);
        value -= count * unit.length;
    }
    return text;
}

std::string spell_duration(Millis value) {
    const auto seconds = std::chrono::round<std::chrono::seconds>(value).count();
    if (seconds < 60) return fmt::format("{} s", seconds);
    if (seconds % 60 == 0) return fmt::format("{} min", seconds / 60);
    return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string clock_face(Millis value) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(value).count();
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

namespace {

/// Keeps far enough from the ends of the type for an offset to be added. No calendar has years
/// beyond that.
Millis since_epoch(Instant at) {
    constexpr Millis furthest{900'000'000'000'000};
    return std::clamp(at.time_since_epoch(), -furthest, furthest);
}

using namespace std::chrono;

/// Takes `width` digits from the front of `text`; nullopt if there are fewer.
std::optional<int> take_number(std::string_view& text, std::size_t width) {
    if (text.size() < width) return {};
    int value = 0;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> take_day(std::string_view& text) {
    const auto y = take_number(text, 4);
    if (!y || !take(text, '-')) return {};
    const auto m = take_number(text, 2);
    if (!m || !take(text, '-')) return {};
    const auto d = take_number(text, 2);
    if (!d) return {};
    const year_month_day date{year(*y), month(static_cast<unsigned>(*m)),
                              day(static_cast<unsigned>(*d))};
    if (!date.ok() || !is_recordable(Day(date))) return {};
    return Day(date);
}

/// Takes a year of up to six digits, which may be negative.
std::optional<int> take_year(std::string_view& text) {
    const bool negative = take(text, '-');
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 6) return {};
    const auto year = take_number(text, digits);
    return negative && year ? std::optional(-*year) : year;
}

std::optional<Millis> take_time_of_day(std::string_view& text) {
    const auto h = take_number(text, 2);
    if (!h || !take(text, ':')) return {};
    const auto m = take_number(text, 2);
    if (!m || *h > 23 || *m > 59) return {};
    Millis time = hours(*h) + minutes(*m);
    if (!take(text, ':')) return time;
    const auto s = take_number(text, 2);
    if (!s || *s > 59) return {};
    time += seconds(*s);
    if (!take(text, '.')) return time;
    int worth = 100;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        time += Millis((text[digits] - '0') * worth);
        worth /= 10;
    }
    text.remove_prefix(digits);
    return digits > 0 ? std::optional(time) : std::nullopt;
}

std::optional<seconds> take_offset(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return seconds(0);
    const bool west = take(text, '-');
    if (!west && !take(text, '+')) return {};
    const auto h = take_number(text, 2);
    if (!h || !take(text, ':')) return {};
    const auto m = take_number(text, 2);
    if (!m || *h > 18 || *m > 59) return {};
    const seconds offset = hours(*h) + minutes(*m);
    return west ? -offset : offset;
}

}  // namespace

Day local_day(Instant at, seconds utc_offset, minutes day_starts) {
    const auto local = since_epoch(at) + utc_offset - day_starts;
    return Day(floor<days>(local));
}

std::string format_day(Day day) {
    const year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_day(std::string_view text) {
    const auto day = take_day(text);
    return text.empty() ? day : std::nullopt;
}

std::optional<Beyond> beyond_range(std::string_view text) {
    const auto year = take_year(text);
    if (!year || !take(text, '-')) return {};
    const auto month = take_number(text, 2);
    if (!month || !take(text, '-')) return {};
    const auto day = take_number(text, 2);
    if (!day ||
        (!text.empty() && std::string_view("Tt ").find(text.front()) == std::string_view::npos)) {
        return {};
    }
    if (*year < 1970) return Beyond::before;
    if (*year > 9999) return Beyond::after;
    // The local year is in range, but the year in UTC may not be.
    if (text.empty()) return {};
    if (*year == 1970 && *month == 1 && *day == 1) return Beyond::before;
    if (*year == 9999 && *month == 12 && *day == 31) return Beyond::after;
    return {};
}

std::optional<Millis> parse_time_of_day(std::string_view text) {
    const auto time = take_time_of_day(text);
    return text.empty() ? time : std::nullopt;
}

Day week_of(Day day, weekday week_starts) { return day - (weekday(day) - week_starts); }

std::string format_instant(Instant at, seconds utc_offset) {
    const auto local = since_epoch(at) + utc_offset;
    const auto midnight = floor<days>(local);
    const hh_mm_ss time(duration_cast<Millis>(local - midnight));
    const auto east = duration_cast<minutes>(utc_offset).count();
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", format_day(Day(midnight)),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count(), east < 0 ? '-' : '+', std::abs(east) / 60,
                       std::abs(east) % 60);
}

std::optional<OffsetInstant> parse_instant(std::string_view text) {
    const auto day = take_day(text);
    if (!day || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return {};
    const auto time = take_time_of_day(text);
    if (!time) return {};
    const auto offset = take_offset(text);
    if (!offset || !text.empty()) return {};
    const Instant at(day->time_since_epoch() + *time - *offset);
    if (!is_recordable(at)) return {};
    return OffsetInstant{at, *offset};
}

std::string format_time_of_day(Instant at, seconds utc_offset) {
    const auto local = since_epoch(at) + utc_offset;
    const hh_mm_ss time(duration_cast<minutes>(local - floor<days>(local)));
    return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

}  // namespace hipflow
