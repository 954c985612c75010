// SPDX-License-Identifier: MIT
// What is heard on each key, and after it (docs/design/guidance.md, "Keys").
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "session/player.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

Performance spoken(std::vector<PrescribedStep> steps, AskPeak ask = AskPeak::at_the_end) {
    Performance session(spoken_session(std::move(steps)), ask, estimated());
    session.resume();
    return session;
}

/// Some seconds into the left of two holds of thirty.
Performance in_a_hold(Millis into = 12s) {
    Performance session = spoken({figure_four(Guidance::brief)});
    session.wait_into("one");
    session.wait(session.left() + into);
    EXPECT_EQ(session.place(), "1/1/L/1");
    return session;
}

/// The words heard whole from now on, for so long.
Lines words_within(Performance& session, Millis time) {
    const Millis from = session.now.time;
    session.wait(time);
    return session.words_since(from);
}

bool says(const Lines& words, std::string_view text) {
    return std::ranges::find(words, text) != words.end();
}

// Space.

TEST(Pause, SaysSoAndThenNothingButOnceThatItLasts) {
    Performance session = in_a_hold();
    const Millis from = session.now.time;
    session.press(Key::pause);
    session.wait(1h);
    EXPECT_EQ(session.words_since(from), (Lines{"Paused.", "Still paused."}));
    EXPECT_EQ(session.said.back().at, from + 2min);
}

