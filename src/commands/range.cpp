// SPDX-License-Identifier: MIT
#include "commands/range.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "catalog/ladder.h"
#include "domain/number.h"
#include "text/utf8.h"

namespace hipflow {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

Day required_day(const std::string& option, const std::string& text, Day today) {
    if (const auto day = parse_day_word(text, today)) return *day;
    require_in_range(option, text);
    throw Error(
        fmt::format("{}: '{}' is no date. Expected one such as 2026-11-22, today, yesterday "
                    "or monday.",
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
        fmt::format("--last: '{}' is no span. Expected a number with d, w, m or y, such as "
                    "4w for four weeks.",
                    text));
}

/// That the library has it, or some session was one of it: its file may have gone since.
void require_routine(Context& context, const std::string& id) {
    std::vector<std::string> known;
    for (const auto& entry : context.library().routines()) known.push_back(entry.id);
    if (std::ranges::binary_search(known, id)) return;
    if (const auto store = context.existing_store()) {
        if (!store->sessions({.routine = id, .limit = 1, .with_discarded = true}).empty()) return;
        for (auto& session : store->sessions({.with_discarded = true})) {
            known.push_back(std::move(session.routine));
        }
    }
    throw Error(fmt::format("--routine: {}", no_such("routine", id, known)));
}

}  // namespace

void add_day_options(CLI::App& app, RangeOptions& options) {
    app.add_option("--since", options.since, "From this day on (2026-11-01, yesterday, monday)")
        ->type_name("DAY");
    app.add_option("--until", options.until, "Up to and including this day")->type_name("DAY");
    app.add_option("--last", options.last, "The last 4w, 10d, 3m or 1y")->type_name("SPAN");
    app.add_flag("--all", options.all, "The whole history");
}

void add_range_options(CLI::App& app, RangeOptions& options) {
    add_day_options(app, options);
    app.add_option("--routine", options.routine, "Only sessions of this routine")
        ->type_name("ROUTINE");
}

Filter filter_of(Context& context, const RangeOptions& options, Day today, int weeks) {
    if (options.last && (options.since || options.all)) {
        throw Error("--last says where the range begins; leave out --since and --all with it");
    }
    Filter filter;
    if (options.routine) require_routine(context, *options.routine);
    filter.routine = options.routine;
    if (options.until) filter.until = required_day("--until", *options.until, today);
    if (options.since) filter.since = required_day("--since", *options.since, today);
    const Day end = filter.until.value_or(today);
    if (options.last) filter.since = start_of_last(*options.last, end);
    const bool open = !options.all && !filter.since;
    if (open) filter.since = end - std::chrono::days(7 * weeks - 1);
    if (filter.since && filter.until && *filter.until < *filter.since) {
        throw Error(fmt::format("--until {} is before --since {}", format_day(*filter.until),
                                format_day(*filter.since)));
    }
    return filter;
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
    for (unsigned i = 0; i < weekdays.size(); ++i) {
        if (text != weekdays.at(i)) continue;
        return week_of(today, std::chrono::weekday(i));
    }
    return parse_day(text);
}

Day coming_day_in(const std::string& option, const std::string& text, Day today) {
    if (text == "tomorrow") return today + std::chrono::days(1);
    const auto day = parse_day_word(text, today);
    if (!day) {
        require_in_range(option, text);
        throw Error(
            fmt::format("{}: '{}' is no date. Expected one such as today, tomorrow, friday "
                        "or 2026-12-01.",
                        option, shown(text)));
    }
    const bool weekday = text != "yesterday" && !parse_day(text);
    return weekday && *day < today ? *day + std::chrono::days(7) : *day;
}

}  // namespace hipflow
