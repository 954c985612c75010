// SPDX-License-Identifier: MIT
#include "today/views.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"
#include "support/sessions.h"
#include "today/days.h"
#include "today/entries.h"

namespace hipflow::today {
namespace {

using namespace std::chrono_literals;

/// A history of one session on Monday and two scores, planned on Mondays and Wednesdays since the
/// week before; today is Tuesday.
class ViewsTest : public testing::Test {
   protected:
    void record(const std::string& exercise = "glute-bridge") {
        ReportedSession session;
        session.prescription = support::session_of({support::holds(exercise, 30s)});
        session.started = moment_at(desk_, PastMoment::from_text("yesterday 18:00"));
        session.exercises = {exercise};
        session.answers.pain_before = PainScore::from(4);
        session.answers.pain_after = PainScore::from(2);
        enter_session(desk_, session);
        enter_pain(desk_, {{{*PainScore::from(6), Site::buttock, Side::left}}, desk_.now(), {}});
    }
    void plan(const std::string& rule, const std::string& from) {
        store::Change change;
        change.now = desk_.clock().wall();
        ScheduleVersion version;
        version.id = "01978000-0000-7000-8000-000000000000";
        version.valid_from = *parse_day(from);
        version.rule = rule;
        change.put.emplace_back(version);
        desk_.store().commit(change);
    }
    store::Filter all() {
        return filter_of(desk_, {.all = true}, desk_.now().local_day, usual_weeks);
    }

