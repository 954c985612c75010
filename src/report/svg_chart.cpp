// SPDX-License-Identifier: MIT
#include "report/svg_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "domain/names.h"
#include "report/page_words.h"

namespace hipflow::report {
namespace {

// Sizes in units of the drawing, which is scaled to the page.
constexpr double half_page = 380;
constexpr double whole_page = 800;
constexpr double half_high = 126;
constexpr double whole_high = 190;
constexpr double left = 34;  // room for the numbers of the axis
constexpr double right_margin = 8;
constexpr double top_alone = 10;
constexpr double top_below_unit = 24;
constexpr double dates_high = 24;
constexpr double crosses_high = 13;
constexpr double mark_size = 4.5;
constexpr double small_mark_size = 2.5;
constexpr std::size_t most_large_marks = 30;
constexpr std::size_t most_labels = 7;

std::string coordinate(double value) {
    return fmt::format("{:.5g}", std::round(value * 100) / 100);
}

/// Maps days and values to places in the drawing.
struct Plane {
    Day from{};
    Day to{};
    double least = 0;
    double most = 1;
    double wide = half_page;
    double high = half_high;
    double top = top_alone;
    double bottom = high - dates_high;

    double right() const { return wide - right_margin; }
    double x(Day day) const {
        const auto days = static_cast<double>((to - from).count());
        if (days <= 0) return (left + right()) / 2;
        constexpr double inset = 8;  // marks at the ends are seen whole
        const double share = static_cast<double>((day - from).count()) / days;
        return left + inset + share * (right() - left - 2 * inset);
    }
    double y(double value) const {
        const double share = std::clamp((value - least) / (most - least), 0.0, 1.0);
        return bottom - share * (bottom - top);
    }
};

Html label(double x, double y, std::string_view anchor, std::string_view words) {
    return Html::element(
        "text", {{"x", coordinate(x)}, {"y", coordinate(y)}, {"text-anchor", std::string(anchor)}},
        Html::text(words));
}

Html rules(const Plane& plane, double step) {
    Html html;
    const auto count = static_cast<int>(std::lround((plane.most - plane.least) / step));
    for (int i = 0; i <= count; ++i) {
        const double value = plane.least + i * step;
        const double y = plane.y(value);
        html += Html::element("line",
                              {{"class", "rule"},
                               {"x1", coordinate(left)},
                               {"x2", coordinate(plane.right())},
                               {"y1", coordinate(y)},
                               {"y2", coordinate(y)}},
                              Html());
        html += label(left - 6, y + 4, "end", coordinate(value));
    }
    return html;
}

/// A date; without its year where it is not known when the chart was made.
std::string date_words(Day day, Day made) {
    return made == Day{} ? short_day(day) : page_day(day, made);
}

Html day_labels(const Plane& plane, Day made) {
    const auto days = (plane.to - plane.from).count();
    const bool with_year = date_words(plane.from, made) != short_day(plane.from);
    const std::int64_t most_parts = (plane.wide > half_page ? 6 : 3) - (with_year ? 1 : 0);
    const auto parts = std::clamp<std::int64_t>(days / 7, 1, most_parts);
    if (days == 0) {
        return label(plane.x(plane.from), plane.high - 6, "middle", date_words(plane.from, made));
    }
    Html html;
    for (std::int64_t i = 0; i <= parts; ++i) {
        const Day day = plane.from + std::chrono::days(days * i / parts);
        const auto* const anchor = i == 0 ? "start" : i == parts ? "end" : "middle";
        const double x = i == 0 ? left : i == parts ? plane.right() : plane.x(day);
        html += label(x, plane.high - 6, anchor, date_words(day, made));
    }
    return html;
}

/// Circle, square, triangle, diamond, inverted triangle, in this order.
Html mark(double x, double y, std::size_t shape, double s = mark_size) {
    const std::string kind = fmt::format("mark s{}", shape + 1);
    if (shape == 0) {
        return Html::element(
            "circle",
            {{"class", kind}, {"cx", coordinate(x)}, {"cy", coordinate(y)}, {"r", coordinate(s)}},
            Html());
    }
    std::string path;
    if (shape == 1) {
        path = fmt::format("M{} {}h{}v{}h-{}z", coordinate(x - s), coordinate(y - s), 2 * s, 2 * s,
                           2 * s);
    } else if (shape == 2) {
        path = fmt::format("M{} {}L{} {}H{}z", coordinate(x), coordinate(y - s - 1),
                           coordinate(x + s + 1), coordinate(y + s), coordinate(x - s - 1));
    } else if (shape == 4) {
        path = fmt::format("M{} {}L{} {}H{}z", coordinate(x), coordinate(y + s + 1),
                           coordinate(x + s + 1), coordinate(y - s), coordinate(x - s - 1));
    } else {
        path = fmt::format("M{} {}L{} {}L{} {}L{} {}z", coordinate(x), coordinate(y - s - 1.5),
                           coordinate(x + s + 1.5), coordinate(y), coordinate(x),
                           coordinate(y + s + 1.5), coordinate(x - s - 1.5), coordinate(y));
    }
    return Html::element("path", {{"class", kind}, {"d", path}}, Html());
}

Html line_of(const ChartLine& line, const Plane& plane, std::size_t shape) {
    Html html;
    if (line.joined && line.points.size() > 1) {
        std::string path;
        for (const auto& point : line.points) {
            const bool begins = path.empty() || point.begins;
            path += fmt::format("{}{} {}", begins ? 'M' : 'L', coordinate(plane.x(point.day)),
                                coordinate(plane.y(point.value)));
        }
        html += Html::element("path", {{"class", fmt::format("line s{}", shape + 1)}, {"d", path}},
                              Html());
    }
    if (!line.marked) return html;
    const double size = line.points.size() > most_large_marks ? small_mark_size : mark_size;
    for (const auto& point : line.points) {
        html += mark(plane.x(point.day), plane.y(point.value), shape, size);
    }
    return html;
}

Html cross(double x, double y) {
    constexpr double s = 4;
    return Html::element("path",
                         {{"class", "cross"},
                          {"d", fmt::format("M{} {}l{} {}m0 -{}l-{} {}", coordinate(x - s),
                                            coordinate(y - s), 2 * s, 2 * s, 2 * s, 2 * s, 2 * s)}},
                         Html());
}

Html unit_label(const std::string& unit) {
    return unit.empty() ? Html() : label(0, 12, "start", unit);
}

Html drawing(std::string_view title, const Plane& plane, const Html& content) {
    Html svg = Html::element("title", title);
    svg += content;
    return Html::element(
        "svg", {{"viewBox", fmt::format("0 0 {} {}", plane.wide, plane.high)}, {"role", "img"}},
        svg);
}

Html bar_of(const Bar& bar, double x, double width, const Plane& plane) {
    const auto box = [&](std::string_view kind, double value) {
        const double y = plane.y(value);
        return Html::element("rect",
                             {{"class", std::string(kind)},
                              {"x", coordinate(x)},
                              {"y", coordinate(y)},
                              {"width", coordinate(width)},
                              {"height", coordinate(plane.bottom - y)}},
                             Html());
    };
    Html html;
    if (bar.value > 0) html += box("filled", bar.value);
    if (bar.whole > 0) html += box("outline", bar.whole);
    return html;
}

}  // namespace

double rule_step(double most) {
    const double rough = most / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= rough) return times * power;
    }
    return 10 * power;
}

