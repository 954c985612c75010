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
    EXPECT_EQ(coming("Mon"), *parse_day("2026-11-30"));
    EXPECT_EQ(coming("last mon"), *parse_day("2026-11-23"));
    EXPECT_EQ(coming("2026-W50"), *parse_day("2026-12-07"));
    EXPECT_EQ(ComingDay::from_text("2026-W50").value().end_on(today_), *parse_day("2026-12-13"));
    EXPECT_FALSE(ComingDay::from_text("later"));
}

TEST_F(DayRangeTest, ReadsEveryWordForADay) {
    const auto on = [&](std::string_view text) { return format_day(past(text).on(today_)); };
    for (const char* text : {"mon", "Mon", "MONDAY", "monday", "mond", " Mon "}) {
        EXPECT_EQ(on(text), "2026-11-23") << text;
    }
    EXPECT_EQ(on("Today"), "2026-11-24");
    EXPECT_EQ(on("tue"), "2026-11-24");
    EXPECT_EQ(on("last tue"), "2026-11-17");
    EXPECT_EQ(on("Last  Monday"), "2026-11-23");
    for (const char* text : {"2w ago", "2 weeks ago", "14 days ago", "14d ago"}) {
        EXPECT_EQ(on(text), "2026-11-10") << text;
    }
    EXPECT_EQ(on("a month ago"), "2026-10-24");
    EXPECT_EQ(on("1 year ago"), "2025-11-24");
    EXPECT_EQ(past("1m ago").on(*parse_day("2026-03-31")), *parse_day("2026-02-28"));
    for (const char* text : {"mo", "last", "last week", "0 days ago", "days ago", "3 ago", "ago",
                             "2026-W54", "2026-W00", "2025-W53", "mondays", "2026-13-01"}) {
        EXPECT_FALSE(PastDay::from_text(text)) << text;
    }
    EXPECT_NE(support::error_of([&] { past("1000y ago").on(today_); }).find("Is the year right?"),
              std::string::npos);
}

TEST_F(DayRangeTest, TakesAWholeWeekAsItsFirstDayAndItsLast) {
    const store::Filter days = chosen({.since = past("2026-W46"), .until = past("2026-w47")});
    EXPECT_EQ(days.since, *parse_day("2026-11-09"));
    EXPECT_EQ(days.until, *parse_day("2026-11-22"));
    EXPECT_EQ(past("2020-W53").end_on(today_), *parse_day("2021-01-03"));
    EXPECT_EQ(past("2021-W01").on(today_), *parse_day("2021-01-04"));
    EXPECT_EQ(past("2026-11-10").end_on(today_), *parse_day("2026-11-10"));
    EXPECT_NE(
        support::error_of([&] { past("2026-W46").one_day_on(today_); }).find("one of its days"),
        std::string::npos);
}

TEST_F(DayRangeTest, SaysWhatToWriteForADateInAnotherOrder) {
    const auto error = [](std::string_view text) { return support::error_of([&] { past(text); }); };
    const auto says = [&](std::string_view text, std::string_view what) {
        return error(text).find(what) != std::string::npos;
    };
    EXPECT_TRUE(says("17.11.2026", "write 2026-11-17"));
    EXPECT_TRUE(says("5.6.2026", "write 2026-06-05"));
    EXPECT_TRUE(says("11/17/2026", "write 2026-11-17"));
    EXPECT_TRUE(says("17/11/2026", "write 2026-11-17"));
    EXPECT_TRUE(says("2026/11/17", "write 2026-11-17"));
    EXPECT_TRUE(says("2026-1-5", "write 2026-01-05"));
    EXPECT_TRUE(says("05/06/2026", "write 2026-06-05 or 2026-05-06 (year-month-day)"));
    EXPECT_TRUE(says("06/06/2026", "write 2026-06-06"));
    EXPECT_TRUE(says("17.11.", "write year-month-day"));
    EXPECT_TRUE(says("17.11.26", "write year-month-day"));
    EXPECT_FALSE(PastDay::from_text("45.45.2026"));
    EXPECT_FALSE(PastDay::from_text("2026"));
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

TEST_F(PastMomentTest, CountsFromTheDayThatHasNotEnded) {
    now_.at = *parse_time("2026-11-24T01:30:00Z");
    now_.local_day = *parse_day("2026-11-23");
    EXPECT_EQ(at("01:00"), "2026-11-24T01:00:00.000+00:00");
    EXPECT_EQ(at("today 01:00"), "2026-11-24T01:00:00.000+00:00");
    EXPECT_EQ(at("23:00"), "2026-11-23T23:00:00.000+00:00");
    EXPECT_EQ(at("today 19:30"), "2026-11-23T19:30:00.000+00:00");
    EXPECT_EQ(at("yesterday 19:30"), "2026-11-22T19:30:00.000+00:00");
    EXPECT_EQ(at("yesterday 01:00"), "2026-11-23T01:00:00.000+00:00");
    EXPECT_EQ(at("today"), "2026-11-23T12:00:00.000+00:00");
    // A date and a weekday are those on the clock.
    EXPECT_EQ(at("2026-11-24 01:00"), "2026-11-24T01:00:00.000+00:00");
    EXPECT_EQ(at("monday 01:00"), "2026-11-23T01:00:00.000+00:00");
    EXPECT_THROW(at("02:00"), Error);
}

TEST_F(PastMomentTest, ReadsATimeBehindEveryWordForADay) {
    EXPECT_EQ(at("Mon 8:00"), "2026-11-23T08:00:00.000+00:00");
    EXPECT_EQ(at("last tuesday 08:00"), "2026-11-17T08:00:00.000+00:00");
    EXPECT_EQ(at("3 days ago 19:30"), "2026-11-21T19:30:00.000+00:00");
    EXPECT_EQ(at("2w ago"), "2026-11-10T12:00:00.000+00:00");
    EXPECT_EQ(at("2026-11-20T08:00"), "2026-11-20T08:00:00.000+00:00");
    EXPECT_EQ(at("tuesday"), "2026-11-24T12:00:00.000+00:00");
    EXPECT_THROW(at("2026-W46 08:00"), Error);
    const auto error = [&](const std::string& text) {
        return support::error_of([&] { at(text); });
    };
    EXPECT_EQ(error("17.05.2026 19:30"),
              "'17.05.2026 19:30' is not written as year-month-day: write 2026-05-17 19:30");
    EXPECT_NE(error("05/06/2026 7:30").find("write 2026-06-05 7:30 or 2026-05-06 7:30"),
              std::string::npos);
    EXPECT_NE(error("17.5. 19:30").find("such as"), std::string::npos);
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
