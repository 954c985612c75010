// SPDX-License-Identifier: MIT
// How a session runs when nobody touches a key: deadlines, cues, credit, the end.
#include "session/player.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

/// Forty-five minutes of everything.
Prescription long_session() {
    std::vector<PrescribedStep> steps;
    for (int i = 0; i < 7; ++i) {
        steps.push_back(holds("hold", 45s, Sides::each, 2));
        steps.push_back(reps("reps", 12, 5s, Sides::alternate));
        steps.push_back(pulses("pulses", 5, 10s, 2s));
        steps.push_back(holds("long", 90s));
    }
    return session_of(steps);
}

TEST(Player, DoesNothingBeforeItIsToldTo) {
    Performance session(session_of({holds("a", 30s)}));
    session.wait(1h);
    EXPECT_TRUE(session.events.empty());
    EXPECT_EQ(session.player.phase, Phase::waiting);
    EXPECT_EQ(next_deadline(session.player), std::nullopt);
}

TEST(Player, GoesThroughASessionFromGapToEnd) {
    Performance session(session_of({holds("a", 8s, Sides::each)}));
    session.resume();
    session.run_out();
    EXPECT_EQ(told(session.events), (Lines{"100 segment 0",
                                           "100 cue signal",
                                           "100 cue name 'test. One exercise, about one minute.'",
                                           "100 cue name 'First: a.'",
                                           "100 cue dose '8 seconds with each leg.'",
                                           "100 cue side 'Left leg first.'",
                                           "107 cue count 'three'",
                                           "108 cue count 'two'",
                                           "109 cue count 'one'",
                                           "110 segment 1",
                                           "110 cue start",
                                           "118 cue end",
                                           "118 set 1/1/L done 8",
                                           "118 segment 2",
                                           "118 cue side 'Change sides. Now the right leg.'",
                                           "120 cue count 'three'",
                                           "121 cue count 'two'",
                                           "122 cue count 'one'",
                                           "123 segment 3",
                                           "123 cue start",
                                           "131 cue end",
                                           "131 set 1/1/R done 8",
                                           "131 finished"}));
}

TEST(Player, CreditsBothSidesTheSame) {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 30s);
    EXPECT_EQ(result_of(session.events, "1/1/R").credit, 30s);
}

TEST(Player, NeverDriftsHoweverLateItIsCalled) {
    const auto script = script_of(long_session());
    ASSERT_GT(script->timeline.total, 45min);
    Performance session(begin(script));
    session.resume();
    std::mt19937 random(42);  // NOLINT: the same lateness in every run
    std::uniform_int_distribution<int> late(0, 1900);
    while (session.player.phase != Phase::finished) {
        const auto due = next_deadline(session.player);
        ASSERT_TRUE(due);
        session.blink(*due - session.now.time + Millis(late(random)));
    }
    EXPECT_EQ(session.events.back().at - session.events.front().at, script->timeline.total);
    EXPECT_EQ(session.active(), script->timeline.total);
    EXPECT_EQ(credit(results(session.events)), script->timeline.work);
}

TEST(Player, GivesEveryCueOnceAndInOrderHoweverLateItIsCalled) {
    const auto script = script_of(long_session());
    Performance session(begin(script));
    session.resume();
    std::mt19937 random(43);  // NOLINT: the same lateness in every run
    std::uniform_int_distribution<int> late(0, 1900);
    while (const auto due = next_deadline(session.player)) {
        session.blink(*due - session.now.time + Millis(late(random)));
    }
    std::vector<Cue> given;
    for (const auto& [cue, planned] : all<CueDue>(session.events)) given.push_back(cue);
    EXPECT_EQ(given, script->cues);
}

TEST(Player, TellsTheSameWhetherCalledAtEveryDeadlineOrNowAndThen) {
    const auto script = script_of(long_session());
    Performance exact(begin(script));
    exact.resume();
    exact.run_out();
    Performance coarse(begin(script));
    coarse.resume();
    while (coarse.player.phase != Phase::finished) coarse.blink(1700ms);
    EXPECT_EQ(told(coarse.events), told(exact.events));
}

TEST(Player, NeverAsksToBeCalledInThePast) {
    Performance session(long_session());
    session.resume();
    while (const auto due = next_deadline(session.player)) {
        ASSERT_GE(*due, session.now.time);
        session.blink(*due - session.now.time);
    }
    EXPECT_EQ(session.player.phase, Phase::finished);
}

