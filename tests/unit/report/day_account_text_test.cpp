// SPDX-License-Identifier: MIT
#include "report/day_account_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow::report {
namespace {

using support::stamp;
using today::DayAccount;
using today::DayKind;

/// Tuesday 24 November, one exercise with ten minutes of work.
DayAccount account(DayKind kind) {
    DayAccount day;
    day.kind = kind;
    day.now = stamp("2026-11-24T12:00:00Z");
    day.session.emplace();
    day.session->steps.emplace_back().planned_exercise = "glute-bridge";
    day.timeline.emplace();
    day.timeline->total = std::chrono::minutes(15);
    day.timeline->work = std::chrono::minutes(10);
    day.gentler_from = 5;
    day.rest_from = 7;
    day.none_from = 9;
    return day;
}

std::string what(const DayAccount& day) {
    return fmt::format("{}", fmt::join(what_today_is(day), " "));
}
std::string ahead(const DayAccount& day) {
    return fmt::format("{}", fmt::join(what_would_change_it(day), "\n"));
}
bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(WhatTodayIs, NamesTheKindOfDayAndItsLength) {
    EXPECT_TRUE(what(account(DayKind::first)).starts_with("Your first session: 1 exercise in 15 "));
    EXPECT_TRUE(what(account(DayKind::ordinary)).starts_with("An ordinary day: 1 exercise in "));
    EXPECT_TRUE(what(account(DayKind::lighter)).starts_with("A lighter day: "));
    EXPECT_TRUE(what(account(DayKind::after_break)).starts_with("A day after a break: "));
    EXPECT_TRUE(what(account(DayKind::eased)).starts_with("A day with less of what was sore: "));
    EXPECT_TRUE(what(account(DayKind::program)).starts_with("A day of your program: "));
}

TEST(WhatTodayIs, ComparesWithTheUsualWork) {
    DayAccount day = account(DayKind::ordinary);
    EXPECT_FALSE(holds(what(day), "your last"));
    day.usual_work = {std::chrono::minutes(10), 3};
    EXPECT_TRUE(holds(what(day), ", as much as in your last three sessions of it.")) << what(day);
    day.usual_work = {std::chrono::minutes(20), 1};
    EXPECT_TRUE(holds(what(day), ", about 50 % less than in your last session of it."))
        << what(day);
    day.usual_work = {std::chrono::minutes(5), 1};
    EXPECT_TRUE(holds(what(day), ", about 100 % more than in your last session of it."));
    day.kind = DayKind::lighter;
    EXPECT_FALSE(holds(what(day), "% more")) << "which a lighter day is not";
    day.usual_work = {std::chrono::minutes(20), 1};
    day.kind = DayKind::gentler;
    day.in_place_of = "Hip rotation";
    day.usual_work = {std::chrono::minutes(30), 5};
    EXPECT_TRUE(what(day).starts_with("A gentler day in place of Hip rotation: ")) << what(day);
    EXPECT_TRUE(
        holds(what(day), ", about 65 % less than in your last five sessions of Hip rotation."));
}

TEST(WhatTodayIs, SaysThatTodayIsDone) {
    DayAccount day = account(DayKind::ordinary);
    day.done_today = true;
    EXPECT_TRUE(holds(what(day), "Today's session is done; this would be one more."));
    day.plan.emplace();
    day.plan->next = day.now.local_day;
    EXPECT_TRUE(holds(what(day), "A session of today is done, and more is planned."));
}

TEST(WhatTodayIs, SaysWhatThePlanHasForToday) {
    DayAccount day = account(DayKind::ordinary);
    day.plan.emplace();
    day.plan->plan = schedule::plan_of(
        {ScheduleVersion{"v1", support::day("2026-11-20"), "daily", ScheduleSource::own}}, {},
        std::chrono::Monday);
    day.plan->today = day.now.local_day;
    day.plan->next = day.now.local_day;
    EXPECT_FALSE(holds(what(day), "planned"));
    day.plan->next = day.now.local_day + std::chrono::days(1);
    EXPECT_TRUE(holds(what(day), "Nothing is planned for today; the next session is planned "));
    Excuse pause;
    pause.kind = ExcuseKind::paused;
    pause.from_day = day.now.local_day;
    day.plan->plan.excuses = {pause};
    EXPECT_TRUE(holds(what(day),
                      "Your plan is paused until 'hipflow schedule resume': nothing is "
                      "missed if you leave it today."))
        << what(day);
    day.plan->plan.excuses.front().to_day = support::day("2026-11-30");
    EXPECT_TRUE(holds(what(day), "paused up to and including 30 Nov"));
    day.plan->plan.excuses.front().kind = ExcuseKind::excused;
    EXPECT_TRUE(holds(what(day), "Today is excused: nothing is missed if you leave it."));
}

schedule::ScheduleState own_plan(const char* routine, const char* next) {
    schedule::ScheduleState state;
    state.plan = schedule::plan_of(
        {ScheduleVersion{"v2", support::day("2026-11-20"), "daily", ScheduleSource::own, routine}},
        {}, std::chrono::Monday, routine);
    state.today = support::day("2026-11-24");
    state.next = support::day(next);
    return state;
}

TEST(WhatTodayIs, LooksAtThePlansOfRoutinesToo) {
    DayAccount day = account(DayKind::ordinary);
    day.own_plans = {own_plan("desk-reset", "2026-11-26")};
    EXPECT_TRUE(holds(what(day), "Nothing is planned for today; the next session is planned "));
    day.own_plans = {own_plan("desk-reset", "2026-11-24"), own_plan("my-own", "2026-11-26")};
    EXPECT_TRUE(holds(what(day), "For today only desk-reset is planned.")) << what(day);
    day.plan = own_plan("hip-rotation", "2026-11-25");
    day.plan->plan.routine.reset();
    EXPECT_FALSE(holds(what(day), "Nothing is planned")) << what(day);
    day.session->routine = "desk-reset";
    EXPECT_FALSE(holds(what(day), "planned")) << "it is today's session";
    day.own_plans.front().next = support::day("2026-11-26");
    EXPECT_TRUE(holds(what(day), "the next session is planned tomorrow")) << what(day);
    day.own_plans.front().next = support::day("2026-11-24");
    day.done_today = true;
    EXPECT_TRUE(holds(what(day), "A session of today is done; still planned: desk-reset."))
        << what(day);
}

TEST(WhatTodayIs, NoSessionHasNoWordsOfOne) {
    DayAccount day = account(DayKind::no_session);
    day.last = {support::session("s1", "2026-11-22T08:00:00Z"), {}};
    EXPECT_TRUE(what_today_is(day).empty());
    EXPECT_TRUE(facts_of(day, {}).empty());
    EXPECT_TRUE(what_would_change_it(day).empty());
}

TEST(Facts, AreTheLastSessionAndHowOftenThereWasOne) {
    DayAccount day = account(DayKind::ordinary);
    EXPECT_TRUE(facts_of(day, {}).empty());
    day.last = {support::session("s1", "2026-11-22T08:00:00Z"),
                {support::reading("r1", Moment::before, 2, "2026-11-22T08:00:00Z"),
                 support::reading("r2", Moment::after, 3, "2026-11-22T08:15:00Z")}};
    day.held_lately = 4;
    const auto facts = facts_of(day, {});
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_TRUE(facts[0].starts_with("The last session was on Sunday, 22 Nov: completed"))
        << facts[0];
    EXPECT_TRUE(holds(facts[0], "pain 2 ")) << facts[0];
    EXPECT_EQ(facts[1], "You exercised on 4 of the last 14 days.");
}

TEST(Facts, ThePainSinceTheLastSessionIsOne) {
    DayAccount day = account(DayKind::after_pain);
    day.pain_since = {support::day("2026-11-23"), PainScore::from(8), true};
    EXPECT_TRUE(what(day).starts_with("The first session after a rest for pain: 1 exercise in "));
    EXPECT_TRUE(what(day).ends_with(". Pain at the start decides whether it stays so."))
        << what(day);
    ASSERT_EQ(facts_of(day, {}).size(), 1U);
    EXPECT_EQ(facts_of(day, {})[0], "You rested yesterday, 23 Nov: pain was 8.");
    day.pain_since->rested = false;
    EXPECT_TRUE(what(day).starts_with("The first session after pain of 8: 1 exercise in "));
    EXPECT_EQ(facts_of(day, {})[0], "You told pain 8 yesterday, 23 Nov.");
}

TEST(WhatTodayIs, KnowsTheDayAfterTheFlareUpDay) {
    EXPECT_TRUE(
        what(account(DayKind::after_pain)).starts_with("After the flare-up day: 1 exercise in "));
}

TEST(WhatTodayIs, SaysWhatPainOfTodayMakesOfIt) {
    DayAccount day = account(DayKind::sore);
    day.told_today = PainScore::from(8);
    EXPECT_TRUE(what(day).starts_with(
        "You told pain 8 today: the start asks again, and offers less at that score. Planned: 1 "))
        << what(day);
}

TEST(WhatWouldChangeIt, SaysWhatTheCoachWaitsForInNumbers) {
    DayAccount day = account(DayKind::ordinary);
    EXPECT_TRUE(holds(ahead(day), "after at least two comfortable sessions in a row"));
    EXPECT_TRUE(holds(ahead(day), "pain of 4 or less at the start, up by 1 at most"));
    EXPECT_TRUE(holds(ahead(day),
                      "from 5 on the session is gentler, from 7 on it is rest or the "
                      "flare-up day, from 9 on there is none."));
    day.coach.most_before = 3;
    EXPECT_TRUE(holds(ahead(day), "pain of 3 or less at the start"));
}

TEST(WhatWouldChangeIt, AsksForTheMorningThatIsOwed) {
    DayAccount day = account(DayKind::ordinary);
    EXPECT_FALSE(holds(ahead(day), "log morning"));
    day.morning_owed = support::day("2026-11-23");
    EXPECT_TRUE(holds(ahead(day), "Tell how the morning after 23 Nov was: 'hipflow log morning "));
}

TEST(WhatWouldChangeIt, PromisesNoGrowthOnASoreDay) {
    DayAccount day = account(DayKind::gentler);
    EXPECT_TRUE(holds(ahead(day), "Nothing grows today."));
    EXPECT_FALSE(holds(ahead(day), "An exercise grows"));
    day.kind = DayKind::eased;
    EXPECT_TRUE(holds(ahead(day), "goes up again after comfortable sessions"));
    day.kind = DayKind::ordinary;
    EXPECT_FALSE(holds(ahead(day), "goes up again after comfortable sessions"));
    day.calm = true;
    EXPECT_TRUE(holds(ahead(day), "a routine for sore days"));
}

TEST(Outlooks, TellTheAmountAndWhatComesNext) {
    DayAccount day = account(DayKind::ordinary);
    day.outlooks["glute-bridge"] = {"2 sets of 8 reps", 2, "2 sets of 10 reps"};
    const auto sentences = outlook_sentences(day, "glute-bridge", false);
    ASSERT_EQ(sentences.size(), 2U);
    EXPECT_EQ(sentences[0], "Today it is 2 sets of 8 reps.");
    EXPECT_TRUE(sentences[1].starts_with(
        "Next comes 2 sets of 10 reps, after two more comfortable sessions (pain of 4 or less "));
    EXPECT_EQ(outlook_sentences(day, "glute-bridge", true)[0],
              "No session has recorded it yet, so it starts with 2 sets of 8 reps.");
    day.entered_by_hand = true;
    EXPECT_EQ(outlook_sentences(day, "glute-bridge", true)[0],
              "No timed session has held it yet, so it starts with 2 sets of 8 reps.");
    day.outlooks["glute-bridge"].lacking = 0;
    EXPECT_EQ(outlook_sentences(day, "glute-bridge", false).size(), 1U);
    EXPECT_TRUE(outlook_sentences(day, "clamshell", false).empty());
}

TEST(Outlooks, NameTheMorningThatIsWaitedFor) {
    DayAccount day = account(DayKind::ordinary);
    day.outlooks["glute-bridge"] = {"2 sets of 8 reps", 0, "2 sets of 10 reps",
                                    support::day("2026-11-23")};
    EXPECT_EQ(
        outlook_sentences(day, "glute-bridge", false).back(),
        "Next comes 2 sets of 10 reps, once the morning after 23 Nov is told to be as usual.");
    day.outlooks["glute-bridge"].lacking = 1;
    const std::string both = outlook_sentences(day, "glute-bridge", false).back();
    EXPECT_TRUE(both.starts_with("Next comes 2 sets of 10 reps, after one more comfortable "));
    EXPECT_TRUE(both.ends_with(") and once the morning after 23 Nov is told to be as usual."))
        << both;
}

}  // namespace
}  // namespace hipflow::report
