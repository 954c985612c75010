// SPDX-License-Identifier: MIT
// What stops the clock: the user, a question, a closed lid, a stopped process.
#include <gtest/gtest.h>

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
    session.events.clear();
    return session;
}

/// Two seconds into the change from the left to the right side.
Performance in_a_gap() {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.wait(10s + 30s + 2s);
    session.events.clear();
    return session;
}

PauseReason only_pause(const Performance& session) {
    const auto pauses = all<Paused>(session.events);
    EXPECT_EQ(pauses.size(), 1U);
    return pauses.empty() ? PauseReason::asked : pauses[0].reason;
}

TEST(PlayerPause, StopsTheClock) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.wait(1h);
    EXPECT_EQ(session.player.phase, Phase::paused);
    EXPECT_EQ(session.left(), 18s);
    EXPECT_EQ(session.active(), 22s);
}

TEST(PlayerPause, IsFollowedByACountDown) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    session.events.clear();
    const Millis from = session.now.time;
    session.wait(5s);
    Lines spoken;
    for (const auto& event : session.events) {
        const auto* due = std::get_if<CueDue>(&event.what);
        if (due == nullptr || due->cue.kind != CueKind::count) continue;
        spoken.push_back(due->cue.text);
        EXPECT_EQ(event.at - from, static_cast<int>(spoken.size() + 1) * 1s);
    }
    EXPECT_EQ(spoken, (Lines{"three", "two", "one"}));
}

TEST(PlayerPause, ASkippedGetReadyIsNotCountedDown) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.events.clear();
    session.now.time += 500ms;
    session.press(Key::next);  // to the count-in
    session.press(Key::next);
    session.now.time += 500ms;
    session.press(Key::time_left);
    EXPECT_TRUE(all<CueDue>(session.events).empty());
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(PlayerPause, NeedsNobodyToLookOnceItHasRemindedOfItself) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    EXPECT_EQ(next_deadline(session.player), session.now.time + 2min);
    session.wait(2min);
    EXPECT_EQ(next_deadline(session.player), std::nullopt);
    session.wait(1h);
    EXPECT_EQ(all<StillPaused>(session.events).size(), 1U);
}

TEST(PlayerPause, RemindsNobodyWhoWasAskedSomething) {
    Performance session = in_a_hold();
    session.press(Key::hurts);
    EXPECT_EQ(next_deadline(session.player), std::nullopt);
}

TEST(PlayerPause, GoesOnInAHoldAfterAGetReady) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_EQ(session.left(), 5s);
    session.wait(5s);
    EXPECT_EQ(session.player.phase, Phase::running);
    EXPECT_EQ(session.left(), 18s);
}

TEST(PlayerPause, SaysWhenItGoesOn) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait(5s);
    EXPECT_EQ(told(session.events),
              (Lines{"122 paused 0", "122 resumed 5", "122 announced", "124 cue count 'three'",
                     "125 cue count 'two'", "126 cue count 'one'", "127 segment 1"}));
}

TEST(PlayerPause, LosesNothingInTenPauses) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(10s);
    for (int i = 0; i < 10; ++i) {
        session.wait(2'137ms);
        session.press(Key::pause);
        session.wait(733ms);
        session.press(Key::pause);
        session.wait(5s);
    }
    session.run_out();
    EXPECT_EQ(session.active(), 40s);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 30s);
}

TEST(PlayerPause, GivesEveryCueOnceAcrossPauses) {
    const auto script = script_of(session_of({holds("a", 30s)}));
    Performance session(begin(script));
    session.resume();
    session.wait(10s + 15s);  // just when half of it is over
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait(5s + 12s);  // and just at "three"
    session.press(Key::pause);
    session.press(Key::pause);
    session.run_out();
    std::vector<Cue> given;
    Lines announced;
    for (const auto& [cue, planned] : all<CueDue>(session.events)) {
        if (planned) {
            given.push_back(cue);
        } else {
            announced.push_back(cue.text);
        }
    }
    EXPECT_EQ(given, script->cues);
    EXPECT_EQ(announced, (Lines{"three", "two", "one", "three", "two", "one"}))
        << "each get-ready has a count-down of its own";
}

TEST(PlayerPause, RunsAGetReadyAnewWhenPausedInIt) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait(4s);
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    EXPECT_EQ(session.left(), 5s);
    session.wait(5s);
    EXPECT_EQ(session.left(), 18s);
}

TEST(PlayerPause, GoesOnInAGapWithAtLeastAGetReadyLeft) {
    Performance session = in_a_gap();
    session.press(Key::pause);
    EXPECT_EQ(session.left(), 3s);
    session.press(Key::pause);
    EXPECT_EQ(session.player.phase, Phase::running);
    EXPECT_EQ(session.left(), 5s);
}

TEST(PlayerPause, CountsAGapDownAgainThatHasBecomeLonger) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(8s);  // "two"
    session.press(Key::pause);
    session.events.clear();
    session.press(Key::pause);
    session.wait(5s);
    EXPECT_EQ(told(session.events),
              (Lines{"108 resumed 0", "110 cue count 'three'", "111 cue count 'two'",
                     "112 cue count 'one'", "113 segment 1", "113 cue start"}));
}

TEST(PlayerPause, StopsTheClockWhenItHurts) {
    Performance session = in_a_hold();
    session.press(Key::hurts);
    EXPECT_EQ(only_pause(session), PauseReason::hurts);
    EXPECT_EQ(all<PainAsked>(session.events).size(), 1U);
    session.wait(1min);
    EXPECT_EQ(session.left(), 18s);
}

TEST(PlayerPause, AsksAboutPainInAPauseToo) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::hurts);
    EXPECT_EQ(all<PainAsked>(session.events).size(), 1U);
}

