// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "report/html.h"

namespace hipflow {

// Charts as inline SVG. What belongs together is told apart by the shape of its marks and by its
// dashes, and colour only repeats that: a chart reads in black and white.

struct ChartPoint {
    Day day{};
    double value = 0;
    bool begins = false;  // no line leads here
    bool operator==(const ChartPoint&) const = default;
};

/// Marks of one shape, with a line through them if wanted. At most five in one chart.
struct ChartLine {
    std::string name;
    std::vector<ChartPoint> points;  // in order
    bool joined = true;
    bool marked = true;
};

/// How wide a chart is drawn, in the units of its letters: half a page or a whole one.
enum class ChartWidth { half, whole };

/// Values over time. `least` to `most` is the axis, with a rule at every `step`.
struct LineChart {
    std::string title;  // what it shows, and which way is better; read aloud
    Day from{};
    Day to{};
    double least = 0;
    double most = 10;
    double step = 5;
    std::vector<ChartLine> lines;
    ChartWidth width = ChartWidth::half;
};
Html line_chart(const LineChart& chart);

/// One bar for each period, of which a part may be filled.
struct Bar {
    std::string label;  // below, where there is room
    double value = 0;   // filled
    double whole = 0;   // outlined; 0 for none
};
struct BarChart {
    std::string title;
    std::vector<Bar> bars;
};
Html bar_chart(const BarChart& chart);

/// The legend of a line chart: each mark with its name.
Html chart_legend(const LineChart& chart);

/// How far apart rules may stand so that about five fit below `most`: 1, 2 or 5 times a power of
/// ten. `most` is above 0.
double rule_step(double most);

}  // namespace hipflow
