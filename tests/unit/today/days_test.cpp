// SPDX-License-Identifier: MIT
#include "today/days.h"

#include <gtest/gtest.h>

#include "domain/error.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

PastDay past(std::string_view text) { return PastDay::from_text(text).value(); }
LastDays span(std::string_view text) { return LastDays::from_text(text).value(); }

class DayRangeTest : public testing::Test {
   protected:
    store::Filter chosen(const DayRange& days, int weeks = usual_weeks) {
        return filter_of(desk_, days, today_, weeks);
    }
    std::string refused(const DayRange& days) {
        try {
            chosen(days);
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

    support::ADesk home_;
    Desk desk_ = home_.desk_at();
    Day today_ = *parse_day("2026-11-24");  // a Tuesday
};

TEST_F(DayRangeTest, IsTheLastTwelveWeeksWhereNothingIsSaid) {
    EXPECT_EQ(chosen({}).since, today_ - std::chrono::days(83));
    EXPECT_EQ(chosen({}).until, std::nullopt);
    EXPECT_EQ(chosen({.all = true}).since, std::nullopt);
}

TEST_F(DayRangeTest, ReadsASpanThatEndsToday) {
    EXPECT_EQ(chosen({.last = span("10d")}).since, *parse_day("2026-11-15"));
    EXPECT_EQ(chosen({.last = span("4w")}).since, *parse_day("2026-10-28"));
    EXPECT_EQ(chosen({.last = span("3m")}).since, *parse_day("2026-08-25"));
    EXPECT_EQ(chosen({.last = span("1y")}).since, *parse_day("2025-11-25"));
    EXPECT_EQ(chosen({.until = past("2026-03-30"), .last = span("1m")}).since,
              *parse_day("2026-03-01"));
}

TEST_F(DayRangeTest, ReadsDaysByName) {
    const store::Filter days = chosen({.since = past("monday"), .until = past("today")});
    EXPECT_EQ(days.since, *parse_day("2026-11-23"));
    EXPECT_EQ(days.until, today_);
    EXPECT_EQ(past("tuesday").on(today_), today_);
    EXPECT_EQ(past("wednesday").on(today_), *parse_day("2026-11-18"));
    EXPECT_FALSE(PastDay::from_text("tomorrow"));
}

TEST_F(DayRangeTest, RefusesWhatCannotBeMeant) {
    EXPECT_NE(refused({.since = past("monday"), .last = span("4w")}).find("--last says where"),
              std::string::npos);
    for (const char* text : {"4", "w", "0w", "1001d", "4 w", "4x", ""}) {
        EXPECT_FALSE(LastDays::from_text(text)) << text;
    }
    EXPECT_FALSE(PastDay::from_text("soon"));
    EXPECT_NE(
        refused({.since = past("today"), .until = past("yesterday")}).find("before it begins on"),
        std::string::npos);
    EXPECT_NE(support::error_of([] { past("1969-01-01"); }).find("Is the year right?"),
              std::string::npos);
    EXPECT_NE(refused({.last = span("4w"), .all = true}).find("--last says where"),
              std::string::npos);
    EXPECT_NE(refused({.routine = "desk-rest"}).find("desk-reset"), std::string::npos);
    EXPECT_EQ(refused({.routine = "desk-reset"}), "");
}

TEST_F(DayRangeTest, IsOfEveryRoutineThatWasEverBegun) {
    Session discarded = support::session("s1", "2026-11-20T07:00:00Z");
    discarded.routine = "old-flow";
    discarded.status = SessionStatus::discarded;
    home_.put(discarded);
    EXPECT_EQ(chosen({.routine = "old-flow"}).routine, "old-flow");
    EXPECT_NE(refused({.routine = "old-flo"}).find("Did you mean 'old-flow'?"), std::string::npos);
}

TEST_F(DayRangeTest, OfAWeekIsTheCalendarWeekWhereNothingIsSaid) {
    EXPECT_EQ(week_filter(desk_, {}, today_).since, *parse_day("2026-11-23"));
    EXPECT_EQ(week_filter(desk_, {.last = span("1d")}, today_).since, today_);
    EXPECT_EQ(week_filter(desk_, {.since = past("today")}, today_).since, today_);
    EXPECT_EQ(week_filter(desk_, {.all = true}, today_).since, std::nullopt);
}

TEST_F(DayRangeTest, OfMeasurementsIsTheWholeHistoryWhereNothingIsSaid) {
    EXPECT_EQ(measured_filter(desk_, {}, today_).since, std::nullopt);
    EXPECT_EQ(measured_filter(desk_, {.last = span("1d")}, today_).since, today_);
    const store::Filter ended = measured_filter(desk_, {.until = past("2026-10-01")}, today_);
    EXPECT_EQ(ended.since, std::nullopt);
    EXPECT_EQ(ended.until, *parse_day("2026-10-01"));
    EXPECT_THROW(measured_filter(desk_, {.routine = "desk-reset"}, today_), Error);
}

TEST_F(DayRangeTest, OfDaysToComeReadsTheNextWeekday) {
    const auto coming = [&](std::string_view text) {
        return ComingDay::from_text(text).value().on(today_);
    };
    EXPECT_EQ(coming("tomorrow"), *parse_day("2026-11-25"));
    EXPECT_EQ(coming("monday"), *parse_day("2026-11-30"));
    EXPECT_EQ(coming("tuesday"), today_);
    EXPECT_EQ(coming("yesterday"), *parse_day("2026-11-23"));
    EXPECT_FALSE(ComingDay::from_text("later"));
}

class PastMomentTest : public testing::Test {
   protected:
    std::string at(const std::string& text) {
        const Stamp moment = PastMoment::from_text(text).value().on(now_, 4h);
        return format_instant(moment.at, moment.utc_offset);
    }

    Stamp now_{*parse_time("2026-11-24T12:00:00Z"), 0s, *parse_day("2026-11-24")};

    static std::optional<Instant> parse_time(const std::string& text) {
        const auto read = parse_instant(text);
        return read ? std::optional(read->at) : std::nullopt;
    }
};

TEST_F(PastMomentTest, ReadsTimesAndDays) {
    EXPECT_EQ(at("7:30"), "2026-11-24T07:30:00.000+00:00");
    EXPECT_EQ(at("yesterday 19:30"), "2026-11-23T19:30:00.000+00:00");
    EXPECT_EQ(at("2026-11-20"), "2026-11-20T12:00:00.000+00:00");
    EXPECT_EQ(at("2026-11-20T08:00:00+02:00"), "2026-11-20T08:00:00.000+02:00");
}

TEST_F(PastMomentTest, GoesByTheDateOnTheWallBeforeTheDayStarts) {
    now_.at = *parse_time("2026-11-24T01:30:00Z");
    now_.local_day = *parse_day("2026-11-23");
    EXPECT_EQ(at("01:00"), "2026-11-24T01:00:00.000+00:00");
    EXPECT_EQ(at("yesterday 19:30"), "2026-11-23T19:30:00.000+00:00");
}

TEST_F(PastMomentTest, RefusesTheFutureAndWhatIsNoMoment) {
    EXPECT_THROW(at("12:01"), Error);
    EXPECT_THROW(at("2026-11-25"), Error);
    EXPECT_FALSE(PastMoment::from_text("soon"));
    EXPECT_FALSE(PastMoment::from_text("monday 25:00"));
    EXPECT_THROW(at("1969-12-31"), Error);
}

TEST_F(PastMomentTest, TakesTodayAloneBeforeNoonAsNow) {
    now_.at = *parse_time("2026-11-24T09:00:00Z");
    EXPECT_EQ(at("today"), "2026-11-24T09:00:00.000+00:00");
}

}  // namespace
}  // namespace hipflow::today
