// SPDX-License-Identifier: MIT
// What is heard after a pause, and on the way to another set (docs/design/guidance.md, "Keys").
#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

// Space.

TEST(Pause, SaysSoAndThenNothingButOnceThatItLasts) {
    Performance session = aloud_in_a_hold();
    const Millis from = session.now.time;
    session.press(Key::pause);
    session.wait(1h);
    EXPECT_EQ(session.words_since(from), (Lines{"Paused.", "Still paused."}));
    EXPECT_EQ(session.said.back().at, from + 2min);
}

/// Every word of every gap, interrupted in the middle.
TEST(Pause, HasTheSentenceOfAGapThatItInterruptsComeAgainWhole) {
    const std::vector<PrescribedStep> steps = {figure_four(Guidance::full), bridge(Guidance::full)};
    const auto script = begun_aloud(steps).player.script;
    int interrupted = 0;
    for (std::size_t i = 0; i < script->cues.size(); ++i) {
        const Cue& cue = script->cues[i];
        const Millis length = sound_length(cue, script->hearing);
        if (!is_gap(script->timeline.segments[cue.segment].kind) || length == 0ms) continue;
        Performance session = begun_aloud(steps);
        const auto given = [&] { return session.player.next_cue > i; };
        while (!given()) session.wait(*next_deadline(session.player) - session.now.time);
        session.wait(length / 2);
        session.press(Key::pause);
        session.wait(1min);
        session.press(Key::pause);
        const Millis from = session.now.time;
        session.run_to_end();
        const auto again = std::ranges::find_if(
            session.said, [&](const Said& sound) { return sound.at >= from && !sound.answer; });
        ASSERT_NE(again, session.said.end());
        const bool counts = cue.kind == CueKind::count;
        EXPECT_EQ(again->cue.text, counts ? "three" : cue.text);
        EXPECT_EQ(again->cue.tone, cue.tone) << cue.text;
        EXPECT_TRUE(again->whole);
        EXPECT_EQ(again->at, counts ? from + 2s : from) << cue.text;
        EXPECT_EQ(credit(results(session.events)), script->timeline.work);
        ++interrupted;
    }
    EXPECT_GT(interrupted, 30);
}

TEST(Pause, AtTheVeryBeginningOfASentenceLosesNothing) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    const Millis begun = session.said.back().at;
    Performance early = begun_aloud({bridge(Guidance::full)});
    early.wait(begun - early.now.time);
    ASSERT_EQ(early.said.back().cue.text, "Set your feet wide.");
    early.press(Key::pause);
    early.wait(3s);
    early.press(Key::pause);
    EXPECT_EQ(words_within(early, 3s), (Lines{"Set your feet wide."}));
}

TEST(Pause, GrowsAGapByTheSentenceThatComesAgain) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    const Millis left = session.left();
    const Millis heard = session.now.time - session.said.back().at;
    session.press(Key::pause);
    session.press(Key::pause);
    EXPECT_EQ(session.left(), left + heard);
}

TEST(Pause, GoesOnInWorkWithItsNameItsSideAndACount) {
    Performance session = aloud_in_a_hold();
    const Millis left = session.left();
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    ASSERT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_GE(session.left(), 5s);
    EXPECT_EQ(words_within(session, session.left()),
              (Lines{"Going on: figure four.", "Left leg.", "three", "two", "one"}));
    EXPECT_EQ(session.left(), left);
}

TEST(Pause, GoesOnWithAGetReadyWhereItWasCutShort) {
    Performance session = aloud_in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait_into("Left leg.");
    session.press(Key::pause);
    session.wait(30s);
    session.press(Key::pause);
    EXPECT_GE(session.left(), 5s);
    EXPECT_EQ(words_within(session, session.left()), (Lines{"Left leg.", "three", "two", "one"}));
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(Pause, InACountInHasItBeginAnew) {
    Performance session = aloud_in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait_into("two");
    session.press(Key::pause);
    session.press(Key::pause);
    EXPECT_EQ(session.left(), 5s);
    EXPECT_EQ(words_within(session, 5s), (Lines{"three", "two", "one"}));
}

TEST(Pause, WhereWorkBeginsAtOnceIsFollowedByACountAllTheSame) {
    Performance session = aloud_in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.press(Key::next);
    session.press(Key::next);
    session.wait_into("Begins now.");
    session.press(Key::pause);
    session.press(Key::pause);
    const Lines words = words_within(session, session.left());
    EXPECT_EQ(Lines(words.end() - 3, words.end()), (Lines{"three", "two", "one"}));
}

TEST(Pause, WhileLettingGoCountsInToTheNextHold) {
    PrescribedStep step = pulses("Press", 3, 10s, 2s);
    step.work.guidance = Guidance::brief;
    Performance session = begun_aloud({step});
    session.wait_into("Release.");
    ASSERT_EQ(session.place(), "1/1/B/1/release");
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait(session.left());
    EXPECT_EQ(session.place(), "1/1/B/2");
    EXPECT_EQ(session.left(), 10s);
    session.run_to_end();
    EXPECT_EQ(credit(results(session.events)), 30s);
}

// Next.

TEST(Next, GoesToTheCountInOfALeadIn) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    session.press(Key::next);
    EXPECT_EQ(session.left(), 3s);
    EXPECT_EQ(words_within(session, 3s), (Lines{"three", "two", "one"}));
    EXPECT_EQ(session.place(), "1/1/B/1");
}

