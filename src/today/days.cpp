// SPDX-License-Identifier: MIT
#include "today/days.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/ladder.h"
#include "domain/error.h"
#include "domain/names.h"
#include "domain/number.h"
#include "platform/clock.h"
#include "text/utf8.h"
#include "today/desk.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

Day required_day(const std::string& option, const std::string& text, Day today) {
    if (const auto day = parse_day_word(text, today)) return *day;
    require_in_range(option, text);
    throw Error(fmt::format(
        "{}: '{}' is not a date. Expected one such as 2026-11-22, today, yesterday or monday.",
        option, text));
}

/// The first day of the last `text`, such as 4w, 10d, 3m or 1y, that end today.
Day start_of_last(const std::string& text, Day today) {
    std::string_view unit = text;
    const int count = take_number<int>(unit).value_or(0);
    constexpr int most = 1000;
    if (count >= 1 && count <= most) {
        using namespace std::chrono;
        const year_month_day date(today);
        const auto valid = [](year_month_day d) {
            return Day(d.ok() ? d : d.year() / d.month() / last);
        };
        if (unit == "d") return today - days(count - 1);
        if (unit == "w") return today - days(7 * count - 1);
        if (unit == "m") return valid(date - months(count)) + days(1);
        if (unit == "y") return valid(date - years(count)) + days(1);
    }
    throw Error(
        fmt::format("--last: '{}' is not a span. Expected a number with d, w, m or y, such as 4w "
                    "for four weeks.",
                    text));
}

/// Throws Error for a routine that is not in the library and of which there was no session: a file
/// may have gone since.
void require_routine(Desk& desk, const std::string& id) {
    std::vector<std::string> known;
    for (const auto& entry : desk.library().routines()) known.push_back(entry.id);
    if (std::ranges::binary_search(known, id)) return;
    if (const store::Store* store = desk.history()) {
        if (!store->sessions({.routine = id, .limit = 1, .with_discarded = true}).empty()) return;
        for (auto& session : store->sessions({.with_discarded = true})) {
            known.push_back(std::move(session.routine));
        }
    }
    throw Error(fmt::format("--routine: {}", catalog::no_such("routine", id, known)));
}

/// The date by the clock on the wall: before the hour at which the day starts, hipflow's day is the
/// one before.
Day calendar_day(const Stamp& now) { return local_day(now.at, now.utc_offset, 0min); }

/// A day, a time, or both, as typed.
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

/// Throws Error for a moment whose day cannot be recorded: even the first hours of 1970.
Stamp recordable(const std::string& option, const std::string& text, const Stamp& moment) {
    if (is_recordable(moment.at, moment.utc_offset) && is_recordable(moment.local_day)) {
        return moment;
    }
    throw Error(fmt::format("{}: '{}' is on {}, and the history holds {} to {}. Is the year right?",
                            option, shown(text), format_day(moment.local_day),
                            format_day(earliest_day), format_day(latest_day)));
}

}  // namespace

store::Filter filter_of(Desk& desk, const DayRange& days, Day today, int weeks) {
    if (days.last && (days.since || days.all)) {
        throw Error("--last says where the range begins; leave out --since and --all with it");
    }
    store::Filter filter;
    if (days.routine) require_routine(desk, *days.routine);
    filter.routine = days.routine;
    if (days.until) filter.until = required_day("--until", *days.until, today);
    if (days.since) filter.since = required_day("--since", *days.since, today);
    const Day end = filter.until.value_or(today);
    if (days.last) filter.since = start_of_last(*days.last, end);
    const bool open = !days.all && !filter.since;
    if (open) filter.since = end - std::chrono::days(7 * weeks - 1);
    if (filter.since && filter.until && *filter.until < *filter.since) {
        throw Error(fmt::format("--until {} is before --since {}", format_day(*filter.until),
                                format_day(*filter.since)));
    }
    return filter;
}

store::Filter week_filter(Desk& desk, const DayRange& days, Day today) {
    store::Filter filter = filter_of(desk, days, today, 1);
    if (!days.since && !days.last && !days.all) {
        filter.since = week_of(filter.until.value_or(today), desk.settings().week_starts);
    }
    return filter;
}

store::Filter measured_filter(Desk& desk, const DayRange& days, Day today) {
    if (days.routine) {
        throw Error("measurements belong to no routine; leave out --routine");
    }
    DayRange range = days;
    if (!days.since && !days.until && !days.last) range.all = true;
    return filter_of(desk, range, today, 0);
}

void require_in_range(const std::string& option, std::string_view text) {
    if (!beyond_range(text)) return;
    throw Error(
        fmt::format("{}: '{}' lies outside of what the history holds, {} to {}. Is the "
                    "year right?",
                    option, shown(text), format_day(earliest_day), format_day(latest_day)));
}

std::optional<Day> parse_day_word(std::string_view text, Day today) {
    if (text == "today") return today;
    if (text == "yesterday") return today - std::chrono::days(1);
    for (unsigned i = 0; i < 7; ++i) {
        const std::chrono::weekday weekday(i);
        if (text == weekday_word(weekday)) return week_of(today, weekday);
    }
    return parse_day(text);
}

Day coming_day_in(const std::string& option, const std::string& text, Day today) {
    if (text == "tomorrow") return today + std::chrono::days(1);
    const auto day = parse_day_word(text, today);
    if (!day) {
        require_in_range(option, text);
        throw Error(fmt::format(
            "{}: '{}' is not a date. Expected one such as today, tomorrow, friday or 2026-12-01.",
            option, shown(text)));
    }
    const bool weekday = text != "yesterday" && !parse_day(text);
    return weekday && *day < today ? *day + std::chrono::days(7) : *day;
}

Stamp past_moment(const std::string& option, const std::string& text, const Stamp& now,
                  std::chrono::minutes day_starts) {
    const auto refuse = [&](std::string_view why) {
        return Error(fmt::format("{}: '{}' {}", option, shown(text), why));
    };
    if (const auto exact = parse_instant(text)) {
        if (exact->at > now.at) throw refuse("is in the future");
        return recordable(
            option, text,
            {exact->at, exact->utc_offset, local_day(exact->at, exact->utc_offset, day_starts)});
    }
    const Day today = calendar_day(now);
    const auto read = day_and_time(text, today);
    if (!read) {
        require_in_range(option, text);
        throw refuse(
            "is not a day and time. Expected something like '19:30', 'yesterday 19:30' or "
            "'2026-11-22 19:30'.");
    }
    const auto at = platform::local_instant(read->day.value_or(today), read->time.value_or(12h));
    if (!at) throw refuse("does not exist: the clocks went forward past it");
    if (*at <= now.at) return recordable(option, text, platform::stamp(*at, day_starts));
    const bool only_today = !read->time && read->day == today;
    if (!only_today) throw refuse("is in the future");
    return now;
}

Stamp moment_at(Desk& desk, const std::string& text) {
    const Stamp now = desk.now();
    return text.empty() ? now : past_moment("--at", text, now, desk.settings().day_starts);
}

}  // namespace hipflow::today
