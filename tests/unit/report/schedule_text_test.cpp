// SPDX-License-Identifier: MIT
#include "report/schedule_text.h"

#include <gtest/gtest.h>

#include "domain/error.h"

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;

const Day tuesday = *parse_day("2026-11-24");

today::Reminder reminder() {
    today::Reminder reminder;
    today::DueNow due;
    due.name = "hip-rotation";
    due.slot = "am";
    due.due = *parse_instant("2026-11-24T08:00:00+01:00");
    due.minutes_late = 90;
    due.session.total = 9min + 20s;
    reminder.due = {due};
    reminder.today = {"hip-rotation", 9min + 20s};
    return reminder;
}

TEST(DueLines, AreFieldsBetweenTabs) {
    EXPECT_EQ(due_lines(reminder()), "hip-rotation\tam\t2026-11-24T08:00:00.000+01:00\t90\n");
    EXPECT_EQ(due_lines({}), "");
}

TEST(DueInPattern, PutsInWhatIsNamed) {
    today::Reminder now = reminder();
    EXPECT_EQ(due_in_pattern(now, "{count} due"), "1 due\n");
    EXPECT_EQ(due_in_pattern(now, "{name} {slot} {due} {late} {minutes}"),
              "hip-rotation am 08:00 90 10\n");
    EXPECT_EQ(due_in_pattern(now, "{shortest}: {shortest_minutes}"), "hip-rotation: 10\n");
    now.shortest = {"five-minute-minimum", std::nullopt};
    EXPECT_EQ(due_in_pattern(now, "{shortest}: {shortest_minutes}"), "five-minute-minimum: \n");
    EXPECT_EQ(due_in_pattern(now, ""), "\n");
}

TEST(DueInPattern, RefusesANameThatDoesNotExist) {
    for (const auto* pattern : {"{counts}", "{}", "{count", "{count} {"}) {
        EXPECT_THROW(due_in_pattern(reminder(), pattern), Error) << pattern;
    }
}

TEST(DueExplanation, GivesEveryVerdictAndItsTime) {
    const auto utc_offset = [](Instant) { return std::chrono::seconds(1h); };
    EXPECT_EQ(due_explanation(std::nullopt, utc_offset),
              "There is no schedule, so nothing is due.\n");
    EXPECT_EQ(due_explanation(today::Reminder{}, utc_offset), "Nothing is planned for today.\n");
    today::Reminder now;
    schedule::DueItem item;
    item.day = tuesday;
    item.slot = "am";
    item.due = parse_instant("2026-11-24T07:00:00Z")->at;
    now.items = {item};
    EXPECT_EQ(due_explanation(now, utc_offset), item.key() + ": due since 08:00\n");
    now.items[0].verdict = schedule::DueVerdict::not_yet;
    EXPECT_EQ(due_explanation(now, utc_offset), item.key() + ": not yet, at 08:00\n");
    for (const std::string_view name : words<schedule::DueVerdict>) {
        now.items[0].verdict = *from_word<schedule::DueVerdict>(name);
        EXPECT_FALSE(due_explanation(now, utc_offset).ends_with(": \n")) << name;
    }
}

ScheduleView at(std::string_view text) {
    const auto now = *parse_instant(text);
    return {Stamp{now.at, now.utc_offset, tuesday}, std::nullopt, std::nullopt};
}

schedule::ScheduleState state_of(const std::string& rule, std::vector<DayTotals> days,
                                 std::optional<std::string> routine = std::nullopt) {
    return schedule::schedule_state_of(
        schedule::plan_of({{"v1", tuesday, rule}}, {}, std::chrono::Monday, std::move(routine)),
        std::move(days), tuesday, tuesday);
}

TEST(NextWords, NameTheSlotThatIsStillToCome) {
    const auto state = state_of("daily at 07:30,18:00", {});
    EXPECT_EQ(next_words(state, at("2026-11-24T07:00:00+01:00").now), "today, 07:30 and 18:00");
    EXPECT_EQ(next_words(state, at("2026-11-24T12:00:00+01:00").now),
              "today, 18:00; still open: 07:30");
    EXPECT_EQ(next_words(state, at("2026-11-24T21:44:00+01:00").now),
              "today, 07:30 and 18:00, still open");
    const auto night = state_of("daily at 01:30", {});
    EXPECT_EQ(next_words(night, at("2026-11-24T21:44:00+01:00").now), "today, 01:30 (25 Nov)");
    EXPECT_EQ(next_words(night, at("2026-11-25T02:00:00+01:00").now),
              "today, 01:30 (25 Nov), still open");
}

TEST(NextWords, GoByTheBeginningOfTheDay) {
    auto state = state_of("daily at 01:30", {});
    state.plan.day_starts = 0h;
    EXPECT_EQ(next_words(state, at("2026-11-24T02:00:00+01:00").now), "today, 01:30, still open");
}

TEST(NextWords, LeaveOutTheSlotThatIsDone) {
    const auto state =
        state_of("daily at 07:30,18:00", {{.local_day = tuesday, .sessions = 1, .kept = 1}});
    EXPECT_EQ(next_words(state, at("2026-11-24T08:00:00+01:00").now), "today, 18:00");
}

