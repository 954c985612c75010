// SPDX-License-Identifier: MIT
#include "report/svg_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/names.h"

namespace hipflow::report {
namespace {

using schedule::DayMark;

// Sizes in pixels: it is drawn as it is, and made smaller where there is no room.
constexpr int box_size = 13;
constexpr int box_pitch = 17;
constexpr int names_wide = 32;
constexpr int months_high = 16;

constexpr std::array<std::string_view, 7> mark_names = {
    "nothing planned", "kept", "partly", "missed", "excused", "open", "more than planned"};

Html outline_of(std::string_view kind, const std::string& path) {
    return Html::element("path", {{"class", std::string(kind)}, {"d", path}}, Html());
}

std::string box_path(int x, int y, int wide, int high) {
    return fmt::format("M{} {}h{}v{}h-{}z", x, y, wide, high, wide);
}

/// A full box, a half one, an empty one, a crossed one, a small circle, a diamond.
Html mark_at(DayMark mark, int x, int y) {
    const int middle_x = x + box_size / 2;
    const int middle_y = y + box_size / 2;
    switch (mark) {
        case DayMark::blank:
            return outline_of("dot", box_path(middle_x, middle_y, 1, 1));
        case DayMark::kept:
            return outline_of("filled", box_path(x, y, box_size, box_size));
        case DayMark::partial: {
            Html html = outline_of(
                "filled", box_path(x, y + box_size / 2, box_size, box_size - box_size / 2));
            html += outline_of("outline", box_path(x, y, box_size, box_size));
            return html;
        }
        case DayMark::missed:
            return outline_of("outline", box_path(x, y, box_size, box_size));
        case DayMark::excused:
            return outline_of(
                "outline", box_path(x, y, box_size, box_size) +
                               fmt::format("M{} {}l{} -{}", x, y + box_size, box_size, box_size));
        case DayMark::open:
            return Html::element("circle",
                                 {{"class", "outline"},
                                  {"cx", fmt::format("{}", middle_x)},
                                  {"cy", fmt::format("{}", middle_y)},
                                  {"r", "4"}},
                                 Html());
        case DayMark::extra:
            return outline_of("filled",
                              fmt::format("M{} {}l6 6l-6 6l-6 -6z", middle_x, middle_y - 6));
    }
    return {};
}

Html words_at(int x, int y, std::string_view words) {
    return Html::element("text", {{"x", fmt::format("{}", x)}, {"y", fmt::format("{}", y)}},
                         Html::text(words));
}

/// Names each month above the first week that begins in it.
Html month_names(Day first_week, int weeks) {
    Html html;
    int free_from = 0;
    for (int i = 0; i < weeks; ++i) {
        const std::chrono::year_month_day date(first_week + std::chrono::days(7 * i));
        const bool opens = static_cast<unsigned>(date.day()) <= 7;
        const bool soon =
            static_cast<unsigned>(
                std::chrono::year_month_day(std::chrono::local_days(date) + std::chrono::days(7))
                    .day()) <= 7;
        const int x = names_wide + box_pitch * i;
        if ((!opens && (i != 0 || soon)) || x < free_from) continue;
        html += words_at(x, 11, short_month(date.month()));
        free_from = x + 2 * box_pitch - 2;
    }
    return html;
}

}  // namespace

Html calendar_drawing(std::string_view title, Day first, std::span<const DayMark> marks,
                      std::chrono::weekday week_starts) {
    if (marks.empty()) return {};
    using std::chrono::days;
    const Day last = first + days(marks.size() - 1);
    const Day last_week = week_of(last, week_starts);
    const auto all_weeks = (last_week - week_of(first, week_starts)).count() / 7 + 1;
    const int weeks = static_cast<int>(std::min<std::int64_t>(all_weeks, most_calendar_weeks));
    const Day first_week = last_week - days(7 * (weeks - 1));
    Html content = Html::element("title", title);
    content += month_names(first_week, weeks);
    for (int row = 0; row < 7; ++row) {
        const int y = months_high + box_pitch * row;
        content += words_at(0, y + 11, short_weekday(week_starts + days(row)));
        for (int week = 0; week < weeks; ++week) {
            const Day day = first_week + days(7 * week + row);
            if (day < first || day > last) continue;
            const auto at = static_cast<std::size_t>((day - first).count());
            content += mark_at(marks[at], names_wide + box_pitch * week, y);
        }
    }
    const int wide = std::max(names_wide + box_pitch * weeks, names_wide + 2 * box_pitch);
    const int high = months_high + box_pitch * 7;
    return Html::element("svg",
                         {{"viewBox", fmt::format("0 0 {} {}", wide, high)},
                          {"width", fmt::format("{}", wide)},
                          {"class", "calendar"},
                          {"role", "img"}},
                         content);
}

Html calendar_key(std::span<const DayMark> marks) {
    Html items;
    for (std::size_t i = 1; i < mark_names.size(); ++i) {
        const auto mark = static_cast<DayMark>(i);
        if (std::ranges::find(marks, mark) == marks.end()) continue;
        Html item = Html::element("svg",
                                  {{"viewBox", "-1 -1 15 15"},
                                   {"width", "15"},
                                   {"class", "key"},
                                   {"aria-hidden", "true"}},
                                  mark_at(mark, 0, 0));
        item += Html::text(mark_names.at(i));
        items += Html::element("li", item);
    }
    if (items.empty()) return {};
    return Html::element("ul", {{"class", "legend"}}, items);
}

}  // namespace hipflow::report
