// SPDX-License-Identifier: MIT
// Time to take a position when keys come between (docs/design/guidance.md, "Keys").
#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

constexpr Millis to_lie_down = 20s;  // from standing

PrescribedStep on_foot(Guidance level) {
    PrescribedStep step = bridge(level);
    step.work.exercise.position = Position::standing;
    step.work.exercise.start = {{"Stand up.", {}}, {"Set your feet wide.", {}}};
    step.work.exercise.brief = "Stand, feet close.";
    return step;
}

/// Standing, in the second exercise, and led back to the right side of the first, which lies.
Performance on_the_way_down(PrescribedStep floor = figure_four(Guidance::brief)) {
    Performance session = begun_aloud({std::move(floor), on_foot(Guidance::brief)});
    session.wait_into("hold");
    session.press(Key::back);
    session.press(Key::back);
    EXPECT_EQ(session.place(), "1/1/R/1");
    return session;
}

/// How long nothing but "Take your time." comes after the last time that words were said.
Millis time_after(const Performance& session, std::string_view words) {
    const auto& said = session.said;
    const auto last = std::find_if(said.rbegin(), said.rend(), [&](const Said& sound) {
        return sound.cue.text == words && sound.whole;
    });
    if (last == said.rend()) {
        ADD_FAILURE() << "nobody says: " << words;
        return 0ms;
    }
    const auto next = std::find_if(
        last.base(), said.end(), [](const Said& sound) { return sound.cue.kind != CueKind::fill; });
    return next == said.end() ? 0ms : next->at - last->end;
}

TEST(Move, IsGivenItsTimeWithinHelp) {
    Performance session = on_the_way_down();
    session.wait(3s);
    session.press(Key::explain);
    session.wait(session.left());
    EXPECT_GE(time_after(session, "Lie on your back."), to_lie_down);
    EXPECT_EQ(session.place(), "1/1/R/1");
    EXPECT_EQ(session.left(), 30s);
}

TEST(Move, IsGivenNoTimeWithinHelpOnceItIsOver) {
    Performance session = on_the_way_down();
    session.wait_into("three");
    session.press(Key::explain);
    session.wait(session.left());
    EXPECT_EQ(time_after(session, "Lie on your back."), 2s);
}

/// What is heard after a pause of a minute, or a question, until the work.
Lines words_after_a_stop(Performance& session, Key key) {
    session.press(key);
    session.wait(1min);
    session.resume();
    return words_within(session, session.left());
}

TEST(Move, ThatIsInterruptedWithinHelpComesAgainWithItsTime) {
    for (const Key key : {Key::pause, Key::hurts}) {
        Performance session = on_the_way_down();
        session.press(Key::explain);
        session.wait_into("Lie on your back.");
        session.wait(12s);
        EXPECT_EQ(words_after_a_stop(session, key).front(), "Lie on your back.");
        EXPECT_GE(time_after(session, "Lie on your back."), to_lie_down);
        EXPECT_EQ(session.left(), 30s);
    }
}

TEST(Move, ThatIsInterruptedInAGetReadyComesAgainWithItsTime) {
    const std::string brief = "Right ankle on your left thigh.";
    for (const Key key : {Key::pause, Key::hurts}) {
        Performance session = on_the_way_down();
        session.wait_into(brief);
        session.wait(15s);
        EXPECT_EQ(words_after_a_stop(session, key),
                  (Lines{brief, "Take your time.", "three", "two", "one"}));
        EXPECT_GE(time_after(session, brief), to_lie_down);
    }
}

TEST(Move, ThatIsOverDoesNotComeAgain) {
    Performance session = on_the_way_down();
    session.wait_into("three");
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    EXPECT_EQ(session.left(), 5s);
    EXPECT_EQ(words_within(session, 5s), (Lines{"three", "two", "one"}));
}