TEST(ScheduleText, HeadsEachOfSeveralPlansWithItsName) {
    const std::vector<schedule::ScheduleState> plans = {
        state_of("mon,wed", {}), state_of("daily at 10:00", {}, "desk-reset")};
    const std::string text = schedule_text(plans, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_TRUE(text.starts_with("Sessions of any routine\nSchedule  mon,wed, since")) << text;
    EXPECT_NE(text.find("\n\ndesk-reset\nSchedule  daily at 10:00"), std::string::npos) << text;
    EXPECT_NE(text.find("\n\nTue 24 Nov  desk-reset 10:00\n"
                        "Wed 25 Nov  planned; desk-reset 10:00\n"),
              std::string::npos)
        << text;
}

TEST(ScheduleText, TellsThatATimeLiesInTheQuietHours) {
    const auto state = state_of("daily at 10:00,22:30", {});
    ScheduleView view = at("2026-11-24T07:00:00+01:00");
    view.quiet = schedule::QuietHours{22h, 7h};
    EXPECT_NE(schedule_text({&state, 1}, view, {}).find("22:30 lies in the quiet hours; you are "),
              std::string::npos);
    view.quiet->from = 23h;
    EXPECT_EQ(schedule_text({&state, 1}, view, {}).find("quiet"), std::string::npos);
}

TEST(ScheduleText, TellsUntilWhenNothingIsMentioned) {
    schedule::ScheduleState state;
    state.plan = schedule::plan_of({{"v1", tuesday, "daily"}}, {}, std::chrono::Monday);
    state.from = state.today = tuesday;
    const std::string text = schedule_text({&state, 1}, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_TRUE(text.starts_with("Schedule  daily, since 2026-11-24\n")) << text;
    EXPECT_EQ(text.find("Snoozed"), std::string::npos);
    ScheduleView view = at("2026-11-24T07:00:00+01:00");
    view.snoozed_until = parse_instant("2026-11-24T09:30:00+01:00");
    EXPECT_NE(schedule_text({&state, 1}, view, {}).find("\nSnoozed   until 09:30\n"),
              std::string::npos);
}

TEST(ScheduleText, ListsSevenDaysWithWhatWasSkippedAndDone) {
    schedule::ScheduleState state;
    const Day thursday = tuesday + std::chrono::days(2);
    const Excuse travel{
        "e1", thursday, thursday, std::nullopt, ExcuseKind::excused, ExcuseReason::travel};
    state.plan =
        schedule::plan_of({{"v1", tuesday, "tue,thu at am,18:30"}}, {travel}, std::chrono::Monday);
    state.from = state.today = tuesday;
    DayTotals done_once;
    done_once.local_day = tuesday;
    done_once.sessions = 1;
    done_once.kept = 1;
    state.days.push_back(done_once);
    const std::string text = schedule_text({&state, 1}, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_TRUE(
        text.ends_with("\n\n"
                       "Tue 24 Nov  am done, 18:30\n"
                       "Wed 25 Nov  -\n"
                       "Thu 26 Nov  am skipped (travel), 18:30 skipped (travel)\n"
                       "Fri 27 Nov  -\n"
                       "Sat 28 Nov  -\n"
                       "Sun 29 Nov  -\n"
                       "Mon 30 Nov  -\n"))
        << text;
}

TEST(ScheduleText, SuggestsDaysForANumberPerWeek) {
    schedule::ScheduleState state;
    const Day monday = tuesday - std::chrono::days(1);
    state.plan = schedule::plan_of({{"v1", monday, "3 per week"}}, {}, std::chrono::Monday);
    state.from = state.today = monday;
    const std::string text = schedule_text({&state, 1}, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_NE(text.find("Mon 23 Nov  suggested\nTue 24 Nov  -\nWed 25 Nov  suggested\n"),
              std::string::npos)
        << text;
    state.next = monday + std::chrono::days(2);
    const std::string done = schedule_text({&state, 1}, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_NE(done.find("Mon 23 Nov  -\nTue 24 Nov  -\nWed 25 Nov  suggested\n"), std::string::npos)
        << done;
}

TEST(ScheduleText, TellsADayOfANumberPerWeekThatIsLeftOut) {
    // The last of the seven days is the first of its week: a share of nothing, if it were alone.
    const Day monday = tuesday + std::chrono::days(6);
    const Excuse travel{
        "e1", monday, monday, std::nullopt, ExcuseKind::excused, ExcuseReason::travel};
    schedule::ScheduleState state;
    state.plan = schedule::plan_of({{"v1", tuesday, "3 per week"}}, {travel}, std::chrono::Monday);
    state.from = state.today = tuesday;
    const std::string text = schedule_text({&state, 1}, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_TRUE(text.ends_with("Mon 30 Nov  skipped (travel)\n")) << text;
}

TEST(ScheduleText, TellsARuleThatCannotBeRead) {
    const auto state = state_of("every full moon", {});
    const std::string text = schedule_text({&state, 1}, at("2026-11-24T07:00:00+01:00"), {});
    EXPECT_TRUE(text.starts_with("Schedule  'every full moon', which cannot be read, since 2026-"))
        << text;
}

}  // namespace
}  // namespace hipflow::report
