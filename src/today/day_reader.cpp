// SPDX-License-Identifier: MIT
#include "today/day_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "domain/number.h"
#include "domain/weekday.h"
#include "text/utf8.h"

namespace hipflow::today {
namespace {

/// In lower case, with single spaces between words and none around them.
std::string in_plain(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ' ') {
            if (!plain.empty() && plain.back() != ' ') plain += c;
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (plain.ends_with(' ')) plain.pop_back();
    return plain;
}

std::optional<char> unit_called(std::string_view name) {
    if (name == "d" || name == "day" || name == "days") return 'd';
    if (name == "w" || name == "week" || name == "weeks") return 'w';
    if (name == "m" || name == "month" || name == "months") return 'm';
    if (name == "y" || name == "year" || name == "years") return 'y';
    return std::nullopt;
}

/// Takes a number of 1 to 1000.
std::optional<int> take_count(std::string_view& text) {
    constexpr int most = 1000;
    const int count = take_number<int>(text).value_or(0);
    return count >= 1 && count <= most ? std::optional(count) : std::nullopt;
}

/// "3 days ago", "2w ago", "a month ago".
std::optional<Span> read_ago(std::string_view text) {
    constexpr std::string_view ago = " ago";
    if (!text.ends_with(ago)) return std::nullopt;
    text.remove_suffix(ago.size());
    std::optional<int> count;
    if (text.starts_with("a ")) {
        text.remove_prefix(1);
        count = 1;
    } else {
        count = take_count(text);
    }
    if (text.starts_with(' ')) text.remove_prefix(1);
    const auto unit = unit_called(text);
    return count && unit ? std::optional(Span{*count, *unit}) : std::nullopt;
}

/// "2026-w48": a week that is one of its year's 52 or 53.
std::optional<WholeWeek> iso_week(std::string_view text) {
    using namespace std::chrono;
    constexpr std::size_t length = 8;
    if (text.size() != length || text.substr(4, 2) != "-w") return std::nullopt;
    const auto year_number = parse_number<int>(text.substr(0, 4));
    const auto week = parse_number<int>(text.substr(6));
    if (!year_number || !week || *week < 1) return std::nullopt;
    const Day in_first_week(year(*year_number) / 1 / 4);
    const Day monday = week_of(in_first_week, Monday) + days(7 * (*week - 1));
    const year_month_day thursday(monday + days(3));
    if (thursday.year() != year(*year_number)) return std::nullopt;
    if (!is_recordable(monday) || !is_recordable(monday + days(6))) throw outside_of_history(text);
    return WholeWeek{monday};
}

/// The numbers of "17.11.2026", "11/17/2026" or "2026/11/17", as they are written.
struct OtherDate {
    std::vector<int> numbers;
    std::vector<std::size_t> digits;
    char between = 0;
};

std::optional<OtherDate> read_other(std::string_view text) {
    constexpr std::string_view separators = "./-";
    OtherDate date;
    while (!text.empty()) {
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0 || digits > 4) return std::nullopt;
        date.numbers.push_back(parse_number<int>(text.substr(0, digits)).value_or(0));
        date.digits.push_back(digits);
        text.remove_prefix(digits);
        if (text.empty()) break;
        if (separators.find(text.front()) == std::string_view::npos) return std::nullopt;
        if (date.between != 0 && date.between != text.front()) return std::nullopt;
        date.between = text.front();
        text.remove_prefix(1);
    }
    const bool some = date.numbers.size() == 2 || date.numbers.size() == 3;
    return some && date.between != 0 ? std::optional(date) : std::nullopt;
}

/// The days that these numbers may mean; none where they have no whole year.
std::vector<Day> days_meant(const OtherDate& date) {
    using namespace std::chrono;
    std::vector<Day> meant;
    if (date.numbers.size() != 3) return meant;
    const auto add = [&](int y, int m, int d) {
        const year_month_day day{year(y), month(static_cast<unsigned>(m)),
                                 std::chrono::day(static_cast<unsigned>(d))};
        if (!day.ok() || !is_recordable(Day(day))) return;
        if (std::ranges::find(meant, Day(day)) == meant.end()) meant.emplace_back(day);
    };
    const auto& n = date.numbers;
    if (date.digits.front() == 4) add(n[0], n[1], n[2]);
    if (date.digits.back() == 4) {
        add(n[2], n[1], n[0]);
        // With dots the day always stands first.
        if (date.between != '.') add(n[2], n[0], n[1]);
    }
    return meant;
}

/// Throws Error for a date in another order, or without its whole year. What to write keeps `time`.
void refuse_other(std::string_view text, std::string_view time) {
    const auto date = read_other(text);
    if (!date) return;
    const auto with_time = [&](std::string_view day) {
        return time.empty() ? std::string(day) : fmt::format("{} {}", day, time);
    };
    const std::string given = time.empty() ? shown(text) : shown(fmt::format("{} {}", text, time));
    const auto meant = days_meant(*date);
    if (meant.size() == 2) {
        throw Error(fmt::format("'{}' may mean two days: write {} or {} (year-month-day)", given,
                                with_time(format_day(meant[0])), with_time(format_day(meant[1]))));
    }
    if (meant.size() == 1) {
        throw Error(fmt::format("'{}' is not written as year-month-day: write {}", given,
                                with_time(format_day(meant[0]))));
    }
    const bool has_year = std::ranges::count(date->digits, std::size_t{4}) != 0;
    if (has_year && date->numbers.size() == 3) return;  // no such day in any order
    throw Error(fmt::format("'{}' is not a whole date: write year-month-day, such as {}", given,
                            with_time("2026-11-22")));
}

}  // namespace

