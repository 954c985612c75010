// SPDX-License-Identifier: MIT
// Next, and the undo of it.
#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;

/// Twelve seconds into the left of two holds of thirty.
Performance in_a_hold() {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.wait(10s + 12s);
    return session;
}

// Next.

TEST(PlayerSkip, LeavesAHoldForTheNextGap) {
    Performance session = in_a_hold();
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/R/side-change");
    EXPECT_EQ(session.left(), 5s);
}

TEST(PlayerSkip, CountsLessThanASecondOfWorkAsSkipped) {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.wait(10s + 900ms);
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::skipped);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 900ms);
}

TEST(PlayerSkip, KeepsWhatWasDoneOfTheHold) {
    Performance session = in_a_hold();
    session.press(Key::next);
    const SetProgress result = result_of(session.events, "1/1/L");
    EXPECT_EQ(result.status, SetStatus::partial);
    EXPECT_EQ(result.credit, 12s);
    EXPECT_EQ(result.reason, std::nullopt);
}

TEST(PlayerSkip, DoesNotShortenTheOtherSide) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/R").credit, 30s);
    EXPECT_EQ(result_of(session.events, "1/1/R").status, SetStatus::done);
}

TEST(PlayerSkip, CallsASetSkippedOfWhichNothingWasDone) {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.skip_to_work();
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::skipped);
}

TEST(PlayerSkip, LeavesAGapForItsCountInAndThatForItsSet) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(3s);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/ready");
    EXPECT_EQ(session.left(), 3s);
    EXPECT_EQ(all<ToCountIn>(session.events).size(), 1U);
    EXPECT_TRUE(all<BeginsNow>(session.events).empty());
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/1");
    EXPECT_EQ(session.left(), 30s);
    EXPECT_EQ(all<BeginsNow>(session.events).size(), 1U);
    EXPECT_EQ(all<ToCountIn>(session.events).size(), 1U);
    EXPECT_TRUE(all<Skipped>(session.events).empty()) << "no work was left out";
}

TEST(PlayerSkip, LeavesACountInThatIsUnderWayForItsSet) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(8s);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/1");
}

TEST(PlayerSkip, LeavesAllTheGapsBeforeASetForItsCountIn) {
    Performance session(session_of({holds("a", 30s)}, {10s, 5s, 15s, 15s}));
    session.resume();
    EXPECT_EQ(session.place(), "1/1/B/position-change");
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/ready");
    EXPECT_EQ(session.left(), 3s);
}

TEST(PlayerSkip, LeavesAGapWithoutACountInForItsSet) {
    Performance session(session_of({holds("a", 30s)}, {2s, 0s, 0s, 0s}));
    session.resume();
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/1");
}

TEST(PlayerSkip, LeavesAGetReadyForItsCountInAndThatForItsWork) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.press(Key::next);
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_GE(session.left(), 3s);
    EXPECT_LT(session.left(), 4s);
    EXPECT_EQ(all<ToCountIn>(session.events).size(), 1U);
    session.press(Key::next);
    EXPECT_EQ(session.player.phase, Phase::running);
    EXPECT_EQ(session.left(), 18s);
}

TEST(PlayerSkip, SkipsTheRestOfAllReps) {
    Performance session(session_of({reps("a", 5, 4s), holds("b", 30s)}));
    session.resume();
    session.wait(10s + 9s);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(result_of(session.events, "1/1/B").reps, 2);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 9s);
}

TEST(PlayerSkip, EndsTheSessionFromItsLastSet) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(22s);
    session.press(Key::next);
    EXPECT_EQ(session.player.phase, Phase::finished);
    EXPECT_TRUE(all<Finished>(session.events).at(0).completed);
}

TEST(PlayerSkip, EndsAnOpenEndedHoldAsDone) {
    Performance session(session_of({open_ended("a", 2min), holds("b", 8s)}));
    session.resume();
    session.wait(10s + 47s);
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::done);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 47s);
    EXPECT_EQ(session.place(), "2/1/B/ready");
}

TEST(PlayerSkip, GivesAnOpenEndedHoldItsOneEndSignal) {
    Performance session(session_of({open_ended("a", 2min), holds("b", 8s)}));
    session.resume();
    session.wait(10s + 47s);
    session.press(Key::next);
    session.wait(5s);
    const auto cues = all<CueDue>(session.events);
    EXPECT_EQ(std::count_if(cues.begin(), cues.end(),
                            [](const CueDue& due) { return due.cue.kind == CueKind::end; }),
              1);
}

