// SPDX-License-Identifier: MIT
#include "commands/when.h"

#include <fmt/format.h>

#include <algorithm>

#include "commands/range.h"
#include "domain/error.h"
#include "platform/zone.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

using namespace std::chrono_literals;

/// The date on the wall, which before the day's start is not yet hipflow's day.
Day calendar_day(const Stamp& now) { return local_day(now.at, now.utc_offset, 0min); }

/// A day, a time, or both, as written.
struct DayAndTime {
    std::optional<Day> day;
    std::optional<Millis> time;
};

std::optional<Millis> time_of_day(std::string_view text) {
    // People write 7:30.
    if (text.find(':') == 1) return parse_time_of_day('0' + std::string(text));
    return parse_time_of_day(text);
}

std::optional<DayAndTime> day_and_time(std::string_view text, Day today) {
    DayAndTime read;
    read.time = time_of_day(text);
    if (read.time) return read;
    const auto gap = text.find_first_of(" T");
    read.day = parse_day_word(text.substr(0, gap), today);
    if (!read.day) return std::nullopt;
    if (gap == std::string_view::npos) return read;
    read.time = time_of_day(text.substr(gap + 1));
    if (!read.time) return std::nullopt;
    return read;
}

/// The first hours of 1970 are of a day that cannot be recorded.
Stamp recordable(const std::string& option, const std::string& text, const Stamp& moment) {
    if (is_recordable(moment.at, moment.utc_offset) && is_recordable(moment.local_day)) {
        return moment;
    }
    throw Error(
        fmt::format("{}: '{}' is of the day {}, and the history holds {} to {}. Is the "
                    "year right?",
                    option, shown(text), format_day(moment.local_day), format_day(earliest_day),
                    format_day(latest_day)));
}

}  // namespace

Stamp past_moment(const std::string& option, const std::string& text, const Stamp& now,
                  std::chrono::minutes day_starts) {
    const auto refuse = [&](std::string_view why) {
        return Error(fmt::format("{}: '{}' {}", option, shown(text), why));
    };
    if (const auto exact = parse_instant(text)) {
        if (exact->at > now.at) throw refuse("is still to come");
        return recordable(
            option, text,
            {exact->at, exact->utc_offset, local_day(exact->at, exact->utc_offset, day_starts)});
    }
    const Day today = calendar_day(now);
    const auto read = day_and_time(text, today);
    if (!read) {
        require_in_range(option, text);
        throw refuse(
            "is no day and time. Expected something like '19:30', 'yesterday 19:30' or "
            "'2026-11-22 19:30'.");
    }
    const auto at = local_instant(read->day.value_or(today), read->time.value_or(12h));
    if (!at) throw refuse("does not exist: the clocks were put forward over it");
    if (*at <= now.at) return recordable(option, text, stamp(*at, day_starts));
    const bool only_today = !read->time && read->day == today;
    if (!only_today) throw refuse("is still to come");
    return now;
}

}  // namespace hipflow