Day Span::before(Day day) const {
    using namespace std::chrono;
    const year_month_day date(day);
    const auto valid = [](year_month_day d) {
        return Day(d.ok() ? d : d.year() / d.month() / last);
    };
    if (unit == 'd') return day - days(count);
    if (unit == 'w') return day - days(7 * count);
    return valid(unit == 'm' ? date - months(count) : date - years(count));
}

std::optional<Span> read_span(std::string_view text) {
    const auto count = take_count(text);
    const bool known = text == "d" || text == "w" || text == "m" || text == "y";
    return count && known ? std::optional(Span{*count, text.front()}) : std::nullopt;
}

std::optional<DayWord> read_day(std::string_view text, std::string_view time) {
    constexpr std::string_view last_word = "last ";
    const std::string plain = in_plain(text);
    const std::string_view words = plain;
    if (words == "today") return std::chrono::days(0);
    if (words == "yesterday") return std::chrono::days(-1);
    if (words == "tomorrow") return std::chrono::days(1);
    if (const auto weekday = parse_weekday(words)) return *weekday;
    if (words.starts_with(last_word)) {
        const auto weekday = parse_weekday(words.substr(last_word.size()));
        return weekday ? std::optional<DayWord>(LastWeekday{*weekday}) : std::nullopt;
    }
    if (const auto ago = read_ago(words)) return *ago;
    if (const auto week = iso_week(words)) return *week;
    if (const auto day = parse_day(words)) return *day;
    if (beyond_range(words)) throw outside_of_history(text);
    refuse_other(words, time);
    return std::nullopt;
}

Error outside_of_history(std::string_view text) {
    return Error(
        fmt::format("'{}' lies outside of what the history holds, {} to {}. Is the year right?",
                    shown(text), format_day(earliest_day), format_day(latest_day)));
}

Day day_meant(const DayWord& word, Day today) {
    struct Meant {
        Day today;
        Day operator()(Day date) const { return date; }
        Day operator()(std::chrono::days distance) const { return today + distance; }
        Day operator()(std::chrono::weekday weekday) const { return week_of(today, weekday); }
        Day operator()(const LastWeekday& last) const {
            return week_of(today - std::chrono::days(1), last.weekday);
        }
        Day operator()(const Span& ago) const { return ago.before(today); }
        Day operator()(const WholeWeek& week) const { return week.monday; }
    };
    const Day day = std::visit(Meant{today}, word);
    if (!is_recordable(day)) throw outside_of_history(format_day(day));
    return day;
}

}  // namespace hipflow::today