TEST(PlayerSkip, GivesTimeToFindThePositionAfterAPause) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.press(Key::pause);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/ready");
    EXPECT_EQ(session.left(), 3s);
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(PlayerSkip, StillAsksHowTheExerciseFelt) {
    Performance session(session_of({holds("a", 30s, Sides::each), holds("b", 8s)}),
                        AskPeak::after_each_exercise);
    session.resume();
    session.wait(10s + 30s + 5s + 3s);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/R/ask");
    EXPECT_EQ(all<PeakAsked>(session.events).size(), 1U);
}

TEST(PlayerSkip, DoesNotAskHowAnExerciseFeltThatWasNotDone) {
    Performance session(session_of({holds("a", 30s), holds("b", 8s)}),
                        AskPeak::after_each_exercise);
    session.resume();
    session.skip_to_work();
    session.press(Key::next);
    EXPECT_EQ(session.place(), "2/1/B/ready");
}

TEST(PlayerSkip, LeavesAQuestion) {
    Performance session(session_of({holds("a", 8s), holds("b", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    session.press(Key::next);
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(session.player.phase, Phase::running);
}

// Undo.

TEST(PlayerUndo, RestoresTheExactTimeThatWasLeft) {
    Performance session = in_a_hold();
    session.wait(345ms);
    session.press(Key::next);
    session.wait(4s);
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/L/1");
    session.wait(5s);  // a get-ready
    EXPECT_EQ(session.left(), 17'655ms);
}

TEST(PlayerUndo, RestoresAGapWithoutAGetReady) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(3s);
    session.press(Key::next);
    session.wait(2s);
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/B/ready");
    EXPECT_EQ(session.left(), 7s);
}

TEST(PlayerUndo, WorksUntilFiveSecondsAfter) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.wait(5s);
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/L/1");
}

TEST(PlayerUndo, DoesNothingLater) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.wait(5'001ms);
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/R/1");
    EXPECT_TRUE(all<Undone>(session.events).empty());
}

TEST(PlayerUndo, DoesNothingWithoutASkip) {
    Performance session = in_a_hold();
    session.press(Key::undo);
    EXPECT_EQ(session.left(), 18s);
    EXPECT_TRUE(all<Undone>(session.events).empty());
    EXPECT_EQ(all<NothingToUndo>(session.events).size(), 1U);
}

TEST(PlayerUndo, TakesBackOneSkipAfterTheOther) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.wait(1s);
    session.press(Key::next);
    session.wait(1s);
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/R/side-change");
    session.press(Key::undo);
    EXPECT_EQ(session.place(), "1/1/L/1");
}

TEST(PlayerUndo, CompletesTheSetThatWasSkipped) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.press(Key::undo);
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::done);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 30s);
}

TEST(PlayerUndo, KeepsWhatWasDoneSinceTheSkip) {
    auto step = holds("a", 30s, Sides::both, 2);
    step.gap = 0s;
    Performance session(session_of({step}));
    session.resume();
    session.wait(10s + 12s);
    session.press(Key::next);
    session.wait(4s);
    session.press(Key::undo);
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 12s);
    EXPECT_EQ(result_of(session.events, "1/2/B").credit, 4s);
}

TEST(PlayerUndo, KeepsASetThatEndedSinceTheSkip) {
    auto step = holds("a", 3s, Sides::both, 3);
    step.gap = 0s;
    Performance session(session_of({step}));
    session.resume();
    session.wait(10s + 1s);
    session.press(Key::next);
    session.wait(4s);
    session.press(Key::undo);
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/2/B").status, SetStatus::done);
}

TEST(PlayerUndo, MakesASkippedSetNotReachedWhenTheSessionEndsBeforeIt) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.press(Key::next);
    session.press(Key::undo);
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::not_reached);
}

TEST(PlayerUndo, CountsTheTimeBetweenAsActive) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.wait(4s);
    session.press(Key::undo);
    EXPECT_EQ(session.active(), 26s);
}

TEST(PlayerUndo, GivesTheCuesThatWereStillToCome) {
    Performance session = in_a_hold();
    session.press(Key::next);
    session.press(Key::undo);
    session.events.clear();
    session.wait(5s + 18s);
    const std::vector<std::string> cues = heard(session.events, session.player.script->timeline);
    EXPECT_EQ(cues.at(2), "count 'one' at 1/1/L/1+4");  // of the get-ready
    EXPECT_EQ(cues.at(3), "half 'halfway' at 1/1/L/1+15");
}

}  // namespace
}  // namespace hipflow::session
