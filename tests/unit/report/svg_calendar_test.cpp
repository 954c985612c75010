// SPDX-License-Identifier: MIT
#include "report/svg_calendar.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace hipflow::report {
namespace {

using schedule::DayMark;

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

const Day monday = *parse_day("2026-08-31");

TEST(CalendarDrawing, HasAShapeOfItsOwnForEveryMark) {
    std::vector<std::string> shapes;
    for (const auto mark : {DayMark::kept, DayMark::partial, DayMark::missed, DayMark::excused,
                            DayMark::open, DayMark::extra}) {
        const std::array marks = {mark};
        const std::string key = calendar_key(marks).markup();
        std::string shape = key.substr(key.find("aria-hidden"));
        shape.erase(shape.find("</svg>"));
        for (const auto& other : shapes) EXPECT_NE(shape, other);
        shapes.push_back(shape);
    }
}

TEST(CalendarDrawing, DrawsEveryDayAndNamesTheMonths) {
    const std::vector<DayMark> marks(40, DayMark::missed);
    const std::string svg = calendar_drawing("Plan", monday, marks, std::chrono::Monday).markup();
    EXPECT_EQ(times(svg, "class=\"outline\""), 40U);
    EXPECT_NE(svg.find(">Sep</text>"), std::string::npos);
    EXPECT_NE(svg.find(">Oct</text>"), std::string::npos);
    EXPECT_EQ(svg.find(">Aug</text>"), std::string::npos) << "one day of it has no room for a name";
    EXPECT_NE(svg.find("role=\"img\"><title>Plan</title>"), std::string::npos);
}

TEST(CalendarDrawing, ShowsNoMoreThanTheNewestYear) {
    const std::vector<DayMark> marks(7 * 80, DayMark::kept);
    const std::string svg = calendar_drawing("Plan", monday, marks, std::chrono::Monday).markup();
    EXPECT_EQ(times(svg, "class=\"filled\""), 7U * most_calendar_weeks);
}

TEST(CalendarDrawing, OfNothingIsNothing) {
    EXPECT_TRUE(calendar_drawing("Plan", monday, {}, std::chrono::Monday).empty());
    EXPECT_TRUE(calendar_key({}).empty());
}

}  // namespace
}  // namespace hipflow::report