TEST(Move, WithoutAVoiceIsGivenItsTimeAgainAfterAPause) {
    Performance session(spoken_session({figure_four(Guidance::brief), on_foot(Guidance::brief)}),
                        AskPeak::at_the_end, tones_alone());
    session.resume();
    while (session.place() != "2/1/B/2") session.wait(session.left());
    session.press(Key::back);
    session.press(Key::back);
    session.press(Key::back);
    ASSERT_EQ(session.place(), "1/1/L/1");
    session.wait(15s);
    session.press(Key::pause);
    session.press(Key::pause);
    EXPECT_GE(session.left(), to_lie_down + get_ready);
}

TEST(Move, GoesOnWhileAKeyIsAnswered) {
    Performance session = on_the_way_down();
    session.press(Key::explain);
    session.wait_into("Lie on your back.");
    session.wait(12s);
    const Millis left = session.left();
    session.press(Key::undo);
    EXPECT_LT(session.left(), left + 5s);
    const Millis from = session.now.time;
    session.wait_into("Right ankle on your left thigh, above the knee.");
    const Millis waited = session.said.back().at - from;
    EXPECT_GT(waited, 5s) << "what was left of the time to lie down";
    EXPECT_LT(waited, 12s);
}

TEST(Move, OfAGapIsToldAgainAfterAPause) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait_into("Lie on your back.");
    session.wait(13s);
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    session.wait_into("Set your feet wide.");
    EXPECT_EQ(time_after(session, "Lie on your back."), 15s);
    EXPECT_EQ(std::ranges::count(session.words_since(0s), "Lie on your back."), 2);
}

TEST(Move, OfAChangeOfSidesIsToldAgainAfterAPause) {
    auto holds = figure_four(Guidance::brief);
    holds.work.exercise.change = SideChange::roll;
    Performance session = begun_aloud({holds});
    session.wait_into("Right ankle on your left thigh.");
    session.wait(10s);
    session.press(Key::pause);
    session.wait(1min);
    session.press(Key::pause);
    const Millis from = session.now.time;
    session.wait_into("three");
    EXPECT_EQ(session.words_since(from).front(), "Right ankle on your left thigh.");
    EXPECT_GE(time_after(session, "Right ankle on your left thigh."), 14s);
}

TEST(Move, OfAGapIsGivenItsTimeWithinHelpAndNotTwice) {
    Performance session = begun_aloud({bridge(Guidance::full)});
    session.wait_into("Lie on your back.");
    session.wait(2s);
    session.press(Key::explain);
    session.wait(session.left());
    EXPECT_EQ(time_after(session, "Lie on your back."), 15s);
    EXPECT_EQ(session.place(), "1/1/B/position-change");
    EXPECT_EQ(session.left(), 5s);
    EXPECT_EQ(words_within(session, 8s).front(), "Set your feet wide.");
}

TEST(Move, OfAChangeOfSidesIsGivenItsTimeWithinHelp) {
    auto holds = figure_four(Guidance::brief);
    holds.work.exercise.change = SideChange::roll;
    Performance session = begun_aloud({holds});
    session.wait_into("Change sides. Now the right leg.");
    session.press(Key::explain);
    session.wait(session.left());
    EXPECT_GE(time_after(session, "Lie on your back."), 14s);
}

TEST(Move, ToSomethingEasierBeginsWhereTheBodyMayBe) {
    Performance session =
        on_the_way_down(with_alternate(figure_four(Guidance::brief), bridge(Guidance::brief)));
    session.wait(2s);
    session.press(Key::easier);
    EXPECT_GE(session.left(), to_lie_down);
}

TEST(Move, ToTheVeryFirstExerciseIsGivenItsTimeWhereverAKeyLeads) {
    Performance session = begun_aloud({bridge(Guidance::brief)});
    session.wait(2s);
    session.press(Key::back);
    EXPECT_GE(session.left(), 15s);
}

}  // namespace
}  // namespace hipflow::session