TEST(Next, PressedAgainBeginsAtOnceAndSaysSo) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait(5s);
    session.press(Key::next);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/B/1");
    const Millis wait = session.left();
    EXPECT_LT(wait, 3s);
    EXPECT_EQ(words_within(session, wait), (Lines{"Begins now."}));
    EXPECT_EQ(session.left(), 7s);
    session.run_to_end();
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 42s);
}

TEST(Next, PressedAThirdTimePutsNothingOff) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.press(Key::next);
    session.press(Key::next);
    session.wait(500ms);
    const Millis left = session.left();
    session.press(Key::next);
    EXPECT_EQ(session.left(), left);
    EXPECT_EQ(all<BeginsNow>(session.events).size(), 1U);
}

TEST(Next, TellsTheScreenOfOneStart) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.press(Key::next);
    session.press(Key::next);
    session.wait_for_get_ready();
    const auto starts = all<SegmentStarted>(session.events);
    const std::size_t first = current_set(session.player).first;
    EXPECT_EQ(std::ranges::count(starts, first, &SegmentStarted::segment), 1);
    EXPECT_EQ(session.player.attempt.started, session.now.time);
}

TEST(Next, GoesToTheCountInOfWhatAKeyBroughtAboutAndThenBegins) {
    Performance session = aloud_in_a_hold();
    session.press(Key::back);
    session.press(Key::next);
    EXPECT_EQ(words_within(session, session.left()), (Lines{"three", "two", "one"}));
    session.press(Key::back);
    session.press(Key::next);
    session.press(Key::next);
    EXPECT_EQ(words_within(session, session.left()), (Lines{"Begins now."}));
}

TEST(Next, InAPauseOfAGetReadyGoesToItsCountIn) {
    Performance session = aloud_in_a_hold();
    session.press(Key::back);
    session.wait(2s);
    session.press(Key::pause);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/L/1");
    EXPECT_EQ(words_within(session, session.left()), (Lines{"three", "two", "one"}));
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(Next, InWorkSaysSoAndLeadsInWithoutTheWordsOnHowToComeOut) {
    Performance session = aloud_in_a_hold();
    session.press(Key::next);
    const Millis from = session.now.time;
    session.wait_into("Right ankle on your left thigh.");
    session.wait(3s);
    EXPECT_EQ(session.words_since(from), (Lines{"Skipped.", "Change sides. Now the right leg.",
                                                "Right ankle on your left thigh."}));
}

// Back.

TEST(Back, NamesTheExerciseAndSaysItBriefly) {
    Performance session = aloud_in_a_hold();
    session.press(Key::back);
    EXPECT_EQ(words_within(session, session.left()),
              (Lines{"Again: figure four.", "Left leg.", "Left ankle on your right thigh.", "three",
                     "two", "one"}));
    EXPECT_EQ(session.left(), 30s);
}

TEST(Back, GivesTimeToGetThere) {
    auto floor = figure_four(Guidance::brief);
    auto standing = bridge(Guidance::brief);
    standing.work.exercise.position = Position::standing;
    Performance session = begun_aloud({floor, standing});
    session.wait_into("hold");
    session.press(Key::back);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/R/1");
    EXPECT_GE(session.left(), 20s) << "to lie down";
    floor.work.exercise.change = SideChange::roll;
    Performance rolling = begun_aloud({floor});
    rolling.wait_into("Change sides. Now the right leg.");
    rolling.press(Key::back);
    EXPECT_EQ(rolling.place(), "1/1/L/1");
    EXPECT_GE(rolling.left(), 14s) << "to roll over";
}

}  // namespace
}  // namespace hipflow::session
