// SPDX-License-Identifier: MIT
// What is heard on the keys that ask for something (docs/design/guidance.md, "Keys").
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

bool says(const Lines& words, std::string_view text) {
    return std::ranges::find(words, text) != words.end();
}

// More time.

TEST(More, SaysSoAndMovesTheCountInOfAGap) {
    Performance session = begun_aloud({bridge(Guidance::full)});
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
        begun_aloud({with_alternate(figure_four(Guidance::brief), bridge(Guidance::full))});
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
    Performance session = begun_aloud({with_alternate(figure_four(Guidance::brief), easier)});
    session.wait_into("Change sides. Now the right leg.");
    session.press(Key::easier);
    const Lines words = words_within(session, session.left());
    EXPECT_TRUE(says(words, "Right leg."));
    EXPECT_FALSE(says(words, "Right leg first."));
}

TEST(EasierOne, IsDeniedAloudWhereThereIsNone) {
    Performance session = aloud_in_a_hold();
    session.press(Key::easier);
    EXPECT_TRUE(
        says(words_within(session, 5s), "There is nothing easier. Make the movement smaller."));
}

// It hurts.

constexpr std::string_view question =
    "How strong is it, from zero to ten? Give the number, or X for ten.";

TEST(Hurts, StopsTellsHowToComeOutAndAsks) {
    Performance session = aloud_in_a_hold();
    session.press(Key::hurts);
    const Lines words = words_within(session, 20s);
    EXPECT_EQ(words, (Lines{"Stop there.", "Put your left foot down.", std::string(question)}));
    EXPECT_EQ(session.player.phase, Phase::paused);
}

TEST(Hurts, TellsNobodyToComeOutOfWhatHasNotBegun) {
    Performance session = begun_aloud({bridge(Guidance::brief), figure_four(Guidance::brief)});
    session.wait_into("Next: figure four.");
    session.press(Key::hurts);
    EXPECT_EQ(words_within(session, 20s), (Lines{"Stop there.", std::string(question)}));
}

TEST(Hurts, TellsHowToComeOutOfTheLastOneWhereThatWasCutShort) {
    Performance session = begun_aloud({figure_four(Guidance::brief), bridge(Guidance::brief)});
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
    Performance session = aloud_in_a_hold();
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
    Performance session = begun_aloud({figure_four(Guidance::brief)});
    session.wait_into("30 seconds with each leg.");
    session.press(Key::explain);
    const Lines help = words_within(session, session.left());
    for (const auto text : whole_figure_four) EXPECT_TRUE(says(help, text)) << text;
    EXPECT_FALSE(says(help, "three"));
    EXPECT_EQ(words_within(session, 2s).front(), "30 seconds with each leg.");
}

TEST(Help, InACountInIsFollowedByAWholeOne) {
    Performance session = begun_aloud({figure_four(Guidance::brief)});
    session.wait_into("two");
    session.press(Key::explain);
    session.wait(session.left());
    EXPECT_EQ(session.left(), 5s);
    EXPECT_EQ(words_within(session, 5s), (Lines{"three", "two", "one"}));
}

TEST(Help, InAGetReadyIsFollowedByACountIn) {
    Performance session = aloud_in_a_hold();
    session.press(Key::back);
    session.wait_into("Left leg.");
    session.press(Key::explain);
    const Lines words = words_within(session, session.left());
    for (const auto text : whole_figure_four) EXPECT_TRUE(says(words, text)) << text;
    EXPECT_EQ(Lines(words.end() - 3, words.end()), (Lines{"three", "two", "one"}));
    EXPECT_EQ(session.left(), 30s);
}

TEST(Help, CanBePausedAndGoesOnWithItsSentence) {
    Performance session = aloud_in_a_hold();
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
    Performance session = aloud_in_a_hold();
    const Millis left = session.left();
    session.press(Key::next);
    session.wait(3s);
    session.press(Key::undo);
    EXPECT_EQ(words_within(session, session.left()),
              (Lines{"Taken back. Get ready.", "three", "two", "one"}));
    EXPECT_EQ(session.left(), left);
}

TEST(Undo, InAGapHasTheSentenceComeAgain) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait_into("Set your feet wide.");
    session.press(Key::next);
    session.press(Key::undo);
    const Lines words = words_within(session, 6s);
    ASSERT_GE(words.size(), 2U);
    EXPECT_EQ(words[0], "Taken back. Get ready.");
    EXPECT_EQ(words[1], "Set your feet wide.");
}

TEST(Undo, WithoutASkipSaysThatThereIsNone) {
    Performance session = aloud_in_a_hold();
    const Millis left = session.left();
    session.press(Key::undo);
    EXPECT_EQ(session.left(), left);
    EXPECT_EQ(words_within(session, 2s), (Lines{"Nothing to take back."}));
}

TEST(Undo, WithoutASkipIsAnsweredBeforeTheRestOfAnAnnouncement) {
    for (const Key key : {Key::undo, Key::easier}) {
        Performance session = aloud_in_a_hold();
        session.press(Key::back);
        session.wait_into("Left leg.");
        session.press(key);
        Lines words = words_within(session, session.left());
        ASSERT_FALSE(words.empty());
        EXPECT_EQ(words.front(), key == Key::undo
                                     ? "Nothing to take back."
                                     : "There is nothing easier. Make the movement smaller.");
        words.erase(words.begin());
        EXPECT_EQ(words,
                  (Lines{"Left leg.", "Left ankle on your right thigh.", "three", "two", "one"}));
        EXPECT_EQ(session.left(), 30s);
    }
}

TEST(Quit, SaysThatItEndsHere) {
    Performance session = aloud_in_a_hold();
    const Millis from = session.now.time;
    session.press(Key::quit);
    EXPECT_EQ(session.words_since(from), (Lines{"Finished here."}));
}

TEST(Slept, IsSaid) {
    Performance session = aloud_in_a_hold();
    const Millis from = session.now.time;
    session.sleep(1h);
    EXPECT_EQ(session.words_since(from), (Lines{"Paused. The computer slept."}));
    session.wait(1h);
    EXPECT_EQ(all<StillPaused>(session.events).size(), 0U);
}

TEST(Stopped, IsSaid) {
    Performance session = aloud_in_a_hold();
    const Millis from = session.now.time;
    session.stop(1h);
    EXPECT_EQ(session.words_since(from), (Lines{"Paused. The program was stopped."}));
}

// A gap that is held.

TEST(HoldGap, PutsOffWhatIsStillToBeSaidInAGetReady) {
    Performance session = aloud_in_a_hold();
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
