// SPDX-License-Identifier: MIT
#include "exchange/icalendar.h"

#include <gtest/gtest.h>

namespace hipflow::exchange {
namespace {

std::vector<CalendarPlan> one_plan(const std::vector<ScheduleVersion>& versions) {
    return {{versions, "Hip rotation", std::chrono::minutes(10)}};
}

ScheduleVersion version(const std::string& id, const std::string& rule) {
    return {id, *parse_day("2026-11-02"), rule, ScheduleSource::own};
}

TEST(ICalendar, HoldsTheEventsOfEveryPlanUnderItsName) {
    const std::vector<ScheduleVersion> hips = {version("a", "mon at 07:30")};
    const std::vector<ScheduleVersion> desk = {version("b", "daily at 10:00,13:00")};
    CalendarOptions options;
    options.changes = {7, parse_instant("2026-11-03T10:20:30Z")->at};
    const std::string text =
        icalendar(std::vector<CalendarPlan>{{hips, "Hips", {}}, {desk, "Desk", {}}}, {}, options);
    for (const auto* line :
         {"UID:a-07:30@hipflow\r\n", "SUMMARY:Hips\r\n", "UID:b-10:00@hipflow\r\n",
          "UID:b-13:00@hipflow\r\n", "SUMMARY:Desk\r\n", "SEQUENCE:7\r\n",
          "DTSTAMP:20261103T102030Z\r\n"}) {
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
    }
}

TEST(ICalendar, HoldsATimeZoneWhereThereIsNoEvent) {
    const std::vector<ScheduleVersion> none = {version("a", "none")};
    const std::string text = icalendar(one_plan(none), {}, {});
    EXPECT_NE(text.find("BEGIN:VTIMEZONE\r\nTZID:UTC\r\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("VEVENT"), std::string::npos);
}

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
    options.day_starts = std::chrono::hours(4);
    const std::vector<ScheduleVersion> versions{{"019aa8e0-0000-7000-8000-000000000000",
                                                 *parse_day("2026-11-02"), "mon at 01:30",
                                                 ScheduleSource::own}};
    const std::string text = icalendar(one_plan(versions), {}, options);
    EXPECT_NE(text.find("DTSTART:20261103T013000\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("RRULE:FREQ=WEEKLY;BYDAY=TU\r\n"), std::string::npos) << text;
}

TEST(ICalendar, SuggestsDaysOfTheWeekOfTheProgram) {
    const auto days_of = [](ScheduleSource source) {
        // A Wednesday; the number of sessions changed on a Monday.
        const std::vector<ScheduleVersion> versions = {
            {"a", *parse_day("2026-11-04"), "4 per week", source},
            {"b", *parse_day("2026-11-16"), "3 per week", source}};
        return icalendar(one_plan(versions), {}, {});
    };
    const std::string program = days_of(ScheduleSource::program);
    EXPECT_NE(program.find("DTSTART:20261104T"), std::string::npos) << program;
    EXPECT_NE(program.find("DTSTART:20261118T"), std::string::npos) << program;
    EXPECT_NE(program.find("BYDAY=WE,FR,SU\r\n"), std::string::npos) << program;
    const std::string own = days_of(ScheduleSource::own);
    EXPECT_NE(own.find("BYDAY=MO,WE,FR\r\n"), std::string::npos) << own;
}

TEST(ICalendar, ARuleThatCannotBeReadHasNoEvents) {
    const std::vector<ScheduleVersion> known = {version("a", "daily at 07:30")};
    const std::vector<ScheduleVersion> unknown = {version("b", "every full moon")};
    const std::string text =
        icalendar(std::vector<CalendarPlan>{{unknown, "Moon", {}}, {known, "Day", {}}}, {}, {});
    EXPECT_NE(text.find("SUMMARY:Day"), std::string::npos) << text;
    EXPECT_EQ(text.find("Moon"), std::string::npos) << text;
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
    const std::string text = icalendar(one_plan(versions), excuses, options);
    EXPECT_NE(text.find("RRULE:FREQ=DAILY;UNTIL=20261109T090000\r\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace hipflow::exchange
