// SPDX-License-Identifier: MIT
#include "report/charts.h"

#include <gtest/gtest.h>

#include "golden.h"
#include "report/stats_words.h"

namespace hipflow::report {
namespace {

const Style ascii{.colour = false, .unicode = false};
const Style unicode{.colour = false, .unicode = true};
const Style coloured{.colour = true, .unicode = true};

std::vector<Dot> dots(std::initializer_list<double> scores) {
    std::vector<Dot> all;
    for (const double score : scores) all.push_back({score, false});
    return all;
}

TEST(Sparkline, IsOnTheWholeScaleAlways) {
    const std::vector<std::optional<double>> scores = {0, 5, 10, std::nullopt, 1, 9.7, 9.9};
    EXPECT_EQ(sparkline(scores, unicode), "▁▅█ ▂██");
    EXPECT_EQ(sparkline(scores, ascii), "_+@ .@@");
    EXPECT_EQ(sparkline({}, unicode), "");
}

TEST(Sparkline, HasTheLowestMarkForZeroAndASpaceForNothing) {
    const std::vector<std::optional<double>> scores = {std::nullopt, 0.0, std::nullopt};
    EXPECT_EQ(sparkline(scores, ascii), " _ ");
}

TEST(Distribution, IsABoxFromFiveScoresOn) {
    const auto scores = dots({2, 3, 4, 5, 6, 8});
    EXPECT_EQ(score_axis(21), "0         5        10");
    EXPECT_EQ(distribution(scores, 21, unicode), "    ├──▐▒█▒▒▌───┤");
    EXPECT_EQ(distribution(scores, 21, ascii), "    |--[=|==]---|");
}

TEST(Distribution, OfEqualScoresIsTheMedian) {
    EXPECT_EQ(distribution(dots({3, 3, 3, 3, 3}), 11, unicode), "   █");
    EXPECT_EQ(distribution(dots({3, 3, 3, 3, 3}), 11, ascii), "   |");
}

TEST(Distribution, IsDotsBelowFiveScores) {
    EXPECT_EQ(distribution(dots({0, 10}), 11, unicode), "●         ●");
    EXPECT_EQ(distribution(dots({3, 3, 3, 7}), 11, ascii), "   3   *");
    EXPECT_EQ(distribution({}, 11, unicode), "");
}

TEST(Distribution, DrawsHollowWhatWasEnteredLate) {
    const std::vector<Dot> scores = {{2, false}, {6, true}};
    EXPECT_EQ(distribution(scores, 11, unicode), "  ●   ○");
    EXPECT_EQ(distribution(scores, 11, ascii), "  *   o");
}

TEST(Bar, IsAsLongAsItsShare) {
    EXPECT_EQ(bar(0, 10, unicode), "");
    EXPECT_EQ(bar(0.5, 10, unicode), "█████");
    EXPECT_EQ(bar(0.55, 10, unicode), "█████▌");
    EXPECT_EQ(bar(1.4, 10, unicode), "██████████");
    EXPECT_EQ(bar(0.55, 10, ascii), "######");
}

TEST(NumbersOf, TellWhatAChartShows) {
    EXPECT_EQ(numbers_of({}), "n 0");
    EXPECT_EQ(numbers_of({4}), "n 1, median 4, 4 to 4");
    EXPECT_EQ(numbers_of({3, 6, 4, 1}), "n 4, median 3.5, 1 to 6");
}

TEST(ChangeText, AlwaysHasItsSignAndOneDecimal) {
    EXPECT_EQ(signed_text(0.44), "+0.4");
    EXPECT_EQ(signed_text(-1.25), "-1.3");
    EXPECT_EQ(signed_text(-0.04), "0.0");
    EXPECT_EQ(signed_text(2), "+2.0");
}

/// Every mark in turn, some of them in runs.
std::vector<schedule::DayMark> many_marks(std::size_t days) {
    std::vector<schedule::DayMark> marks(days, schedule::DayMark::blank);
    for (std::size_t i = 0; i < days; ++i) {
        if (i % 7 == 0 || i % 7 == 2 || i % 7 == 4) {
            marks[i] = i % 5 == 0 ? schedule::DayMark::missed : schedule::DayMark::kept;
        }
        if (i % 17 == 4) marks[i] = schedule::DayMark::partial;
        if (i % 23 == 5) marks[i] = schedule::DayMark::extra;
        if (i >= 35 && i < 40) marks[i] = schedule::DayMark::excused;
    }
    marks.back() = schedule::DayMark::open;
    return marks;
}

std::string calendar(std::string_view first, std::size_t days, int columns, const Style& style,
                     std::chrono::weekday week_starts = std::chrono::Monday) {
    const auto marks = many_marks(days);
    std::string text;
    for (const auto& line : calendar_chart(*parse_day(first), marks, week_starts, columns, style)) {
        text += line + '\n';
    }
    text += calendar_legend(marks, style) + '\n';
    return text;
}

TEST(CalendarChart, LooksAsItDid) {
    for (const int columns : {24, 40, 70}) {
        const std::string size = std::to_string(columns);
        const std::string text = calendar("2026-09-02", 84, columns, unicode);
        golden::expect_text("calendar-" + size, text);
        golden::expect_text("calendar-ascii-" + size, calendar("2026-09-02", 84, columns, ascii));
    }
    golden::expect_text("calendar-colour", calendar("2026-09-02", 84, 40, coloured));
    golden::expect_text("calendar-year", calendar("2025-11-25", 365, 111, unicode));
    golden::expect_text("calendar-sunday",
                        calendar("2026-09-02", 84, 40, ascii, std::chrono::Sunday));
}

TEST(CalendarChart, FitsWhateverTheWidth) {
    for (int columns = 8; columns < 120; ++columns) {
        for (const std::string_view first : {"2026-09-02", "2025-12-31", "2026-02-28"}) {
            const auto marks = many_marks(200);
            const auto lines =
                calendar_chart(*parse_day(first), marks, std::chrono::Monday, columns, unicode);
            EXPECT_EQ(lines.size(), 8U);
            for (const auto& line : lines) golden::expect_fits(line, columns);
        }
    }
}

TEST(CalendarChart, NamesAMonthThatBeginsInTheLastWeekWhereThereIsRoomBeside) {
    const auto marks = many_marks(140);  // up to 2026-12-13
    const Day first = *parse_day("2026-12-13") - std::chrono::days(139);
    const auto within = calendar_chart(first, marks, std::chrono::Monday, 40, unicode);
    EXPECT_EQ(within[0].find("Dec"), std::string::npos);
    const auto beside = calendar_chart(first, marks, std::chrono::Monday, 40, unicode, 2);
    EXPECT_TRUE(beside[0].ends_with("Dec")) << beside[0];
}

TEST(CalendarChart, OfOneDayHasOneMark) {
    const std::vector marks = {schedule::DayMark::kept};
    const auto lines =
        calendar_chart(*parse_day("2026-11-24"), marks, std::chrono::Monday, 40, ascii);
    EXPECT_EQ(lines[0], "     Nov");
    EXPECT_EQ(lines[1], "Mon");
    EXPECT_EQ(lines[2], "Tue  #");
    EXPECT_TRUE(calendar_chart(Day{}, {}, std::chrono::Monday, 40, ascii).empty());
    EXPECT_EQ(calendar_legend(marks, ascii), "# kept");
}

}  // namespace
}  // namespace hipflow::report
