// SPDX-License-Identifier: MIT
#include "sound/reply.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/sessions.h"

namespace hipflow::sound {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

std::string heard(const std::vector<session::Event>& events, const session::Player& player,
                  const session::Hearing& hearing = {}) {
    const auto reply = reply_to(events, player, hearing);
    if (!reply) return "nothing";
    const std::string tone = reply->tone ? fmt::format("[{}] ", word(*reply->tone)) : "";
    return tone + reply->text;
}

class AnswersToKeys : public ::testing::Test {
   protected:
    AnswersToKeys() {
        performance.resume();
        performance.wait(12s);  // two seconds into the work
        performance.events.clear();
    }
    std::string answer(session::Key key) {
        performance.press(key);
        performance.wait(0ms);  // what is due at once belongs to it
        return heard(performance.events, performance.player);
    }
    Performance performance{session_of({with_alternate(holds("Bridge", 30s), holds("Tilt", 30s))})};
};

TEST_F(AnswersToKeys, Pause) {
    EXPECT_EQ(answer(session::Key::pause), "Paused.");
    performance.events.clear();
    EXPECT_EQ(answer(session::Key::pause), "[get ready] Get ready.");
}

TEST_F(AnswersToKeys, TimeLeft) {
    EXPECT_EQ(answer(session::Key::time_left), "28 seconds left here, 28 seconds in all.");
}

TEST_F(AnswersToKeys, MoreTime) { EXPECT_EQ(answer(session::Key::more_time), "10 seconds more."); }

TEST_F(AnswersToKeys, Again) {
    EXPECT_EQ(answer(session::Key::back), "[get ready] Again: Bridge.");
}

TEST_F(AnswersToKeys, EasierSilencesAndLeavesItsWordsToTheScore) {
    EXPECT_EQ(answer(session::Key::easier), "");
    performance.events.clear();
    EXPECT_EQ(answer(session::Key::easier), "There is nothing easier. Make the movement smaller.");
}

TEST_F(AnswersToKeys, PainSilencesEverything) {
    performance.press(session::Key::hurts);
    const auto reply = reply_to(performance.events, performance.player, {});
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(*reply, Reply{});
    EXPECT_TRUE(reply->interrupts);
}

TEST_F(AnswersToKeys, SkippingTheLastSet) {
    EXPECT_EQ(answer(session::Key::next), "[all done] Well done.");
}

TEST_F(AnswersToKeys, WithoutAVoiceAreTones) {
    session::Hearing tones;
    tones.voice = false;
    performance.press(session::Key::back);
    EXPECT_EQ(heard(performance.events, performance.player, tones), "[get ready] ");
}

TEST(Answers, TheScoreNeedsNone) {
    Performance session(session_of({holds("Bridge", 20s, Sides::each), reps("Wipers", 3, 4s)}));
    session.resume();
    session.run_out();
    std::erase_if(session.events, [](const session::Event& event) {
        return std::holds_alternative<session::Finished>(event.what);
    });
    EXPECT_EQ(heard(session.events, session.player), "nothing");
}

TEST(Answers, CountsAGetReadyDownWithoutInterrupting) {
    Performance session(session_of({holds("Bridge", 20s)}));
    session.resume();
    session.wait(12s);
    session.press(session::Key::pause);
    session.press(session::Key::pause);
    session.events.clear();
    session.wait(2s);
    const auto reply = reply_to(session.events, session.player, {});
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->text, "three");
    EXPECT_FALSE(reply->interrupts);
}

TEST(Answers, IntroduceAnExerciseInTheMiddleOfItsSets) {
    Performance session(
        session::begin(session::make_script(session_of({holds("Bridge", 8s, Sides::each)})), 1));
    session.resume();
    EXPECT_EQ(heard(session.events, session.player), "Bridge, right side.");
}

TEST(Answers, ASuspendIsTold) {
    const auto script = session::make_script(session_of({holds("Bridge", 10s)}));
    EXPECT_EQ(heard({{7s, session::Paused{session::PauseReason::slept}}}, session::begin(script)),
              "Paused. The computer slept.");
}

TEST(Sentences, OfASessionAreAllThatItSays) {
    auto step = holds("Bridge", 20s, Sides::each);
    step.work.exercise.start = "On your back.";
    const auto texts = sentences_of(*session::make_script(session_of({step})));
    for (const auto* text : {"Bridge, left side.", "On your back.", "Half way.", "three",
                             "Change sides: right.", "Well done.", "Paused."}) {
        EXPECT_EQ(std::ranges::count(texts, text), 1) << text;
    }
    EXPECT_EQ(std::ranges::count(texts, ""), 0);
}

TEST(Sentences, OfAnExerciseAreThoseOfItsSession) {
    auto step = holds("Bridge", 20s, Sides::each);
    step.work.exercise.sides = Sides::each;
    step.work.exercise.start = "On your back.";
    step.work.exercise.instructions = {"Lift."};
    EXPECT_EQ(sentences_of(step.work.exercise),
              (Lines{"Bridge, left side.", "On your back.", "Lift.", "Bridge, right side."}));
}

}  // namespace
}  // namespace hipflow::sound
