// SPDX-License-Identifier: MIT
#include "exchange/icalendar.h"

#include <gtest/gtest.h>

namespace hipflow::exchange {
namespace {

TEST(ICalendar, FoldsAtSeventyFiveOctetsBetweenCharacters) {
    EXPECT_EQ(content_line(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
    EXPECT_EQ(content_line(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
    EXPECT_EQ(content_line(std::string(74, 'a') + "äb"), std::string(74, 'a') + "\r\n äb\r\n");
    const std::string twice = content_line(std::string(150, 'a'));
    EXPECT_EQ(twice, std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
}

TEST(ICalendar, EscapesWhatHasAMeaning) {
    EXPECT_EQ(calendar_text("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
}

TEST(ICalendar, ASlotBeforeTheDayBeginsIsOnTheNextDayOfTheCalendar) {
    CalendarOptions options;
    options.summary = "x";
    options.day_starts = std::chrono::hours(4);
    const std::vector<ScheduleVersion> versions{{"019aa8e0-0000-7000-8000-000000000000",
                                                 *parse_day("2026-11-02"), "mon at 01:30",
                                                 ScheduleSource::own}};
    const std::string text = icalendar(versions, {}, options);
    EXPECT_NE(text.find("DTSTART:20261103T013000\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("RRULE:FREQ=WEEKLY;BYDAY=TU\r\n"), std::string::npos) << text;
}

TEST(ICalendar, APauseWithoutEndEndsTheEvents) {
    CalendarOptions options;
    options.untimed_at = std::chrono::hours(9);
    const std::vector<ScheduleVersion> versions{{"019aa8e0-0000-7000-8000-000000000000",
                                                 *parse_day("2026-11-02"), "daily",
                                                 ScheduleSource::own}};
    const std::vector<Excuse> excuses{{"019aa8e0-0000-7000-8000-000000000001",
                                       *parse_day("2026-11-10"), std::nullopt, std::nullopt,
                                       ExcuseKind::paused, std::nullopt}};
    const std::string text = icalendar(versions, excuses, options);
    EXPECT_NE(text.find("RRULE:FREQ=DAILY;UNTIL=20261109T090000\r\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace hipflow::exchange