    support::ADesk home_;
    Desk desk_ = home_.desk_at();
};

TEST_F(ViewsTest, AreEmptyWithoutAHistory) {
    EXPECT_TRUE(read_sessions(desk_, all()).empty());
    EXPECT_TRUE(read_pain(desk_, all()).empty());
    EXPECT_TRUE(read_exercises(desk_, all()).empty());
    EXPECT_TRUE(read_week(desk_, all()).empty());
    EXPECT_TRUE(read_hip_rotation(desk_, all()).empty());
    EXPECT_TRUE(read_function(desk_, all()).empty());
    EXPECT_TRUE(read_report(desk_, all()).empty());
    const StatsScreen screen = read_stats(desk_, all(), 3);
    EXPECT_TRUE(screen.weeks.empty());
    EXPECT_EQ(screen.calendar.size(), 16U);  // two whole weeks, Monday and Tuesday
    EXPECT_EQ(desk_.history(), nullptr);     // nothing was made
}

TEST_F(ViewsTest, BeginWithTheFirstDayWhereAllIsAskedFor) {
    record();
    const SessionsView sessions = read_sessions(desk_, all());
    EXPECT_EQ(sessions.from, *parse_day("2026-11-23"));
    EXPECT_EQ(sessions.to, *parse_day("2026-11-24"));
    EXPECT_EQ(sessions.all.sessions, 1);
    EXPECT_TRUE(sessions.plans.empty());
    EXPECT_EQ(read_stats(desk_, all(), 3).days.from, sessions.from);
    EXPECT_EQ(read_report(desk_, all()).from, sessions.from);
}

TEST_F(ViewsTest, TellHowThePlanWasKept) {
    record();
    plan("mon,wed", "2026-11-16");
    const store::Filter days =
        filter_of(desk_, {.since = PastDay::from_text("2026-11-16")}, desk_.now().local_day, 1);
    const StatsScreen screen = read_stats(desk_, days, 2);
    ASSERT_EQ(screen.plans.size(), 1U);
    EXPECT_EQ(screen.plans[0].days.kept, 1);
    EXPECT_EQ(screen.plans[0].days.planned(), 3);
    EXPECT_EQ(screen.plans[0].this_week.planned(), 1);
    EXPECT_EQ(screen.plans[0].weeks, (schedule::WeeksOnPlan{0, 1}));
    const SessionsView sessions = read_sessions(desk_, days);
    ASSERT_EQ(sessions.plans.size(), 1U);
    ASSERT_EQ(sessions.plans[0].by_week.size(), 2U);
    EXPECT_EQ(sessions.plans[0].by_week.front().adherence.missed, 2);
    EXPECT_EQ(read_week(desk_, days).plans.at(0).days.kept, 1);
    EXPECT_EQ(read_report(desk_, days).plans.at(0).days.planned(), 3);
}

TEST_F(ViewsTest, HaveARowOfZerosForAWeekPlannedAndNotDone) {
    record();
    plan("mon,wed", "2026-11-09");
    store::Filter days = all();
    days.since = *parse_day("2026-11-10");
    const StatsScreen screen = read_stats(desk_, days, 2);
    ASSERT_EQ(screen.weeks.size(), 3U);
    EXPECT_EQ(screen.weeks[1].sums, DayTotals{});
    EXPECT_EQ(screen.weeks[1].from, *parse_day("2026-11-16"));
    EXPECT_EQ(screen.weeks[1].to, *parse_day("2026-11-22"));
    EXPECT_TRUE(screen.weeks[0].part_of_week);
    EXPECT_FALSE(screen.weeks[1].part_of_week);
    EXPECT_TRUE(screen.weeks[2].part_of_week);
    const SessionsView sessions = read_sessions(desk_, days);
    ASSERT_EQ(sessions.weeks.size(), 3U);
    EXPECT_EQ(sessions.weeks[1].counts, stats::SessionCounts{});
    EXPECT_EQ(read_report(desk_, days).weeks, screen.weeks);
    // What was planned and not done is told by zeros.
    days.until = *parse_day("2026-11-22");
    EXPECT_EQ(read_sessions(desk_, days).weeks.size(), 2U);
    EXPECT_FALSE(read_sessions(desk_, days).empty());
    EXPECT_FALSE(read_stats(desk_, days, 2).empty());
}

TEST_F(ViewsTest, BeginWithThePlanWhereItIsOlderThanTheFirstSession) {
    record();  // on the 23rd
    plan("mon,wed", "2026-11-09");
    const StatsScreen screen = read_stats(desk_, all(), 2);
    EXPECT_EQ(screen.days.from, *parse_day("2026-11-09"));
    EXPECT_EQ(screen.plans.at(0).days.planned(), 5);
    EXPECT_EQ(read_sessions(desk_, all()).plans.at(0).days.planned(), 5);
    EXPECT_EQ(read_report(desk_, all()).from, *parse_day("2026-11-09"));
}

TEST_F(ViewsTest, CountWhatWasKeptInTheSameWeekOutsideTheDays) {
    record();  // on Monday
    plan("1 per week", "2026-11-16");
    store::Filter days = all();
    Desk later = home_.desk_at("2026-12-01T12:00:00Z");
    days.since = *parse_day("2026-11-24");
    days.until = *parse_day("2026-11-29");
    for (const auto& plans : {read_stats(later, days, 2).plans, read_sessions(later, days).plans,
                              read_week(later, days).plans}) {
        ASSERT_EQ(plans.size(), 1U);
        EXPECT_EQ(plans[0].days.planned(), 0);
        EXPECT_EQ(plans[0].weeks, (schedule::WeeksOnPlan{1, 1}));
    }
    EXPECT_EQ(read_report(later, days).plans.at(0).days.planned(), 0);
}

TEST_F(ViewsTest, SpeakOfNoPlanForASingleRoutine) {
    record();
    plan("mon,wed", "2026-11-16");
    store::Filter days = all();
    days.routine = "other";
    EXPECT_TRUE(read_stats(desk_, days, 2).plans.empty());
    EXPECT_TRUE(read_stats(desk_, days, 2).weeks.empty());
}

TEST_F(ViewsTest, TellPainByPlace) {
    record();
    const PainView pain = read_pain(desk_, all());
    EXPECT_EQ(pain.places.front().place, std::nullopt);
    EXPECT_GE(pain.places.size(), 2U);
    EXPECT_EQ(pain.change.n, 0);  // entered late: no change is judged by it
    const PainView buttock = read_pain(desk_, all(), {Site::buttock, {}, false});
    ASSERT_FALSE(buttock.days.empty());
    EXPECT_EQ(buttock.days.front().highest, 6);
    EXPECT_TRUE(read_pain(desk_, all(), {Site::buttock, Side::right, false}).days.empty());
}

TEST_F(ViewsTest, NameExercisesAsTheLibraryDoes) {
    record();
    const ExercisesView view = read_exercises(desk_, all());
    ASSERT_FALSE(view.uses.empty());
    EXPECT_EQ(view.uses.front().exercise, "glute-bridge");
    EXPECT_NE(view.name("glute-bridge"), "glute-bridge");
    EXPECT_EQ(view.name("gone"), "gone");
}

TEST_F(ViewsTest, BringTheFigureOfEachExerciseOnce) {
    EXPECT_TRUE(read_report(desk_, all()).drawn.empty());
    record();
    const auto drawn = read_report(desk_, all()).drawn;
    ASSERT_EQ(drawn.size(), 1U);
    EXPECT_EQ(drawn.front().name, desk_.library().exercise("glute-bridge").name);
    EXPECT_EQ(drawn.front().figure, *desk_.library().exercise("glute-bridge").figure);
}

TEST_F(ViewsTest, SayAFigureForTheSideThatItIsDrawnFor) {
    record("figure-4-seated");
    const auto drawn = read_report(desk_, all()).drawn;
    ASSERT_EQ(drawn.size(), 1U);
    const std::string& text = drawn.front().figure.text;
    EXPECT_NE(text.find("the left ankle on the right knee"), std::string::npos) << text;
}

TEST_F(ViewsTest, MarkEachDayOfAWeek) {
    record();
    plan("mon,tue", "2026-11-16");
    const WeekView week = read_week(desk_, week_filter(desk_, {}, desk_.now().local_day));
    ASSERT_EQ(week.days.size(), 2U);
    EXPECT_EQ(week.days[0].mark, schedule::DayMark::kept);
    EXPECT_EQ(week.days[1].mark, schedule::DayMark::open);
    EXPECT_EQ(week.days[1].totals.checkin.n, 1);
    EXPECT_FALSE(week.empty());
}

TEST_F(ViewsTest, OfAWeekAreEmptyOnlyWhereNothingWasPlanned) {
    plan("mon,tue", "2026-12-01");
    const store::Filter this_week = week_filter(desk_, {}, desk_.now().local_day);
    EXPECT_TRUE(read_week(desk_, this_week).empty());
    plan("mon,tue", "2026-11-16");
    EXPECT_FALSE(read_week(desk_, this_week).empty());
}

TEST_F(ViewsTest, ShowWholeWeeksInTheCalendarWhereverTheDaysBegin) {
    record();
    store::Filter today = all();
    today.since = desk_.now().local_day;
    const StatsScreen screen = read_stats(desk_, today, 2);
    EXPECT_EQ(screen.calendar.at(7), schedule::DayMark::kept);  // on Monday
    EXPECT_EQ(screen.this_week.sums.sessions, 1);
    EXPECT_EQ(screen.days.sums.sessions, 0);
}

TEST_F(ViewsTest, KnowWhetherTheLastWeekIsThisOne) {
    record();
    EXPECT_TRUE(read_stats(desk_, all(), 2).week_is_current);
    store::Filter past = all();
    past.until = *parse_day("2026-11-22");
    EXPECT_FALSE(read_stats(desk_, past, 2).week_is_current);
}

TEST_F(ViewsTest, CountFromTheFirstDayAskedForEvenBeforeTheCalendar) {
    record();
    store::Filter since = all();
    since.since = *parse_day("2026-11-23");
    Desk later = home_.desk_at("2026-12-01T12:00:00Z");
    const StatsScreen screen = read_stats(later, since, 1);
    EXPECT_EQ(screen.days.sums.sessions, 1);
}

}  // namespace
}  // namespace hipflow::today