// A machine that sleeps.

TEST(PlayerAsleep, IsFoundPausedInAHoldCreditedOnlyUpToThere) {
    Performance session = in_a_hold();
    session.now.time += 300ms;  // the hold went on for that long before the lid was closed
    session.sleep(10min);
    EXPECT_EQ(only_pause(session), PauseReason::slept);
    EXPECT_EQ(session.left(), 17'700ms);
}

TEST(PlayerAsleep, GivesNoBurstOfCues) {
    Performance session = in_a_hold();
    session.now.time += 300ms;
    session.sleep(10min);
    EXPECT_TRUE(all<CueDue>(session.events).empty());
}

TEST(PlayerAsleep, ComesBackWithAGetReadyAndTheRestOfTheHold) {
    Performance session = in_a_hold();
    session.sleep(10min);
    session.press(Key::pause);
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    session.wait(5s);
    EXPECT_EQ(session.left(), 18s);
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 30s);
}

TEST(PlayerAsleep, CreditsNoMoreThanTheTimeUntilSomebodyWouldHaveLooked) {
    Performance session = in_a_hold();
    session.now.time += 1min;  // macOS: this clock may run on in sleep
    session.sleep(10min);
    EXPECT_EQ(session.left(), 17s);
}

TEST(PlayerAsleep, StartsNoHoldUnwatched) {
    Performance session = in_a_gap();
    session.sleep(10min);
    session.wait(1h);
    EXPECT_EQ(only_pause(session), PauseReason::slept);
    EXPECT_EQ(session.place(), "1/1/R/side-change");
}

TEST(PlayerAsleep, DoesNotTakeTheSpaceThatWokeItForTheEndOfThePause) {
    Performance session = in_a_hold();
    session.now.asleep += 10min;
    session.press(Key::pause);
    EXPECT_EQ(session.player.phase, Phase::paused);
}

TEST(PlayerAsleep, TakesNothingLessThanASecondForSleep) {
    Performance session = in_a_hold();
    session.sleep(999ms);
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(PlayerAsleep, DoesNotCareInAPause) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.sleep(8h);
    session.press(Key::pause);
    session.wait(5s);
    EXPECT_EQ(session.player.phase, Phase::running);
    EXPECT_EQ(all<Paused>(session.events).size(), 1U);
}

TEST(PlayerAsleep, DoesNotCareHowLongItSleptBeforeTheSession) {
    Performance session(session_of({holds("a", 30s)}));
    session.now.asleep = 100h;
    session.resume();
    session.wait(1s);
    EXPECT_EQ(session.player.phase, Phase::running);
}

// A process that is stopped.

TEST(PlayerStopped, CreditsAHoldOnlyUpToTheLastTimeSeen) {
    Performance session = in_a_hold();
    session.blink(10s);
    EXPECT_EQ(only_pause(session), PauseReason::stopped);
    EXPECT_EQ(session.left(), 18s);
    EXPECT_EQ(session.active(), 22s);
}

TEST(PlayerStopped, CompletesNothingThatNobodyDid) {
    Performance session = in_a_hold();
    session.blink(10min);
    EXPECT_TRUE(all<SetEnded>(session.events).empty());
    EXPECT_TRUE(all<CueDue>(session.events).empty());
}

TEST(PlayerStopped, StartsNoHoldUnwatched) {
    Performance session = in_a_gap();
    session.blink(1min);
    EXPECT_EQ(session.player.phase, Phase::paused);
    EXPECT_EQ(session.place(), "1/1/R/side-change");
}

TEST(PlayerStopped, DoesNotMindBeingCalledTwoSecondsLate) {
    Performance session = in_a_hold();
    session.blink(3s);  // a second until somebody looks, and two
    EXPECT_EQ(session.player.phase, Phase::running);
    EXPECT_EQ(session.left(), 15s);
}

TEST(PlayerStopped, MindsAnythingLater) {
    Performance session = in_a_hold();
    session.blink(3'001ms);
    EXPECT_EQ(session.player.phase, Phase::paused);
}

TEST(PlayerStopped, DoesNotStartTheHoldWhenStoppedInAGetReady) {
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.blink(20s);
    EXPECT_EQ(session.player.phase, Phase::paused);
    EXPECT_EQ(session.left(), 18s);
}

TEST(PlayerStopped, CountsNothingOfAHoldThatWasNotSeen) {
    Performance session = in_a_hold();
    session.stop(900ms);  // shorter than anybody would notice
    EXPECT_EQ(only_pause(session), PauseReason::stopped);
    EXPECT_EQ(session.left(), 18s);
}

TEST(PlayerStopped, GoesOnInAGapUpToWhatWouldHaveComeNext) {
    Performance session = in_a_gap();
    const Millis left = session.left();
    const Millis next = *next_deadline(session.player) - session.now.time;
    Performance soon = session;
    soon.stop(next / 2);
    EXPECT_EQ(soon.left(), left - next / 2);
    session.stop(1h);
    EXPECT_EQ(session.left(), left - next);
    EXPECT_EQ(session.place(), "1/1/R/side-change");
}

TEST(PlayerStopped, IsPausedBeforeASuspendThatIsAskedFor) {
    Performance session = in_a_hold();
    Turn turn = pause(session.player, PauseReason::stopped, session.now);
    session.player = std::move(turn.player);
    session.blink(1h);
    EXPECT_EQ(session.left(), 18s);
    EXPECT_EQ(session.player.phase, Phase::paused);
}

TEST(PlayerStopped, NoticesAStopBeforeItResumesWhatNobodyPaused) {
    Performance session = in_a_hold();
    session.now.time += 10s;
    session.resume();
    EXPECT_EQ(session.player.phase, Phase::paused);
}

}  // namespace
}  // namespace hipflow::session
