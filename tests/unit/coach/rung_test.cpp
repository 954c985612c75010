// SPDX-License-Identifier: MIT
// Which exercise of its ladder a step is given (docs/design/care.md, "Rules": Rung, A6, the way
// back).
#include <gtest/gtest.h>

#include <algorithm>

#include "coach/assignment.h"
#include "coach/earlier_state.h"
#include "coach/ladder.h"
#include "support/coach_story.h"

namespace hipflow::coach {
namespace {

using support::given_on;
using support::reason_of;
using support::routine_of;
using support::rung_of;
using support::small_ladder;
using support::state_of;
using support::Story;
using support::Told;

const Told easy{.before = 2, .peak = 2, .after = 2};
const Day today{std::chrono::days(20'800)};

ExerciseState done(const std::string& id) {
    ExerciseState state;
    state.exercise = id;
    state.stood = true;
    return state;
}

States states_of(const std::vector<ExerciseState>& all) {
    States states;
    for (const auto& state : all) states[state.exercise] = state;
    return states;
}

std::vector<Slot> slots(const std::vector<std::string>& planned,
                        const std::vector<ExerciseState>& known, int entry = usual_entry_level) {
    return assign(routine_of(planned), states_of(known), small_ladder(), entry, today);
}

std::string rung(const std::string& planned, const std::vector<ExerciseState>& known,
                 int entry = usual_entry_level) {
    return slots({planned}, known, entry).front().rung;
}

TEST(Rung, OfWhoHasDoneNothingIsOfLevelTwoAtMost) {
    EXPECT_EQ(rung("one", {}), "one");
    EXPECT_EQ(rung("two", {}), "two");
    EXPECT_EQ(rung("three", {}), "two");
    EXPECT_EQ(rung("three", {}, 1), "one") << "new to this";
}

TEST(Rung, IsEarnedAtTheTopOfTheBandBelow) {
    ExerciseState one = done("one");
    EXPECT_EQ(rung("two", {one}), "one");
    one.topped = true;
    EXPECT_EQ(rung("two", {one}), "two");
    EXPECT_EQ(rung("three", {one}), "two") << "one rung at a time";
}

TEST(Rung, ThatWasDoneIsGivenAgainWhateverRoutinePlansIt) {
    EXPECT_EQ(rung("two", {done("one"), done("two")}), "two");
    EXPECT_EQ(rung("three", {done("two")}), "two");
}

TEST(Rung, IsNotAboveOneThatIsSore) {
    const auto with = [](auto change) {
        ExerciseState two = done("two");
        change(two);
        return rung("three", {done("one"), two, done("three")});
    };
    EXPECT_EQ(with([](ExerciseState&) {}), "three");
    EXPECT_EQ(with([](ExerciseState& two) { two.closed = true; }), "one");
    EXPECT_EQ(with([](ExerciseState& two) { two.half = true; }), "two");
    EXPECT_EQ(with([](ExerciseState& two) { two.reds = {today - std::chrono::days(13)}; }), "two");
    EXPECT_EQ(with([](ExerciseState& two) { two.reds = {today - std::chrono::days(14)}; }),
              "three");
}

TEST(Rung, IsHalvedBeforeItIsDropped) {
    ExerciseState two = done("two");
    two.closed = true;
    const auto both = slots({"one", "two"}, {done("one"), two});
    EXPECT_EQ(both[1].rung, "two");
    EXPECT_TRUE(both[1].half);
    EXPECT_EQ(both[1].because, "one");
    EXPECT_FALSE(both[1].waits);
}

TEST(Rung, ThatIsNotEarnedWaitsWhereNothingBelowIsFree) {
    const auto both = slots({"one", "two"}, {done("one")});
    EXPECT_TRUE(both[1].waits);
    EXPECT_EQ(both[1].because, "one");
    const auto day = [] {
        Story story(routine_of({"one"}));
        story.session(1, easy, "one");
        return story.decided(3);
    }();
    EXPECT_EQ(reason_of(day, "one").rule, CoachRule::stays);
}

TEST(Rung, TakesThePlaceOfOneThatIsLeftBehind) {
    ExerciseState one = done("one");
    one.mastered = true;
    EXPECT_EQ(rung("one", {one, done("two")}), "two");
    ExerciseState two = done("two");
    two.closed = true;
    EXPECT_EQ(rung("one", {one, two}), "one");
}

TEST(Rung, OfARetiredOneIsEmpty) {
    ExerciseState two = done("two");
    two.retired = Instant{};
    EXPECT_EQ(rung("two", {done("one"), two}), "two") << "it says that it is out";
    two.closed = true;
    EXPECT_EQ(rung("three", {done("one"), two, done("three")}), "two");
}

/// Somebody whose exercise "one" is comfortable every other day, with good mornings.
void comfortable_until(Story& story, int last) {
    for (int day = 1; day <= last; day += 2) {
        story.session(day, easy, "one");
        story.morning(day, 2);
    }
}

bool grows(const DayDecision& day) {
    return std::ranges::any_of(day.record.reasons, [](const CoachReason& reason) {
        return reason.rule == CoachRule::steps_up;
    });
}

TEST(Calm, NothingGrowsForTwoSessionsAfterOneThatWentTooFar) {
    Story story(routine_of({"one", "lone"}));
    comfortable_until(story, 19);
    Told further = easy;
    further.before_site = Site::low_back;
    further.after_site = Site::thigh;
    story.session(21, further, "lone");
    story.morning(21, 2);
    for (const int day : {23, 25}) {
        EXPECT_FALSE(grows(story.session(day, easy, "one"))) << day;
        story.morning(day, 2);
    }
}

TEST(Calm, ThreeHardSessionsLeadToALighterOne) {
    Story story(routine_of({"one"}));
    Told hard = easy;
    hard.effort = Effort::hard;
    const auto said = [](const DayDecision& day) { return day.record.reasons.back().text; };
    EXPECT_FALSE(story.session(1, hard, "one").lighter);
    EXPECT_FALSE(story.session(3, hard, "one").lighter);
    const DayDecision third = story.session(5, hard, "one");
    EXPECT_FALSE(third.lighter);
    EXPECT_EQ(said(third),
              "The last two sessions were hard, so nothing grows until two feel all right.");
    const DayDecision fourth = story.session(7, easy, "one");
    EXPECT_TRUE(fourth.lighter);
    EXPECT_EQ(said(fourth), "A little less of everything today: the last 3 sessions were hard.");
    EXPECT_FALSE(story.decided(9).lighter);
}

// "three" stands above "two", and comes before it by its name.
TEST(TwoReds, OnOneLadderAreBothHeard) {
    Story story(routine_of({"two", "three"}));
    for (int day = 1; day <= 99; day += 2) {
        story.session(day, easy, "two");
        story.morning(day, 2);
    }
    Told further = easy;
    further.before_site = Site::low_back;
    further.after_site = Site::thigh;
    const DayDecision last = story.session(101, further);
    ASSERT_EQ(given_on(last), (std::vector<std::string>{"three", "two"}));
    const DayDecision next = story.decided(103);
    for (const char* id : {"two", "three"}) {
        EXPECT_EQ(reason_of(next, id).rule, CoachRule::rests) << id << reason_of(next, id).text;
    }
}

TEST(EarlierState, GoesOnWhereItWas) {
    EarlierState earlier;
    earlier.exercise = "three";
    earlier.rung = "one";
    earlier.given = "one";
    earlier.lowered = 2;
    earlier.place = 1;
    const States states = states_of(continued(earlier, small_ladder()));
    EXPECT_EQ(states.at("one").held, "three");
    EXPECT_EQ(states.at("one").place, 1);
    EXPECT_TRUE(states.at("two").closed);
    EXPECT_TRUE(states.at("three").closed);
    EXPECT_EQ(assign(routine_of({"three"}), states, small_ladder(), 2, today).front().rung, "one");
}

TEST(EarlierState, ThatHadClimbedStaysUp) {
    EarlierState earlier;
    earlier.exercise = "one";
    earlier.rung = "three";
    earlier.given = "three";
    const States states = states_of(continued(earlier, small_ladder()));
    EXPECT_EQ(assign(routine_of({"one"}), states, small_ladder(), 2, today).front().rung, "three");
}

TEST(EarlierState, ThatRestedComesBackWithHalf) {
    EarlierState earlier;
    earlier.exercise = "one";
    earlier.rung = "one";
    earlier.half = true;
    EXPECT_TRUE(continued(earlier, small_ladder()).front().returning);
    earlier.resting = 1;
    EXPECT_FALSE(continued(earlier, small_ladder()).front().returning);
}

TEST(Ladder, LeadsTowardsWhatIsPlannedAndBeyond) {
    EXPECT_EQ(rung_after("one", "three", small_ladder()), "two");
    EXPECT_EQ(rung_after("two", "two", small_ladder()), "three");
    EXPECT_EQ(rung_after("three", "two", small_ladder()), std::nullopt);
    EXPECT_EQ(level_one_rung("three", small_ladder()), "one");
}

/// A story that has come to the middle rung at its top.
Story strong() {
    Story story(routine_of({"two"}));
    for (int day = 1; day <= 45; day += 2) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    EXPECT_EQ(rung_of(story.decided(47)), "three");
    return story;
}

TEST(WayBack, FromARedAnswerLeadsStraightToTheRungAbove) {
    Story story = strong();
    story.session(47, {.before = 2, .peak = 6});
    EXPECT_EQ(rung_of(story.decided(49)), "two");
    for (int day = 49; day <= 61; day += 2) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    EXPECT_EQ(rung_of(story.decided(63)), "three");
}

TEST(Calm, OneAmberRightAfterAStepTakesThatStepBack) {
    Story story(routine_of({"two"}));
    for (const int day : {1, 3}) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    EXPECT_EQ(story.session(5, easy).standings.at("two").steps, 1);
    story.morning(5, 2);
    story.session(7, {.before = 2, .peak = 4});
    const auto day = story.decided(9);
    EXPECT_EQ(day.standings.at("two").steps, 0);
    EXPECT_EQ(state_of(day).failures, 1);
    EXPECT_EQ(reason_of(day).text, "The two with less: it was sorer than at the start on 7 Nov.");
}

TEST(Calm, AFailedStepAsksForMorePatience) {
    Story story(routine_of({"two"}));
    for (const int day : {1, 3}) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    story.session(5, easy);
    story.morning(5, 2);
    story.session(7, {.before = 2, .peak = 4});
    int sessions = 0;
    for (int day = 9; day < 60; day += 2, ++sessions) {
        story.morning(day - 2, 2);
        if (reason_of(story.decided(day)).rule == CoachRule::steps_up) break;
        story.session(day, easy);
    }
    EXPECT_EQ(sessions, 4);
}

TEST(Calm, NothingStepsUpWhereSomethingWasSore) {
    Story story(routine_of({"two", "mid"}));
    for (const int day : {1, 3}) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    story.session(20, easy);
    story.morning(20, 2);
    story.session(22, {.before = 2, .peak = 4}, "mid");
    story.morning(22, 2);
    const auto day = story.decided(24);
    EXPECT_EQ(reason_of(day, "two").rule, CoachRule::stays);
    EXPECT_EQ(reason_of(day, "").text, "Nothing grows today: something was sore last time.");
}

TEST(Calm, OneExerciseADayInTheFirstTwoWeeks) {
    Story story(routine_of({"two", "mid"}));
    for (const int day : {1, 3}) {
        story.session(day, easy);
        story.morning(day, 2);
    }
    const auto day = story.decided(5);
    EXPECT_EQ(reason_of(day, "two").rule, CoachRule::steps_up);
    EXPECT_EQ(reason_of(day, "mid").rule, CoachRule::limit);
}

TEST(Rhythm, IsTheMedianOfTheDaysBetweenSessions) {
    const auto starts = [](const std::vector<int>& days) {
        std::vector<Start> all;
        for (const int day : days) all.push_back({{}, Day{std::chrono::days(day)}, {}});
        return all;
    };
    EXPECT_EQ(rhythm_of(starts({})), 1);
    EXPECT_EQ(rhythm_of(starts({1, 8})), 1) << "too few to tell";
    EXPECT_EQ(rhythm_of(starts({1, 8, 15})), 7);
    EXPECT_EQ(rhythm_of(starts({1, 3, 5, 8, 10, 12, 15})), 2);
    EXPECT_EQ(rhythm_of(starts({1, 1, 3, 3, 5})), 2) << "two sessions on one day";
}

TEST(Rhythm, OfOnceAWeekIsNoGap) {
    Story story(routine_of({"two"}));
    for (int day = 1; day <= 43; day += 7) story.session(day, easy);
    const auto day = story.decided(50);
    EXPECT_NE(reason_of(day).rule, CoachRule::gap);
    EXPECT_GT(day.standings.at("two").steps, 0) << "its mornings are inferred";
}

TEST(Rhythm, OfThreeDaysAWeekStepsUpWithoutMornings) {
    Story story(routine_of({"two"}));
    int ups = 0;
    for (int week = 0; week < 4; ++week) {
        for (const int day : {2, 4, 6}) {
            const auto told = story.session(7 * week + day, easy);
            ups += reason_of(told).rule == CoachRule::steps_up ? 1 : 0;
        }
    }
    EXPECT_GE(ups, 2);
}

TEST(SteadyPain, GrowsByQuota) {
    Story story(routine_of({"two"}));
    for (int day = -20; day < 1; ++day) story.morning(day, 5);
    int sessions = 0;
    for (int day = 1; day < 30; day += 2) {
        const auto told = story.session(day, {.before = 5, .peak = 6, .after = 5});
        if (reason_of(told).rule == CoachRule::steps_up) break;
        ++sessions;
        story.morning(day, 5);
    }
    EXPECT_EQ(sessions, 6);
}

TEST(Worn, WhatHasNothingLessRestsAndThenGoes) {
    Story story(routine_of({"lone"}));
    std::vector<CoachRule> rules;
    for (int day = 1; day < 40; day += 2) {
        const auto told = story.session(day, {.before = 2, .peak = 4}, "lone");
        rules.push_back(reason_of(told, "lone").rule);
        if (rules.back() == CoachRule::retired) break;
    }
    EXPECT_EQ(rules.back(), CoachRule::retired);
    EXPECT_EQ(std::ranges::count(rules, CoachRule::rests), 2);
    EXPECT_LT(rules.size(), 15U) << "not the same six again and again";
}

}  // namespace
}  // namespace hipflow::coach
