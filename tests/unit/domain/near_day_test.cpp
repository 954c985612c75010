// SPDX-License-Identifier: MIT
#include "domain/near_day.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow {
namespace {

using support::day;
using support::stamp;

// A Tuesday.
const Day today = day("2026-11-24");

TEST(NearDay, IsNamedAsPeopleDo) {
    EXPECT_EQ(near_day(today, today), "today");
    EXPECT_EQ(near_day(day("2026-11-23"), today), "yesterday");
    EXPECT_EQ(near_day(day("2026-11-22"), today), "on Sunday");
    EXPECT_EQ(near_day(day("2026-11-18"), today), "on Wednesday");
    EXPECT_EQ(near_day(day("2026-11-17"), today), "7 days ago");
    EXPECT_EQ(near_day(day("2026-11-25"), today), "tomorrow");
    EXPECT_EQ(near_day(day("2026-11-26"), today), "on 2026-11-26");
}

TEST(NearTime, HasThePartOfItsDay) {
    EXPECT_EQ(near_time(stamp("2026-11-24T07:00:00Z"), today), "this morning");
    EXPECT_EQ(near_time(stamp("2026-11-24T12:00:00Z"), today), "this afternoon");
    EXPECT_EQ(near_time(stamp("2026-11-24T18:00:00Z"), today), "this evening");
    EXPECT_EQ(near_time(stamp("2026-11-24T22:00:00Z"), today), "tonight");
    EXPECT_EQ(near_time(stamp("2026-11-23T11:59:00Z"), today), "yesterday morning");
    EXPECT_EQ(near_time(stamp("2026-11-23T19:00:00Z"), today), "yesterday evening");
    EXPECT_EQ(near_time(stamp("2026-11-23T22:30:00Z"), today), "last night");
    EXPECT_EQ(near_time(stamp("2026-11-20T15:00:00Z"), today), "on Friday afternoon");
    EXPECT_EQ(near_time(stamp("2026-11-20T23:00:00Z"), today), "on Friday night");
    EXPECT_EQ(near_time(stamp("2026-11-10T15:00:00Z"), today), "14 days ago");
}

TEST(NearTime, CountsTheHoursAfterMidnightToTheNightBefore) {
    EXPECT_EQ(near_time(stamp("2026-11-24T01:30:00Z"), today), "last night");
}

TEST(ClockMoment, HasTheDateOfItsTime) {
    const Stamp night{stamp("2026-11-24T01:30:00Z").at, {}, day("2026-11-23")};
    EXPECT_EQ(clock_moment(night), "2026-11-24 01:30");
    EXPECT_EQ(counts_for(night), ", counts for 2026-11-23");
    const Stamp evening = stamp("2026-11-23T19:30:00Z");
    EXPECT_EQ(clock_moment(evening), "2026-11-23 19:30");
    EXPECT_EQ(counts_for(evening), "");
}

TEST(NearMoment, NamesTheDayOfItsTime) {
    const Stamp night{stamp("2026-11-24T01:30:00Z").at, {}, day("2026-11-23")};
    const Stamp evening = stamp("2026-11-23T19:30:00Z");
    const Stamp morning = stamp("2026-11-24T09:00:00Z");
    EXPECT_EQ(near_moment(night, morning), "today 01:30");
    EXPECT_EQ(near_moment(evening, morning), "yesterday 19:30");
    EXPECT_EQ(near_moment(stamp("2026-11-20T07:30:00Z"), morning), "on Friday 07:30");
    // In the night that has not ended, today is still the day before.
    const Stamp now{stamp("2026-11-24T01:40:00Z").at, {}, day("2026-11-23")};
    EXPECT_EQ(near_moment(night, now), "today 01:30");
    EXPECT_EQ(near_moment(evening, now), "today 19:30");
    EXPECT_EQ(near_moment(stamp("2026-11-22T19:30:00Z"), now), "yesterday 19:30");
}

TEST(NearTime, GoesByTheClockThatWasOnTheWall) {
    const Stamp evening{stamp("2026-11-23T18:30:00Z").at, std::chrono::hours(-8),
                        day("2026-11-23")};
    EXPECT_EQ(near_time(evening, today), "yesterday morning");
}

}  // namespace
}  // namespace hipflow
