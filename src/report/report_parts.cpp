// SPDX-License-Identifier: MIT
#include "report/report_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace hipflow {
namespace {

double minutes(Millis time) { return std::chrono::duration<double, std::ratio<60>>(time).count(); }

/// A day's mean as a point, where there is one.
void add_point(ChartLine& line, Day day, const ScoreSum& scores) {
    if (scores.n == 0) return;
    // A gap of more than two weeks breaks the line (TRACKING c2).
    const bool begins =
        !line.points.empty() && day - line.points.back().day > std::chrono::days(14);
    line.points.push_back({day, static_cast<double>(scores.sum) / scores.n, begins});
}

bool is_header(std::size_t column, const HtmlTable& table) {
    return std::ranges::find(table.words, column) != table.words.end();
}

Html cell(std::string_view name, const std::string& words, bool is_text) {
    if (!is_text) return Html::element(name, words);
    return Html::element(name, {{"class", "words"}}, Html::text(words));
}

Html head_row(const HtmlTable& table) {
    Html row;
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        const std::string kind = is_header(i, table) ? "words" : "number";
        row += Html::element("th", {{"scope", "col"}, {"class", kind}}, Html::text(table.head[i]));
    }
    return Html::element("thead", Html::element("tr", row));
}

}  // namespace

Html paragraph_of(std::string_view words, std::string_view kind) {
    if (kind.empty()) return Html::element("p", words);
    return Html::element("p", {{"class", std::string(kind)}}, Html::text(words));
}

Html html_table(const HtmlTable& table) {
    Html rows;
    for (const auto& row : table.rows) {
        Html cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == 0) {
                cells += Html::element("th", {{"scope", "row"}}, Html::text(row[i]));
            } else {
                cells += cell("td", row[i], is_header(i, table));
            }
        }
        rows += Html::element("tr", cells).line();
    }
    Html content = Html::element("caption", table.caption);
    content += head_row(table);
    content += Html::element("tbody", rows);
    // A short one is not parted between two sheets of paper.
    constexpr std::size_t rows_of_short = 12;
    const std::string kind = table.rows.size() <= rows_of_short ? "wide short" : "wide";
    return Html::element("div", {{"class", kind}},
                         Html::element("table", {{"id", table.id}}, content))
        .line();
}

Html figure(const Html& chart, const Html& legend, std::string_view table_id,
            std::string_view table_name) {
    Html caption = Html::text("The numbers: ");
    caption += Html::element("a", {{"href", fmt::format("#{}", table_id)}}, Html::text(table_name));
    Html content = chart;
    content += legend;
    content += Html::element("figcaption", {{"class", "quiet"}}, caption);
    return Html::element("figure", content);
}

BarChart work_chart(const ReportValues& values) {
    BarChart chart{"Minutes of each week", {}};
    const auto weeks = by_week(values.days, values.week_starts);
    if (weeks.empty()) return chart;
    // Weeks without anything are part of the picture.
    auto week = weeks.begin();
    for (Day from = weeks.front().from; from <= weeks.back().from; from += std::chrono::days(7)) {
        const bool known = week != weeks.end() && week->from == from;
        const std::chrono::year_month_day date(from);
        chart.bars.push_back({fmt::format("{:02}-{:02}", static_cast<unsigned>(date.month()),
                                          static_cast<unsigned>(date.day())),
                              known ? minutes(week->sums.active) : 0, 0});
        if (known) ++week;
    }
    return chart;
}

LineChart pain_chart(const ReportValues& values) {
    LineChart chart{"Pain before and after the sessions of each day, 0 to 10; down is better",
                    values.from,
                    values.to,
                    0,
                    10,
                    5,
                    {}};
    ChartLine before{"before", {}, true, true};
    ChartLine after{"after", {}, true, true};
    for (const auto& day : values.days) {
        add_point(before, day.local_day, day.before);
        add_point(after, day.local_day, day.after);
    }
    for (auto* line : {&before, &after}) {
        if (!line->points.empty()) chart.lines.push_back(std::move(*line));
    }
    return chart;
}

LineChart function_chart(const ReportValues& values) {
    const auto means = function_means(values.function);
    LineChart chart{"How well each activity goes, 0 unable to 10 as well as before; up is better",
                    means.front().local_day,
                    means.back().local_day,
                    0,
                    10,
                    5,
                    {}};
    constexpr std::size_t most_lines = 5;
    for (const auto& one : values.function) {
        if (one.activity.to_day || one.scores.empty() || chart.lines.size() == most_lines) continue;
        ChartLine line{one.activity.text, {}, true, true};
        for (const auto& score : one.scores) {
            line.points.push_back({score.local_day, static_cast<double>(score.score), false});
        }
        chart.lines.push_back(std::move(line));
    }
    return chart;
}

namespace {

constexpr double usual_most_degrees = 60;

ChartLine range_line(const RangeSeries& series, Side side, Rotation movement) {
    ChartLine line{fmt::format("{}, {}", word(side), word(movement)), {}, true, true};
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) line.points.push_back({test.local_day, mean->degrees(), false});
    }
    return line;
}

}  // namespace

LineChart range_chart(const RangeSeries& series) {
    LineChart chart{"Hip rotation range in degrees; up is more range",
                    series.tests.front().local_day,
                    series.tests.back().local_day,
                    0,
                    usual_most_degrees,
                    20,
                    {},
                    ChartWidth::whole};
    for (const Side side : {Side::left, Side::right}) {
        for (const Rotation movement : {Rotation::internal, Rotation::external}) {
            ChartLine line = range_line(series, side, movement);
            const bool high = std::ranges::any_of(
                line.points, [](const auto& point) { return point.value > usual_most_degrees; });
            if (high) chart.most = 90;
            if (!line.points.empty()) chart.lines.push_back(std::move(line));
        }
    }
    return chart;
}

}  // namespace hipflow
