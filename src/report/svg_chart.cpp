// SPDX-License-Identifier: MIT
#include "report/svg_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "domain/names.h"

namespace hipflow::report {
namespace {

// Sizes in units of the drawing, which is scaled to the page.
constexpr double half_page = 380;
constexpr double whole_page = 800;
constexpr double high = 190;
constexpr double left = 34;  // room for the numbers of the axis
constexpr double right_margin = 8;
constexpr double top = 10;
constexpr double bottom = high - 24;  // room for the dates
constexpr double mark_size = 4.5;
constexpr std::size_t most_labels = 6;

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

Html day_labels(const Plane& plane) {
    const auto days = (plane.to - plane.from).count();
    const std::int64_t most_parts = plane.wide > half_page ? 6 : 3;
    const auto parts = std::clamp<std::int64_t>(days / 7, 1, most_parts);
    if (days == 0) return label(plane.x(plane.from), high - 6, "middle", short_day(plane.from));
    Html html;
    for (std::int64_t i = 0; i <= parts; ++i) {
        const Day day = plane.from + std::chrono::days(days * i / parts);
        const auto* const anchor = i == 0 ? "start" : i == parts ? "end" : "middle";
        const double x = i == 0 ? left : i == parts ? plane.right() : plane.x(day);
        html += label(x, high - 6, anchor, short_day(day));
    }
    return html;
}

/// Circle, square, triangle, diamond, inverted triangle, in this order.
Html mark(double x, double y, std::size_t shape) {
    constexpr double s = mark_size;
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
    for (const auto& point : line.points) {
        html += mark(plane.x(point.day), plane.y(point.value), shape);
    }
    return html;
}

Html drawing(std::string_view title, const Plane& plane, const Html& content) {
    Html svg = Html::element("title", title);
    svg += content;
    return Html::element(
        "svg", {{"viewBox", fmt::format("0 0 {} {}", plane.wide, high)}, {"role", "img"}}, svg);
}

Html bar_of(const Bar& bar, double x, double width, const Plane& plane) {
    const auto box = [&](std::string_view kind, double value) {
        const double y = plane.y(value);
        return Html::element("rect",
                             {{"class", std::string(kind)},
                              {"x", coordinate(x)},
                              {"y", coordinate(y)},
                              {"width", coordinate(width)},
                              {"height", coordinate(bottom - y)}},
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
    const Plane plane{chart.from, chart.to, chart.least, chart.most, half ? half_page : whole_page};
    Html content = rules(plane, chart.step);
    content += day_labels(plane);
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        content += line_of(chart.lines[i], plane, i);
    }
    return drawing(chart.title, plane, content);
}

Html bar_chart(const BarChart& chart) {
    double highest = 1;
    for (const auto& bar : chart.bars) highest = std::max({highest, bar.value, bar.whole});
    const double step = std::max(rule_step(highest), 1.0);
    const Plane plane{{}, {}, 0, std::ceil(highest / step) * step};
    Html content = rules(plane, step);
    const double pitch =
        (plane.right() - left) / static_cast<double>(std::max(chart.bars.size(), 1UL));
    const std::size_t every = chart.bars.size() / most_labels + 1;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const double x = left + pitch * static_cast<double>(i);
        const double width = std::min(pitch * 0.7, 40.0);
        content += bar_of(chart.bars[i], x + (pitch - width) / 2, width, plane);
        if (i % every == 0)
            content += label(x + pitch / 2, high - 6, "middle", chart.bars[i].label);
    }
    return drawing(chart.title, plane, content);
}

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
        Html item = Html::element(
            "svg", {{"viewBox", "0 0 32 16"}, {"class", "sample"}, {"aria-hidden", "true"}},
            sample);
        item += Html::text(line.name);
        items += Html::element("li", item);
    }
    return Html::element("ul", {{"class", "legend"}}, items);
}

}  // namespace hipflow::report
