// SPDX-License-Identifier: MIT
#include "report/svg_chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hipflow::report {
namespace {

using std::chrono::days;

const Day first_day = *parse_day("2026-09-01");

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

LineChart chart_of(std::vector<ChartLine> lines) {
    return {"Pain", first_day, first_day + days(30), 0, 10, 5, std::move(lines)};
}

TEST(LineChart, TellsLinesApartByTheShapeOfTheirMarks) {
    const ChartPoint point{first_day, 5, false};
    const auto svg =
        line_chart(chart_of({{"a", {point}}, {"b", {point}}, {"c", {point}}})).markup();
    EXPECT_EQ(count(svg, "<circle"), 1U);
    EXPECT_EQ(count(svg, "class=\"mark s2\""), 1U);
    EXPECT_EQ(count(svg, "class=\"mark s3\""), 1U);
    EXPECT_NE(svg.find("<title>Pain</title>"), std::string::npos);
}

TEST(LineChart, BreaksALineAtAGap) {
    const std::vector<ChartPoint> points = {{first_day, 5, false},
                                            {first_day + days(1), 4, false},
                                            {first_day + days(20), 3, true},
                                            {first_day + days(21), 3, false}};
    const auto svg = line_chart(chart_of({{"a", points}})).markup();
    const auto path = svg.substr(svg.find("class=\"line s1\""));
    EXPECT_EQ(count(path.substr(0, path.find("></path>")), "M"), 2U);
}

TEST(LineChart, DrawsASinglePointAndASingleDay) {
    LineChart chart = chart_of({{"a", {{first_day, 5, false}}}});
    chart.to = first_day;
    const auto svg = line_chart(chart).markup();
    EXPECT_EQ(count(svg, "<circle"), 1U);
    EXPECT_EQ(svg.find("nan"), std::string::npos);
    EXPECT_EQ(svg.find("inf"), std::string::npos);
}

TEST(LineChart, KeepsValuesBeyondTheAxisInside) {
    const auto svg = line_chart(chart_of({{"a", {{first_day, 99, false}}}})).markup();
    EXPECT_NE(svg.find("cy=\"10\""), std::string::npos) << "at the top";
}

TEST(LineChart, NamesTheUnitAboveItsAxisAndMarksDaysBelow) {
    LineChart chart = chart_of({{"a", {{first_day, 10, false}}}});
    chart.unit = "degrees";
    chart.crosses = {first_day + days(3), first_day + days(9)};
    chart.crossed = "stopped";
    const auto svg = line_chart(chart).markup();
    EXPECT_NE(svg.find(">degrees</text>"), std::string::npos);
    EXPECT_EQ(count(svg, "class=\"cross\""), 2U);
    EXPECT_EQ(svg.find("cy=\"10\""), std::string::npos) << "below the unit";
    EXPECT_NE(chart_legend(chart).markup().find("stopped"), std::string::npos);
}

TEST(LineChart, NamesTheYearWhereItIsNotThatOfTheReport) {
    LineChart chart = chart_of({{"a", {{first_day, 5, false}}}});
    chart.made = *parse_day("2026-10-10");
    EXPECT_EQ(line_chart(chart).markup().find("1 Sep 2026"), std::string::npos);
    chart.made = *parse_day("2027-10-10");
    EXPECT_NE(line_chart(chart).markup().find("1 Sep 2026"), std::string::npos);
}

TEST(BarChart, OfNothingDrawsNoBar) {
    EXPECT_EQ(count(bar_chart({"Minutes", {}}).markup(), "<rect"), 0U);
    const auto svg = bar_chart({"Minutes", {{"a", 0, 0}, {"b", 30, 0}, {"c", 10, 20}}}).markup();
    EXPECT_EQ(count(svg, "class=\"filled\""), 2U);
    EXPECT_EQ(count(svg, "class=\"outline\""), 1U);
}

TEST(RuleStep, LeavesAFewRules) {
    for (const double most : {1.0, 7.0, 10.0, 52.0, 60.0, 99.0, 600.0, 12345.0}) {
        const double rules = most / rule_step(most);
        EXPECT_GE(rules, 2) << most;
        EXPECT_LE(rules, 5.0001) << most;
    }
    EXPECT_DOUBLE_EQ(rule_step(52), 20);
}

TEST(ChartLegend, EscapesNames) {
    const auto legend = chart_legend(chart_of({{"<b>", {{first_day, 5, false}}}})).markup();
    EXPECT_NE(legend.find("&lt;b&gt;"), std::string::npos);
}

}  // namespace
}  // namespace hipflow::report
