// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ratio>
#include <utility>

#include "domain/names.h"
#include "report/page_words.h"
#include "report/report_page.h"
#include "report/stats_words.h"
#include "stats/function.h"
#include "stats/period.h"

namespace hipflow::report {
namespace {

double minutes_of(Millis time) {
    return std::chrono::duration<double, std::ratio<60>>(time).count();
}

/// Adds a day's middle score. A gap of more than two weeks breaks the line.
void add_point(ChartLine& line, const stats::PainDay& day) {
    const bool begins =
        !line.points.empty() && day.local_day - line.points.back().day > std::chrono::days(14);
    line.points.push_back({day.local_day, day.median, begins});
}

constexpr double usual_most_degrees = 60;

ChartLine rotation_line_of(const stats::RotationSeries& series, Side side, Rotation movement) {
    ChartLine line{fmt::format("{}, {}", word(side), word(movement)), {}, true, true};
    for (const auto& test : series.tests) {
        const auto& mean = test.of(side, movement);
        if (mean) line.points.push_back({test.local_day, mean->degrees(), false});
    }
    return line;
}

}  // namespace

BarChart work_chart(const today::ReportValues& values) {
    BarChart chart{"Minutes on the clock, week by week", {}, "minutes on the clock, by week"};
    const auto& weeks = values.weeks;
    if (weeks.empty()) return chart;
    // Weeks without a session are part of the picture.
    auto week = weeks.begin();
    for (Day from = weeks.front().from; from <= weeks.back().from; from += std::chrono::days(7)) {
        const bool known = week != weeks.end() && week->from == from;
        chart.bars.push_back(
            {page_day(from, values.made), known ? minutes_of(week->sums.active) : 0, 0});
        if (known) ++week;
    }
    return chart;
}

namespace {

ChartLine moment_line(const today::ReportValues& values,
                      const std::optional<stats::PainPlace>& place, Moment moment,
                      std::string_view name) {
    ChartLine line{std::string(name), {}, true, true};
    for (const auto& day : values.pain_days) {
        if (day.place == place && day.moment == moment) add_point(line, day);
    }
    return line;
}

}  // namespace

LineChart pain_chart(const today::ReportValues& values,
                     const std::optional<stats::PainPlace>& place) {
    LineChart chart{
        fmt::format("Pain, {}: before and after sessions and on the morning after, 0 to 10; "
                    "down is better",
                    place_words(place)),
        values.from,
        values.to,
        0,
        10,
        5,
        {}};
    chart.unit = capitalised(place_words(place)) + ": pain, 0 to 10";
    chart.made = values.made;
    constexpr std::array<std::pair<Moment, std::string_view>, 4> moments = {
        {{Moment::before, "before"},
         {Moment::after, "after"},
         {Moment::morning, "morning after"},
         {Moment::checkin, "check-in"}}};
    for (const auto& [moment, name] : moments) {
        ChartLine line = moment_line(values, place, moment, name);
        // Beside scores of sessions, check-ins are single marks.
        if (moment == Moment::checkin && !chart.lines.empty()) line.joined = false;
        if (!line.points.empty()) chart.lines.push_back(std::move(line));
    }
    for (const auto& stop : values.first.stops) {
        if (chart.crosses.empty() || chart.crosses.back() != stop.day) {
            chart.crosses.push_back(stop.day);
        }
    }
    chart.crossed = "stopped for pain";
    return chart;
}

LineChart function_chart(const today::ReportValues& values) {
    const auto means = stats::function_means(values.function);
    LineChart chart{"How well each activity goes, 0 unable to 10 as well as before; up is better",
                    means.front().local_day,
                    means.back().local_day,
                    0,
                    10,
                    5,
                    {},
                    ChartWidth::whole};
    chart.unit = "score, 0 to 10";
    chart.made = values.made;
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

LineChart rotation_chart(const stats::RotationSeries& series, Day made) {
    LineChart chart{"Hip rotation range in degrees; up is more range",
                    series.tests.front().local_day,
                    series.tests.back().local_day,
                    0,
                    usual_most_degrees,
                    20,
                    {},
                    ChartWidth::whole};
    chart.unit = "degrees";
    chart.made = made;
    for (const Side side : {Side::left, Side::right}) {
        for (const Rotation movement : {Rotation::internal, Rotation::external}) {
            ChartLine line = rotation_line_of(series, side, movement);
            const bool high = std::ranges::any_of(
                line.points, [](const auto& point) { return point.value > usual_most_degrees; });
            if (high) chart.most = 90;
            if (!line.points.empty()) chart.lines.push_back(std::move(line));
        }
    }
    return chart;
}

}  // namespace hipflow::report
