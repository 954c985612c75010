// SPDX-License-Identifier: MIT
#include "report/calendar.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "domain/names.h"

namespace hipflow::report {
namespace {

struct MarkLook {
    std::string_view unicode;
    std::string_view ascii;
    std::string_view meaning;
    Tint tint;  // good and bad are blue and red, never green and red
};

constexpr std::array<MarkLook, 7> looks = {{{" ", " ", "nothing planned", Tint::plain},
                                            {"█", "#", "kept", Tint::blue},
                                            {"▒", "+", "partly", Tint::cyan},
                                            {"·", ".", "missed", Tint::red},
                                            {"~", "~", "excused", Tint::plain},
                                            {"?", "?", "open", Tint::yellow},
                                            {"◆", "*", "extra", Tint::blue}}};

constexpr int weekday_columns = 5;
constexpr int week_columns = 2;

const MarkLook& look(schedule::DayMark mark) { return looks.at(static_cast<std::size_t>(mark)); }

/// Whether the week is the first that begins in its month.
bool opens_month(Day week) {
    return static_cast<unsigned>(std::chrono::year_month_day(week).day()) <= 7;
}

/// Names each month above the first week that begins in it, where there is room.
std::string month_line(Day first_week, int weeks, int columns) {
    std::string line(weekday_columns, ' ');
    for (int i = 0; i < weeks; ++i) {
        const Day week = first_week + std::chrono::days(7 * i);
        // The rest of an earlier month gives way to the name of the next one.
        const bool named =
            opens_month(week) || (i == 0 && !opens_month(week + std::chrono::days(7)));
        const auto at = static_cast<std::size_t>(weekday_columns) +
                        static_cast<std::size_t>(week_columns) * static_cast<std::size_t>(i);
        if (!named || line.size() > at || at + 3 > static_cast<std::size_t>(columns)) continue;
        line.resize(at, ' ');
        line += short_month(std::chrono::year_month_day(week).month());
        line += ' ';
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::string glyph(schedule::DayMark mark, const Style& style) {
    return style.paint(look(mark).tint, style.unicode ? look(mark).unicode : look(mark).ascii);
}

int calendar_weeks(int columns) {
    return std::max(1, (columns - weekday_columns + 1) / week_columns);
}

std::vector<std::string> calendar_chart(Day first, std::span<const schedule::DayMark> marks,
                                        std::chrono::weekday week_starts, int columns,
                                        const Style& style, int beside) {
    if (marks.empty()) return {};
    const Day last = first + std::chrono::days(marks.size() - 1);
    const Day last_week = week_of(last, week_starts);
    const auto all_weeks = (last_week - week_of(first, week_starts)).count() / 7 + 1;
    const int weeks = std::min(calendar_weeks(columns), static_cast<int>(all_weeks));
    const Day first_week = last_week - std::chrono::days(7 * (weeks - 1));
    std::vector<std::string> lines = {month_line(first_week, weeks, columns + beside)};
    for (int row = 0; row < 7; ++row) {
        const auto weekday = week_starts + std::chrono::days(row);
        std::string line(short_weekday(weekday));
        line.resize(weekday_columns, ' ');
        for (int week = 0; week < weeks; ++week) {
            const Day day = first_week + std::chrono::days(7 * week + row);
            const bool inside = day >= first && day <= last;
            const auto at = static_cast<std::size_t>((day - first).count());
            line += inside ? glyph(marks[at], style) : " ";
            if (week + 1 < weeks) line += ' ';
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(line);
    }
    return lines;
}

std::string calendar_legend(std::span<const schedule::DayMark> marks, const Style& style) {
    std::string legend;
    for (std::size_t i = 1; i < looks.size(); ++i) {
        const auto mark = static_cast<schedule::DayMark>(i);
        if (std::find(marks.begin(), marks.end(), mark) == marks.end()) continue;
        if (!legend.empty()) legend += "  ";
        legend += glyph(mark, style) + ' ' + std::string(look(mark).meaning);
    }
    return legend;
}

}  // namespace hipflow::report
