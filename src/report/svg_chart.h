// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "report/html.h"

namespace hipflow::report {

// Charts as inline SVG. Lines are told apart by the shape of their marks and by their dashes, and
// colour only repeats that: a chart reads in black and white.

struct ChartPoint {
    Day day{};
    double value = 0;
    bool begins = false;  // no line leads here
    bool operator==(const ChartPoint&) const = default;
};

/// Marks of one shape, with a line through them if wanted. A chart has at most five.
struct ChartLine {
    std::string name;
    std::vector<ChartPoint> points;  // in order
    bool joined = true;
    bool marked = true;
};

/// How wide a chart is drawn: half a page, or a whole one.
enum class ChartWidth { half, whole };

/// Values over time. The axis runs from `least` to `most`, with a rule at every `step`.
struct LineChart {
    std::string title;  // what it shows, and which way is better; read aloud
    Day from{};
    Day to{};
    double least = 0;
    double most = 10;
    double step = 5;
    std::vector<ChartLine> lines;
    ChartWidth width = ChartWidth::half;
    std::string unit{};          // of the axis, above it: "pain, 0 to 10"
    std::vector<Day> crosses{};  // marked by a cross below the axis
    std::string crossed{};       // what a cross means, in the legend
    Day made{};                  // dates of another year than its own have their year
};
Html line_chart(const LineChart& chart);

/// One bar for each period, a part of it filled.
struct Bar {
    std::string label;  // below the bar, if there is room
    double value = 0;   // filled
    double whole = 0;   // outlined; 0 for none
};
struct BarChart {
    std::string title;
    std::vector<Bar> bars;
    std::string unit{};  // of the axis, above it
};
Html bar_chart(const BarChart& chart);

/// The legend of a line chart: each mark with its name, and the cross if there is any.
Html chart_legend(const LineChart& chart);

/// Distance between rules so that about five fit below `most`, which is above 0: 1, 2 or 5 times a
/// power of ten.
double rule_step(double most);

}  // namespace hipflow::report