TEST(Player, AsksToBeCalledEverySecondOfWork) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(10s);
    session.wait(300ms);
    EXPECT_EQ(next_deadline(session.player), session.now.time + 1s);
}

TEST(Player, IsNotCalledInAGapWhereNothingHappens) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(1s);
    EXPECT_EQ(next_deadline(session.player), session.now.time + 6s) << "the count-down";
}

TEST(Player, IsCalledLessOftenWhenItsPulseIsSlower) {
    Performance session(session_of({holds("a", 5min)}));
    session.player.pulse = 60s;  // a clock that runs sixty times as fast
    session.resume();
    session.wait(11s);
    EXPECT_EQ(next_deadline(session.player), session.now.time + 60s);
}

TEST(Player, TakesASlowPulseForNoStop) {
    Performance session(session_of({holds("a", 5min)}));
    session.player.pulse = 60s;
    session.resume();
    session.wait(11s);
    session.blink(100s);
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(Player, CountsRepsAsTheyEnd) {
    Performance session(session_of({reps("a", 5, 4s)}));
    session.resume();
    session.run_out();
    const SetProgress result = result_of(session.events, "1/1/B");
    EXPECT_EQ(result.reps, 5);
    EXPECT_EQ(result.credit, 20s);
}

TEST(Player, CreditsNoReleaseBetweenHolds) {
    Performance session(session_of({pulses("a", 3, 10s, 2s)}));
    session.resume();
    session.run_out();
    const SetProgress result = result_of(session.events, "1/1/B");
    EXPECT_EQ(result.reps, 3);
    EXPECT_EQ(result.credit, 30s);
    EXPECT_EQ(session.active(), 10s + 34s);
}

TEST(Player, KnowsWhenTheWorkOfASetBegan) {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/L").started, 110s);
    EXPECT_EQ(result_of(session.events, "1/1/R").started, 145s);
}

TEST(Player, GoesStraightOnWhereThereIsNoGap) {
    auto step = holds("a", 30s, Sides::both, 2);
    step.gap = 0s;
    Performance session(session_of({step}));
    session.resume();
    session.wait(10s + 30s + 1s);
    EXPECT_EQ(session.place(), "1/2/B/1");
    EXPECT_EQ(session.left(), 29s);
}

TEST(Player, EndsAnOpenEndedHoldAtItsCap) {
    Performance session(session_of({open_ended("a", 2min), holds("b", 8s)}));
    session.resume();
    session.wait(10s + 2min);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 2min);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::done);
    EXPECT_EQ(session.place(), "2/1/B/ready");
}