Html line_chart(const LineChart& chart) {
    const bool half = chart.width == ChartWidth::half;
    Plane plane{chart.from,
                chart.to,
                chart.least,
                chart.most,
                half ? half_page : whole_page,
                half ? half_high : whole_high};
    if (!chart.unit.empty()) plane.top = top_below_unit;
    if (!chart.crosses.empty()) plane.bottom -= crosses_high;
    Html content = unit_label(chart.unit);
    content += rules(plane, chart.step);
    content += day_labels(plane, chart.made);
    for (const Day day : chart.crosses) content += cross(plane.x(day), plane.bottom + 9);
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        content += line_of(chart.lines[i], plane, i);
    }
    return drawing(chart.title, plane, content);
}

Html bar_chart(const BarChart& chart) {
    double highest = 1;
    for (const auto& bar : chart.bars) highest = std::max({highest, bar.value, bar.whole});
    const double step = std::max(rule_step(highest), 1.0);
    Plane plane{{}, {}, 0, std::ceil(highest / step) * step, whole_page, whole_high};
    if (!chart.unit.empty()) plane.top = top_below_unit;
    Html content = unit_label(chart.unit);
    content += rules(plane, step);
    const double pitch =
        (plane.right() - left) / static_cast<double>(std::max(chart.bars.size(), 1UL));
    const std::size_t every = chart.bars.size() / most_labels + 1;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const double x = left + pitch * static_cast<double>(i);
        const double width = std::min(pitch * 0.7, 40.0);
        content += bar_of(chart.bars[i], x + (pitch - width) / 2, width, plane);
        if (i % every == 0)
            content += label(x + pitch / 2, plane.high - 6, "middle", chart.bars[i].label);
    }
    return drawing(chart.title, plane, content);
}

namespace {

Html legend_item(const Html& sample, std::string_view name) {
    Html item = Html::element(
        "svg", {{"viewBox", "0 0 32 16"}, {"class", "sample"}, {"aria-hidden", "true"}}, sample);
    item += Html::text(name);
    return Html::element("li", item);
}

}  // namespace

Html chart_legend(const LineChart& chart) {
    Html items;
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const ChartLine& line = chart.lines[i];
        Html sample;
        if (line.joined) {
            sample += Html::element(
                "path", {{"class", fmt::format("line s{}", i + 1)}, {"d", "M0 8H32"}}, Html());
        }
        if (line.marked) sample += mark(16, 8, i);
        items += legend_item(sample, line.name);
    }
    if (!chart.crosses.empty()) items += legend_item(cross(16, 8), chart.crossed);
    return Html::element("ul", {{"class", "legend"}}, items);
}

}  // namespace hipflow::report
