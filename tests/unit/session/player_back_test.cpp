// SPDX-License-Identifier: MIT
// Back, and more time.
#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

/// Twelve seconds into the left of two holds of thirty.
Performance in_a_hold() {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.wait(10s + 12s);
    return session;
}

// Back.

TEST(PlayerBack, RepeatsTheSetUnderWayAfterAGetReady) {
    Performance session = in_a_hold();
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/L/1");
    EXPECT_EQ(session.left(), 5s);
    session.wait(5s);
    EXPECT_EQ(session.left(), 30s);
}

TEST(PlayerBack, GoesToTheSetBeforeWhenPressedTwice) {
    Performance session = in_a_hold();
    session.wait(18s + 5s + 10s);  // into the right side
    session.press(Key::back);
    session.wait(3s);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/L/1");
}

TEST(PlayerBack, RepeatsTheSameSetWhenTheSecondPressIsLate) {
    Performance session = in_a_hold();
    session.wait(18s + 5s + 10s);
    session.press(Key::back);
    session.wait(3'001ms);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/R/1");
}

TEST(PlayerBack, GoesToTheSetBeforeFromAGap) {
    Performance session = in_a_hold();
    session.wait(18s + 2s);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/L/1");
}

TEST(PlayerBack, GoesToTheSetBeforeFromASetThatHasHardlyBegun) {
    Performance session = in_a_hold();
    session.wait(18s + 5s + 1s);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/L/1");
}

TEST(PlayerBack, StaysAtTheFirstSet) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.press(Key::back);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/B/1");
}

TEST(PlayerBack, RepeatsTheSetThatAQuestionIsAbout) {
    Performance session(session_of({holds("a", 8s), holds("b", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/B/1");
}

TEST(PlayerBack, KeepsTheBetterOfTwoAttempts) {
    Performance session = in_a_hold();
    session.wait(18s + 2s);
    session.press(Key::back);
    session.wait_for_get_ready();
    session.wait(10s);
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::done);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 30s);
}

TEST(PlayerBack, KeepsWhatWasDoneOfTheSetThatItLeaves) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::partial);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 12s);
}

TEST(PlayerBack, TakesTheSecondAttemptWhereItIsBetter) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.wait(5s + 30s);
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::done);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 30s);
}

TEST(PlayerBack, PrefersASetThatIsDoneToALongerOneThatIsNot) {
    Performance session(session_of({reps("a", 2, 10s)}));
    session.resume();
    session.wait(10s + 5s);
    session.press(Key::more_time);
    session.wait(20s);  // the first rep took twenty, the second has had five
    session.press(Key::back);
    session.wait(5s + 20s);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::done);
}

// More time.

TEST(PlayerMoreTime, GivesTenSecondsMore) {
    Performance session = in_a_hold();
    session.press(Key::more_time);
    EXPECT_EQ(session.left(), 28s);
    EXPECT_EQ(all<MoreTime>(session.events).at(0).added, 10s);
}

TEST(PlayerMoreTime, CreditsThem) {
    Performance session = in_a_hold();
    session.press(Key::more_time);
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 40s);
}

TEST(PlayerMoreTime, MovesTheLastCounts) {
    Performance session = in_a_hold();
    session.press(Key::more_time);
    session.wait(28s);
    const Lines lines = told(session.events);
    EXPECT_EQ(Lines(lines.end() - 7, lines.end()),
              (Lines{"147 cue count 'three'", "148 cue count 'two'", "149 cue count 'one'",
                     "150 cue end", "150 set 1/1/L done 40", "150 segment 2",
                     "150 cue side 'Change sides. Now the right leg.'"}));
}

TEST(PlayerMoreTime, DoesNotMoveHalfWay) {
    Performance session = in_a_hold();
    session.press(Key::more_time);
    session.wait(28s);
    const Lines lines = told(session.events);
    EXPECT_NE(std::find(lines.begin(), lines.end(), "125 cue half 'halfway'"), lines.end());
}

TEST(PlayerMoreTime, CountsDownAgainWhatHasBeenCountedAlready) {
    Performance session = in_a_hold();
    session.wait(16s);  // "two"
    session.events.clear();
    session.press(Key::more_time);
    session.wait(12s);
    EXPECT_EQ(heard(session.events, session.player.script->timeline),
              (Lines{"count 'three' at 1/1/L/1+27", "count 'two' at 1/1/L/1+28",
                     "count 'one' at 1/1/L/1+29", "end at 1/1/L/1+30",
                     "side 'Change sides. Now the right leg.' at 1/1/R/side-change+0"}));
}

TEST(PlayerMoreTime, RepeatsNothingThatDoesNotMove) {
    Performance session = in_a_hold();
    session.wait(3s);  // just when half of it is over
    session.events.clear();
    session.press(Key::more_time);
    session.wait(1s);
    EXPECT_TRUE(all<CueDue>(session.events).empty());
}

TEST(PlayerMoreTime, MovesTheCountInOfAGetReadyAndNotTheWork) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.events.clear();
    session.press(Key::more_time);
    session.wait(16s);
    EXPECT_EQ(heard(session.events, session.player.script->timeline),
              (Lines{"count 'three' at 1/1/L/1+12", "count 'two' at 1/1/L/1+13",
                     "count 'one' at 1/1/L/1+14", "start at 1/1/L/1+0"}));
    EXPECT_EQ(session.left(), 29s) << "the hold is as long as it was";
}

TEST(PlayerMoreTime, LengthensAGap) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(4s);
    session.press(Key::more_time);
    EXPECT_EQ(session.left(), 16s);
}

TEST(PlayerMoreTime, LengthensOnlyThisSegment) {
    Performance session = in_a_hold();
    session.press(Key::more_time);
    session.wait(28s);
    EXPECT_EQ(session.left(), 5s);
}

TEST(PlayerMoreTime, WorksInAPause) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::more_time);
    EXPECT_EQ(session.player.phase, Phase::paused);
    EXPECT_EQ(session.left(), 28s);
}

TEST(PlayerMoreTime, LeavesRepsUndoneWhereSomeOfThePlanAreMissing) {
    Performance session(session_of({reps("a", 2, 10s), holds("b", 8s)}));
    session.resume();
    session.wait(10s + 5s);
    session.press(Key::more_time);
    session.wait(12s);
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 17s);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::partial);
}

TEST(PlayerMoreTime, LeavesAHoldDoneThatIsSkippedAfterAllThatWasPlanned) {
    Performance session = in_a_hold();
    session.press(Key::more_time);
    session.wait(23s);
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::done);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 35s);
}

}  // namespace
}  // namespace hipflow::session