TEST(Player, StopsTheClockForAQuestion) {
    Performance session(session_of({holds("a", 8s), holds("b", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    EXPECT_EQ(session.place(), "1/1/B/ask");
    EXPECT_EQ(session.player.phase, Phase::paused);
    EXPECT_EQ(all<PeakAsked>(session.events).size(), 1U);
    EXPECT_EQ(all<PeakAsked>(session.events)[0].step, 1);
}

TEST(Player, GoesOnAfterAQuestionWithTheNextGap) {
    Performance session(session_of({holds("a", 8s), holds("b", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    session.wait(1h);
    session.resume();
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(session.left(), 10s);
    EXPECT_EQ(session.active(), 18s) << "a question is no exercise";
}

TEST(Player, IsFinishedWhenTheLastQuestionIsAnswered) {
    Performance session(session_of({holds("a", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    EXPECT_TRUE(all<Finished>(session.events).empty());
    session.resume();
    EXPECT_EQ(session.player.phase, Phase::finished);
    EXPECT_TRUE(all<Finished>(session.events).at(0).completed);
}

TEST(Player, TellsTheTimeLeft) {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.wait(12s);
    EXPECT_EQ(left_in_segment(session.player, session.now.time), 28s);
    EXPECT_EQ(left_in_session(session.player, session.now.time), 28s + 5s + 30s);
    session.press(Key::time_left);
    const TimeLeft told_left = all<TimeLeft>(session.events).at(0);
    EXPECT_EQ(told_left.segment, 28s);
    EXPECT_EQ(told_left.session, 63s);
}

TEST(Player, KnowsWhereItIs) {
    Performance session(session_of({holds("a", 30s), holds("b", 30s)}));
    session.resume();
    session.wait(41s);
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(path(current_set(session.player).key), "2/1/B")
        << "a gap belongs to what it leads to";
    EXPECT_EQ(current_work(session.player).exercise.id, "b");
}

// Taken up again.

TEST(Player, BeginsWithAnySet) {
    Performance session(begin(script_of(session_of({holds("a", 8s), holds("b", 8s)})), 1));
    session.resume();
    EXPECT_EQ(session.place(), "2/1/B/1");
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    session.run_out();
    EXPECT_EQ(results(session.events).size(), 1U);
    EXPECT_TRUE(all<Finished>(session.events).at(0).completed);
}

TEST(Player, IntroducesTheExerciseWhenItBeginsInTheMiddleOfOne) {
    Performance session(begin(
        script_of(session_of({figure_four(Guidance::brief)}), AskPeak::at_the_end, estimated()),
        1));
    session.resume();
    EXPECT_EQ(session.place(), "1/1/R/1");
    session.wait_for_get_ready();
    EXPECT_EQ(session.words_since(0s),
              (Lines{"Going on: figure four.", "30 seconds.", "Right ankle on your left thigh.",
                     "Take your time.", "three", "two", "one"}));
    EXPECT_EQ(session.left(), 30s);
}

TEST(Player, SaysTheWholeOfAnExerciseWithWhichItIsTakenUpAgainAtItsLevel) {
    Performance session(
        begin(script_of(session_of({bridge(Guidance::full), bridge(Guidance::full)}),
                        AskPeak::at_the_end, estimated()),
              1));
    session.resume();
    session.wait_for_get_ready();
    const Lines words = session.words_since(0s);
    for (const std::string line : {"Lie on your back.", "Set your feet wide.", "Lift your hips.",
                                   "Stay up.", "Come down.", "Now 6 times."}) {
        EXPECT_EQ(std::ranges::count(words, line), 1) << line;
    }
}

TEST(Player, SaysNothingElseWhileItIntroducesAnExercise) {
    Performance session(begin(script_of(session_of({holds("Bridge", 8s, Sides::each)})), 1));
    session.resume();
    session.run_out();
    const Lines cues = heard(session.events, session.player.script->timeline);
    EXPECT_TRUE(std::none_of(cues.begin(), cues.end(), [](const std::string& cue) {
        return cue.find("Change sides") != std::string::npos;
    }));
}

TEST(Player, GivesTimeToFindThePositionWhereNoGapLeadsToTheSetItBeginsWith) {
    auto step = holds("Bridge", 30s, Sides::both, 2);
    step.gap = 0s;
    Performance session(begin(script_of(session_of({step})), 1));
    session.resume();
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_EQ(session.left(), 15s + 5s) << "to lie down, and to get ready";
}

TEST(Player, SaysNothingOfEarlierSetsWhenASessionThatWasTakenUpAgainEnds) {
    Performance session(begin(script_of(session_of({holds("a", 8s), holds("b", 8s)})), 1));
    session.resume();
    session.finish();
    EXPECT_FALSE(results(session.events).contains({{1, 1, Side::both}, "a"}));
    EXPECT_EQ(result_of(session.events, "2/1/B").status, SetStatus::not_reached);
}

TEST(Player, SaysNothingOfAnEarlierSetThatIsOnlySkippedAgain) {
    Performance session(begin(script_of(session_of({holds("a", 8s), holds("b", 8s)})), 1));
    session.resume();
    session.press(Key::back);
    session.press(Key::back);
    session.skip_to_work();
    session.press(Key::next);
    EXPECT_TRUE(all<SetEnded>(session.events).empty());
}

TEST(Player, KeepsTheBetterAttemptAtASetFromBeforeItWasTakenUpAgain) {
    SetProgress before;
    before.credit = 20s;
    before.status = SetStatus::partial;
    before.exercise = "a";
    Performance session(begin(script_of(session_of({holds("a", 30s), holds("b", 8s)})), 1,
                              {{{1, 1, Side::both}, before}}));
    session.resume();
    session.press(Key::back);
    session.press(Key::back);
    session.wait_for_get_ready();
    session.wait(10s);
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 20s);
}

}  // namespace
}  // namespace hipflow::session
