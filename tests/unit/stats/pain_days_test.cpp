// SPDX-License-Identifier: MIT
#include "stats/pain_days.h"

#include <gtest/gtest.h>

namespace hipflow::stats {
namespace {

using namespace std::chrono_literals;

const Day monday = *parse_day("2026-11-23");
const Day tuesday = monday + std::chrono::days(1);
const Day wednesday = monday + std::chrono::days(2);
const PainPlace back{Site::low_back, std::nullopt};
const PainPlace left_buttock{Site::buttock, Side::left};

PainRow row(Day day, Moment moment, const PainPlace& place, int score,
            const std::string& answer = "s1", bool late = false) {
    return {moment, place.site, place.side, score, day, answer, late};
}

std::vector<PainDay> put_together(const std::vector<PainRow>& rows) {
    PainDays days;
    for (const auto& each : rows) days.add(each);
    return days.finish();
}

TEST(PainDays, TakeOfEachAnswerTheHighestPlace) {
    const auto days = put_together({row(monday, Moment::before, back, 2),
                                    row(monday, Moment::before, left_buttock, 5),
                                    row(monday, Moment::before, back, 3, "s2")});
    ASSERT_EQ(days.size(), 3U);
    EXPECT_EQ(days[0], (PainDay{monday, {}, Moment::before, 2, 4, 3, 5, 0}));
    EXPECT_EQ(days[1], (PainDay{monday, back, Moment::before, 2, 2.5, 2, 3, 0}));
    EXPECT_EQ(days[2], (PainDay{monday, left_buttock, Moment::before, 1, 5, 5, 5, 0}));
}

TEST(PainDays, KeepSidesMomentsAndDaysApart) {
    const PainPlace right_buttock{Site::buttock, Side::right};
    const auto days = put_together({row(monday, Moment::before, left_buttock, 2),
                                    row(monday, Moment::after, right_buttock, 1),
                                    row(tuesday, Moment::before, left_buttock, 4, "s2")});
    EXPECT_EQ(days.size(), 6U);
    EXPECT_EQ(places_in(days), (std::vector{left_buttock, right_buttock}));
    EXPECT_EQ(mean_at(days, left_buttock, Moment::before)->days, 2);
    EXPECT_EQ(mean_at(days, left_buttock, Moment::before)->mean, 3);
    EXPECT_FALSE(mean_at(days, right_buttock, Moment::before));
}

TEST(PainDays, AreLateWhereTheWholeAnswerIs) {
    const auto days = put_together({row(monday, Moment::before, back, 2, "s1", true),
                                    row(monday, Moment::before, left_buttock, 5),
                                    row(monday, Moment::before, back, 3, "s2", true)});
    EXPECT_EQ(days[0].late, 1);
    EXPECT_EQ(days[1].late, 2);
}

TEST(PainDays, OfNothingAreNone) {
    EXPECT_TRUE(put_together({}).empty());
    EXPECT_TRUE(places_in({}).empty());
    EXPECT_TRUE(daily_scores(std::vector<PainDay>{}, std::nullopt).empty());
}

TEST(DailyScores, AreBeforeSessionsElseCheckIns) {
    const auto days = put_together(
        {row(monday, Moment::before, back, 2), row(monday, Moment::checkin, back, 9, "1"),
         row(tuesday, Moment::after, back, 8, "s2"), row(wednesday, Moment::checkin, back, 4, "2"),
         row(wednesday, Moment::checkin, back, 5, "3")});
    const std::vector<DayScore> expected = {{monday, 2}, {wednesday, 4.5}};
    EXPECT_EQ(daily_scores(days, std::nullopt), expected);
    EXPECT_EQ(daily_scores(days, back), expected);
    EXPECT_TRUE(daily_scores(days, left_buttock).empty());
}

TEST(EnteredLate, IsMoreThanTwoHoursAfter) {
    const Instant felt{1000h};
    EXPECT_FALSE(entered_late(felt, felt + 2h));
    EXPECT_TRUE(entered_late(felt, felt + 2h + 1ms));
    EXPECT_FALSE(entered_late(felt, felt - 5h));
}

}  // namespace
}  // namespace hipflow::stats