/// Every word of every gap, interrupted in the middle.
TEST(Pause, HasTheSentenceOfAGapThatItInterruptsComeAgainWhole) {
    const std::vector<PrescribedStep> steps = {figure_four(Guidance::full), bridge(Guidance::full)};
    const auto script = spoken(steps).player.script;
    int interrupted = 0;
    for (std::size_t i = 0; i < script->cues.size(); ++i) {
        const Cue& cue = script->cues[i];
        const Millis length = sound_length(cue, script->hearing);
        if (!is_gap(script->timeline.segments[cue.segment].kind) || length == 0ms) continue;
        Performance session = spoken(steps);
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
    Performance session = spoken({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    const Millis begun = session.said.back().at;
    Performance early = spoken({bridge(Guidance::full)});
    early.wait(begun - early.now.time);
    ASSERT_EQ(early.said.back().cue.text, "Set your feet wide.");
    early.press(Key::pause);
    early.wait(3s);
    early.press(Key::pause);
    EXPECT_EQ(words_within(early, 3s), (Lines{"Set your feet wide."}));
}

TEST(Pause, GrowsAGapByTheSentenceThatComesAgain) {
    Performance session = spoken({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    const Millis left = session.left();
    const Millis heard = session.now.time - session.said.back().at;
    session.press(Key::pause);
    session.press(Key::pause);
    EXPECT_EQ(session.left(), left + heard);
}

TEST(Pause, GoesOnInWorkWithItsNameItsSideAndACount) {
    Performance session = in_a_hold();
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
    Performance session = in_a_hold();
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
    Performance session = in_a_hold();
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait_into("two");
    session.press(Key::pause);
    session.press(Key::pause);
    EXPECT_EQ(session.left(), 5s);
    EXPECT_EQ(words_within(session, 5s), (Lines{"three", "two", "one"}));
}

TEST(Pause, WhereWorkBeginsAtOnceIsFollowedByACountAllTheSame) {
    Performance session = in_a_hold();
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
    Performance session = spoken({step});
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
    Performance session = spoken({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    session.press(Key::next);
    EXPECT_EQ(session.left(), 3s);
    EXPECT_EQ(words_within(session, 3s), (Lines{"three", "two", "one"}));
    EXPECT_EQ(session.place(), "1/1/B/1");
}

TEST(Next, PressedAgainBeginsAtOnceAndSaysSo) {
    Performance session = spoken({bridge(Guidance::full)});
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
    Performance session = spoken({bridge(Guidance::full)});
    session.press(Key::next);
    session.press(Key::next);
    session.wait(500ms);
    const Millis left = session.left();
    session.press(Key::next);
    EXPECT_EQ(session.left(), left);
    EXPECT_EQ(all<BeginsNow>(session.events).size(), 1U);
}

TEST(Next, TellsTheScreenOfOneStart) {
    Performance session = spoken({bridge(Guidance::full)});
    session.press(Key::next);
    session.press(Key::next);
    session.wait_for_get_ready();
    const auto starts = all<SegmentStarted>(session.events);
    const std::size_t first = current_set(session.player).first;
    EXPECT_EQ(std::ranges::count(starts, first, &SegmentStarted::segment), 1);
    EXPECT_EQ(session.player.attempt.started, session.now.time);
}

TEST(Next, GoesToTheCountInOfWhatAKeyBroughtAboutAndThenBegins) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.press(Key::next);
    EXPECT_EQ(words_within(session, session.left()), (Lines{"three", "two", "one"}));
    session.press(Key::back);
    session.press(Key::next);
    session.press(Key::next);
    EXPECT_EQ(words_within(session, session.left()), (Lines{"Begins now."}));
}

TEST(Next, InAPauseOfAGetReadyGoesToItsCountIn) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.wait(2s);
    session.press(Key::pause);
    session.press(Key::next);
    EXPECT_EQ(session.place(), "1/1/L/1");
    EXPECT_EQ(words_within(session, session.left()), (Lines{"three", "two", "one"}));
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(Next, InWorkSaysSoAndLeadsInWithoutTheWordsOnHowToComeOut) {
    Performance session = in_a_hold();
    session.press(Key::next);
    const Millis from = session.now.time;
    session.wait_into("Right ankle on your left thigh.");
    session.wait(3s);
    EXPECT_EQ(session.words_since(from), (Lines{"Skipped.", "Change sides. Now the right leg.",
                                                "Right ankle on your left thigh."}));
}

// Back.

TEST(Back, NamesTheExerciseAndSaysItBriefly) {
    Performance session = in_a_hold();
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
    Performance session = spoken({floor, standing});
    session.wait_into("hold");
    session.press(Key::back);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/R/1");
    EXPECT_GE(session.left(), 20s) << "to lie down";
    floor.work.exercise.change = SideChange::roll;
    Performance rolling = spoken({floor});
    rolling.wait_into("Change sides. Now the right leg.");
    rolling.press(Key::back);
    EXPECT_EQ(rolling.place(), "1/1/L/1");
    EXPECT_GE(rolling.left(), 14s) << "to roll over";
}

// More time.

TEST(More, SaysSoAndMovesTheCountInOfAGap) {
    Performance session = spoken({bridge(Guidance::full)});
    session.wait_into("Now 6 times.");
    const Millis three = session.now.time + session.left() - 3s;
    session.press(Key::more_time);
    session.wait(1s);
    EXPECT_EQ(session.words_since(session.now.time - 1s).front(), "10 seconds more.");
    session.wait_into("three");
    EXPECT_EQ(session.said.back().at, three + 10s);
}

// Easier.

TEST(EasierOne, IsIntroducedWholeAtItsOwnLevel) {
    Performance session =
        spoken({with_alternate(figure_four(Guidance::brief), bridge(Guidance::full))});
    session.wait_into("halfway");
    session.press(Key::easier);
    EXPECT_EQ(words_within(session, session.left()),
              (Lines{"Something easier: bridge.", "6 times.", "Lie on your back.",
                     "Set your feet wide.", "Try one first, slowly.", "Lift your hips.", "Stay up.",
                     "Come down.", "Now 6 times.", "three", "two", "one"}));
    EXPECT_EQ(session.place(), "1/1/B/1");
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(EasierOne, IsNotCalledTheFirstSideOnTheSecond) {
    auto easier = figure_four(Guidance::full, 10s);
    Performance session = spoken({with_alternate(figure_four(Guidance::brief), easier)});
    session.wait_into("Change sides. Now the right leg.");
    session.press(Key::easier);
    const Lines words = words_within(session, session.left());
    EXPECT_TRUE(says(words, "Right leg."));
    EXPECT_FALSE(says(words, "Right leg first."));
}

TEST(EasierOne, IsDeniedAloudWhereThereIsNone) {
    Performance session = in_a_hold();
    session.press(Key::easier);
    EXPECT_TRUE(
        says(words_within(session, 5s), "There is nothing easier. Make the movement smaller."));
}

// It hurts.

constexpr std::string_view question =
    "How strong is it, from zero to ten? Type the number, then press Enter.";

TEST(Hurts, StopsTellsHowToComeOutAndAsks) {
    Performance session = in_a_hold();
    session.press(Key::hurts);
    const Lines words = words_within(session, 20s);
    EXPECT_EQ(words, (Lines{"Stop there.", "Put your left foot down.", std::string(question)}));
    EXPECT_EQ(session.player.phase, Phase::paused);
}

TEST(Hurts, TellsNobodyToComeOutOfWhatHasNotBegun) {
    Performance session = spoken({bridge(Guidance::brief), figure_four(Guidance::brief)});
    session.wait_into("Next: figure four.");
    session.press(Key::hurts);
    EXPECT_EQ(words_within(session, 20s), (Lines{"Stop there.", std::string(question)}));
}

TEST(Hurts, TellsHowToComeOutOfTheLastOneWhereThatWasCutShort) {
    Performance session = spoken({figure_four(Guidance::brief), bridge(Guidance::brief)});
    session.wait_into("Put your right foot down.");
    ASSERT_EQ(current_work(session.player).exercise.id, "bridge");
    session.press(Key::hurts);
    EXPECT_EQ(words_within(session, 20s),
              (Lines{"Stop there.", "Put your right foot down.", std::string(question)}));
}

// Help.

constexpr auto whole_figure_four = std::to_array<std::string_view>(
    {"Again: figure four.", "Lie on your back.", "Left ankle on your right thigh, above the knee.",
     "Let your left knee move away.", "Hold for 30 seconds."});

TEST(Help, InWorkStopsTheClockSaysAllOfItAndGoesOn) {
    Performance session = in_a_hold();
    const Millis left = session.left();
    session.press(Key::explain);
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    const Lines words = words_within(session, session.left());
    for (const auto text : whole_figure_four) EXPECT_TRUE(says(words, text)) << text;
    EXPECT_EQ(Lines(words.end() - 5, words.end()),
              (Lines{"Going on: figure four.", "Left leg.", "three", "two", "one"}));
    EXPECT_EQ(session.left(), left);
}

TEST(Help, InAGapIsFollowedByTheSentenceThatItInterrupts) {
    Performance session = spoken({figure_four(Guidance::brief)});
    session.wait_into("30 seconds with each leg.");
    session.press(Key::explain);
    const Lines help = words_within(session, session.left());
    for (const auto text : whole_figure_four) EXPECT_TRUE(says(help, text)) << text;
    EXPECT_FALSE(says(help, "three"));
    EXPECT_EQ(words_within(session, 2s).front(), "30 seconds with each leg.");
}

TEST(Help, InACountInIsFollowedByAWholeOne) {
    Performance session = spoken({figure_four(Guidance::brief)});
    session.wait_into("two");
    session.press(Key::explain);
    session.wait(session.left());
    EXPECT_EQ(session.left(), 5s);
    EXPECT_EQ(words_within(session, 5s), (Lines{"three", "two", "one"}));
}

TEST(Help, InAGetReadyIsFollowedByACountIn) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.wait_into("Left leg.");
    session.press(Key::explain);
    const Lines words = words_within(session, session.left());
    for (const auto text : whole_figure_four) EXPECT_TRUE(says(words, text)) << text;
    EXPECT_EQ(Lines(words.end() - 3, words.end()), (Lines{"three", "two", "one"}));
    EXPECT_EQ(session.left(), 30s);
}

TEST(Help, CanBePausedAndGoesOnWithItsSentence) {
    Performance session = in_a_hold();
    session.press(Key::explain);
    session.wait_into("Let your left knee move away.");
    session.press(Key::pause);
    session.wait(10s);
    session.press(Key::pause);
    EXPECT_EQ(words_within(session, 5s).front(), "Let your left knee move away.");
}

TEST(Help, WithoutAVoicePausesSoThatItCanBeRead) {
    Performance session(session_of({holds("a", 30s)}));
    session.resume();
    session.wait(12s);
    session.press(Key::explain);
    EXPECT_EQ(session.player.phase, Phase::paused);
    EXPECT_EQ(all<Explained>(session.events).size(), 1U);
    session.press(Key::pause);
    session.wait(5s);
    EXPECT_EQ(session.left(), 28s);
}

// Taken back, quit, slept, stopped.

TEST(Undo, SaysSoAndCountsInToWork) {
    Performance session = in_a_hold();
    const Millis left = session.left();
    session.press(Key::next);
    session.wait(3s);
    session.press(Key::undo);
    EXPECT_EQ(words_within(session, session.left()),
              (Lines{"Taken back. Get ready.", "three", "two", "one"}));
    EXPECT_EQ(session.left(), left);
}

TEST(Undo, InAGapHasTheSentenceComeAgain) {
    Performance session = spoken({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    session.press(Key::next);
    session.press(Key::undo);
    const Lines words = words_within(session, 6s);
    ASSERT_GE(words.size(), 2U);
    EXPECT_EQ(words[0], "Taken back. Get ready.");
    EXPECT_EQ(words[1], "Set your feet wide.");
}

TEST(Quit, SaysThatItEndsHere) {
    Performance session = in_a_hold();
    const Millis from = session.now.time;
    session.press(Key::quit);
    EXPECT_EQ(session.words_since(from), (Lines{"Finished here."}));
}

TEST(Slept, IsSaid) {
    Performance session = in_a_hold();
    const Millis from = session.now.time;
    session.sleep(1h);
    EXPECT_EQ(session.words_since(from), (Lines{"Paused. The computer slept."}));
    session.wait(1h);
    EXPECT_EQ(all<StillPaused>(session.events).size(), 0U);
}

TEST(Stopped, IsSaid) {
    Performance session = in_a_hold();
    const Millis from = session.now.time;
    session.stop(1h);
    EXPECT_EQ(session.words_since(from), (Lines{"Paused. The program was stopped."}));
}

// A gap that is held.

TEST(HoldGap, PutsOffWhatIsStillToBeSaidInAGetReady) {
    Performance session = in_a_hold();
    session.press(Key::back);
    session.wait_into("Left leg.");
    const Millis left = session.left();
    const Millis in_all = left_in_session(session.player, session.now.time);
    session.hold_gap(1s);
    EXPECT_EQ(session.left(), left + 1s);
    EXPECT_EQ(left_in_session(session.player, session.now.time), in_all + 1s);
    const Millis start = session.now.time + session.left();
    EXPECT_EQ(words_within(session, session.left()),
              (Lines{"Left ankle on your right thigh.", "three", "two", "one"}));
    const auto three = std::ranges::find_if(session.said, [&](const Said& sound) {
        return sound.cue.text == "three" && sound.at > start - 10s;
    });
    ASSERT_NE(three, session.said.end());
    EXPECT_EQ(three->at, start - 3s);
    EXPECT_EQ(session.left(), 30s) << "work is never stretched";
}

}  // namespace
}  // namespace hipflow::session
