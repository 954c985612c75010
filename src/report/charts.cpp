// SPDX-License-Identifier: MIT
#include "report/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "domain/names.h"
#include "report/stats_words.h"
#include "stats/sample.h"

namespace hipflow::report {
namespace {

constexpr double highest_score = 10;

using Marks = std::array<std::string_view, 8>;
constexpr Marks blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr Marks ascii_blocks = {"_", ".", "-", "=", "+", "*", "#", "@"};

struct BoxGlyphs {
    std::string_view left_end, right_end, whisker, left_edge, right_edge, box, median, dot, late;
};
constexpr BoxGlyphs unicode_box = {"├", "┤", "─", "▐", "▌", "▒", "█", "●", "○"};
constexpr BoxGlyphs ascii_box = {"|", "|", "-", "[", "]", "=", "|", "*", "o"};

std::size_t column_of(double score, int columns) {
    const double share = std::clamp(score / highest_score, 0.0, 1.0);
    return static_cast<std::size_t>(std::lround(share * (columns - 1)));
}

std::string without_tail(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) line += cell;
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string dots(std::span<const Dot> scores, int columns, const BoxGlyphs& glyphs) {
    std::vector<int> count(static_cast<std::size_t>(columns), 0);
    std::vector<std::string> cells(count.size(), " ");
    for (const auto& dot : scores) {
        const auto at = column_of(dot.score, columns);
        ++count[at];
        cells[at] = count[at] > 1 ? fmt::format("{}", count[at])
                                  : std::string(dot.late ? glyphs.late : glyphs.dot);
    }
    return without_tail(cells);
}

std::string box(const stats::FiveNumbers& five, int columns, const BoxGlyphs& glyphs) {
    const auto lowest = column_of(five.lowest, columns);
    const auto lower = column_of(five.lower_quartile, columns);
    const auto median = column_of(five.median, columns);
    const auto upper = column_of(five.upper_quartile, columns);
    const auto highest = column_of(five.highest, columns);
    std::vector<std::string> cells(static_cast<std::size_t>(columns), " ");
    for (auto i = lowest; i <= highest; ++i) cells[i] = glyphs.whisker;
    // Where several fall on one place, the most telling is drawn last.
    cells[lowest] = glyphs.left_end;
    cells[highest] = glyphs.right_end;
    for (auto i = lower; i <= upper; ++i) cells[i] = glyphs.box;
    cells[lower] = glyphs.left_edge;
    cells[upper] = glyphs.right_edge;
    cells[median] = glyphs.median;
    return without_tail(cells);
}

}  // namespace

std::string sparkline(std::span<const std::optional<double>> scores, const Style& style) {
    const Marks& marks = style.unicode ? blocks : ascii_blocks;
    std::string line;
    for (const auto& score : scores) {
        if (!score) {
            line += ' ';
            continue;
        }
        line += marks.at(column_of(*score, static_cast<int>(marks.size())));
    }
    return line;
}

std::string distribution(std::span<const Dot> scores, int columns, const Style& style) {
    constexpr std::size_t fewest_for_box = 5;
    const BoxGlyphs& glyphs = style.unicode ? unicode_box : ascii_box;
    if (scores.size() < fewest_for_box) return dots(scores, columns, glyphs);
    std::vector<double> values;
    values.reserve(scores.size());
    for (const auto& dot : scores) values.push_back(dot.score);
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): there are scores enough
    return box(*stats::five_numbers(values), columns, glyphs);
}

std::string score_axis(int columns) {
    std::string axis(static_cast<std::size_t>(columns), ' ');
    axis.front() = '0';
    axis[column_of(highest_score / 2, columns)] = '5';
    axis.replace(axis.size() - 2, 2, "10");
    return axis;
}

std::string bar(double share, int columns, const Style& style) {
    const double full = std::clamp(share, 0.0, 1.0) * columns;
    if (!style.unicode) {
        std::string line(static_cast<std::size_t>(std::lround(full)), '#');
        return line;
    }
    const auto halves = std::lround(full * 2);
    std::string line;
    for (long i = 0; i < halves / 2; ++i) line += "█";
    if (halves % 2 == 1) line += "▌";
    return line;
}

std::string numbers_of(const std::vector<double>& scores) {
    const auto five = stats::five_numbers(scores);
    if (!five) return "n 0";
    return fmt::format("n {}, median {}, {} to {}", scores.size(), score_text(five->median),
                       score_text(five->lowest), score_text(five->highest));
}

namespace {

struct MarkLook {
    std::string_view unicode;
    std::string_view ascii;
    std::string_view meaning;
    Tint tint;  // seen on black and on white; never green beside red
};

constexpr std::array<MarkLook, 7> looks = {{{" ", " ", "nothing planned", Tint::plain},
                                            {"█", "#", "kept", Tint::cyan},
                                            {"▒", "+", "partly", Tint::cyan},
                                            {"·", ".", "missed", Tint::red},
                                            {"~", "~", "excused", Tint::plain},
                                            {"?", "?", "open", Tint::yellow},
                                            {"◆", "*", "extra", Tint::cyan}}};

constexpr int weekday_columns = 5;
constexpr int week_columns = 2;

const MarkLook& look(schedule::DayMark mark) { return looks.at(static_cast<std::size_t>(mark)); }

/// Returns whether the week is the first that begins in its month.
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
