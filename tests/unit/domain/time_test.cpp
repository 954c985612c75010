// SPDX-License-Identifier: MIT
#include "domain/time.h"

#include <gtest/gtest.h>

#include <string>

namespace hipflow {
namespace {

using namespace std::chrono_literals;
using std::chrono::Monday;
using std::chrono::Sunday;

Instant instant(const std::string& text) { return parse_instant(text).value().at; }
Day day(const std::string& text) { return parse_day(text).value(); }

TEST(LocalDay, IsTheCalendarDayWhereItWasLived) {
    EXPECT_EQ(local_day(instant("2026-11-22T23:30:00Z"), 1h, 0min), day("2026-11-23"));
    EXPECT_EQ(local_day(instant("2026-11-22T02:00:00Z"), -5h, 0min), day("2026-11-21"));
}

TEST(LocalDay, BeginsWhenTheDayStarts) {
    EXPECT_EQ(local_day(instant("2026-11-22T03:59:59.999Z"), 0h, 4h), day("2026-11-21"));
    EXPECT_EQ(local_day(instant("2026-11-22T04:00:00Z"), 0h, 4h), day("2026-11-22"));
}

TEST(LocalDay, HoldsBefore1970) {
    EXPECT_EQ(local_day(Instant(-1ms), 0h, 0min), day("1970-01-01") - std::chrono::days(1));
}

TEST(ParseDay, TakesDaysThatExist) {
    EXPECT_EQ(format_day(day("2028-02-29")), "2028-02-29");
    EXPECT_EQ(format_day(day("1970-01-01")), "1970-01-01");
    EXPECT_EQ(format_day(day("9999-12-31")), "9999-12-31");
}

TEST(ParseDay, RefusesAllOthers) {
    for (const std::string text :
         {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "2026-01-01 ",
          "20260101", "1969-12-31", "02026-01-01", "2026/01/01", "2026-01-01T00:00"}) {
        EXPECT_EQ(parse_day(text), std::nullopt) << text;
    }
}

TEST(WeekOf, IsTheDayOnWhichTheWeekBegan) {
    EXPECT_EQ(week_of(day("2026-11-22"), Monday), day("2026-11-16"));  // a Sunday
    EXPECT_EQ(week_of(day("2026-11-22"), Sunday), day("2026-11-22"));
    EXPECT_EQ(week_of(day("2026-11-23"), Monday), day("2026-11-23"));
    EXPECT_EQ(week_of(day("2026-11-28"), Sunday), day("2026-11-22"));
}

TEST(FormatInstant, KeepsTheOffset) {
    const Instant at = instant("2026-11-22T06:30:00.005Z");
    EXPECT_EQ(format_instant(at, 1h), "2026-11-22T07:30:00.005+01:00");
    EXPECT_EQ(format_instant(at, 0h), "2026-11-22T06:30:00.005+00:00");
    EXPECT_EQ(format_instant(at, -(9h + 30min)), "2026-11-21T21:00:00.005-09:30");
    EXPECT_EQ(format_instant(at, 5h + 45min), "2026-11-22T12:15:00.005+05:45");
}

TEST(ParseInstant, ReadsWhatFormatInstantWrites) {
    const Instant at = instant("2026-11-22T06:30:00.005Z");
    for (const std::chrono::seconds offset : {0s, 3600s, -34200s, 20700s}) {
        const auto read = parse_instant(format_instant(at, offset));
        ASSERT_TRUE(read) << offset.count();
        EXPECT_EQ(read->at, at);
        EXPECT_EQ(read->utc_offset, offset);
    }
}

TEST(ParseInstant, TakesTheFormsOfRfc3339) {
    const Instant at = instant("2026-11-22T07:30:00Z");
    EXPECT_EQ(instant("2026-11-22t07:30:00z"), at);
    EXPECT_EQ(instant("2026-11-22 08:30+01:00"), at);
    EXPECT_EQ(instant("2026-11-22T07:30:00.1Z"), at + 100ms);
    EXPECT_EQ(instant("2026-11-22T07:30:00.123999Z"), at + 123ms) << "three decimals are kept";
}

TEST(ParseInstant, RefusesAllOthers) {
    for (const std::string text :
         {"", "2026-11-22", "2026-11-22T07:30", "2026-11-22T24:00:00Z", "2026-11-22T07:60:00Z",
          "2026-11-22T07:30:61Z", "2026-11-22T07:30:00.Z", "2026-11-22T07:30:00+1:00",
          "2026-11-22T07:30:00+19:00", "2026-11-22T07:30:00+01:60", "2026-11-22T07:30:00Zx",
          "2026-02-30T07:30:00Z"}) {
        EXPECT_FALSE(parse_instant(text)) << text;
    }
}

TEST(FormatTimeOfDay, IsTheClockOnTheWall) {
    EXPECT_EQ(format_time_of_day(instant("2026-11-22T06:30:59Z"), 1h), "07:30");
    EXPECT_EQ(format_time_of_day(instant("2026-11-22T23:30:00Z"), 1h), "00:30");
}

TEST(Recordable, IsWhatCanBeReadAgain) {
    EXPECT_TRUE(is_recordable(earliest_day));
    EXPECT_TRUE(is_recordable(latest_day));
    EXPECT_FALSE(is_recordable(earliest_day - std::chrono::days(1)));
    EXPECT_FALSE(is_recordable(latest_day + std::chrono::days(1)));
    EXPECT_TRUE(is_recordable(earliest_instant, 0h));
    EXPECT_FALSE(is_recordable(earliest_instant, -5h));  // the evening of 1969 there
    EXPECT_TRUE(is_recordable(latest_instant, 0h));
    EXPECT_FALSE(is_recordable(latest_instant, 1h));
    for (const auto offset : {0h, 18h}) {
        EXPECT_EQ(parse_instant(format_instant(earliest_instant, offset))->at, earliest_instant);
        EXPECT_EQ(parse_instant(format_instant(latest_instant, -offset))->at, latest_instant);
    }
    EXPECT_FALSE(parse_instant("1970-01-01T00:30:00+01:00"));
    EXPECT_FALSE(parse_instant("9999-12-31T23:30:00-01:00"));
}

TEST(Recordable, TellsOnWhichSideADateLiesBeyondIt) {
    for (const auto* text : {"1969-12-31", "0026-11-22", "-001-12-31", "1969-12-31T23:00:00Z",
                             "1970-01-01T00:30:00+01:00"}) {
        EXPECT_EQ(beyond_range(text), Beyond::before) << text;
    }
    for (const auto* text :
         {"10000-01-01", "20266-11-22", "20266-11-22 19:30", "9999-12-31T23:30:00-01:00"}) {
        EXPECT_EQ(beyond_range(text), Beyond::after) << text;
    }
    for (const auto* text : {"", "2026-11-22", "1970-01-01", "9999-12-31", "monday", "-", "19:30",
                             "1969-12-31x", "1234567-01-01", "1969-1-1"}) {
        EXPECT_FALSE(beyond_range(text)) << text;
    }
}

}  // namespace
}  // namespace hipflow
