// SPDX-License-Identifier: MIT
// What is asked before, in and after a session, and what is recorded of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "guide/after.h"
#include "guide/before.h"
#include "guide/conductor.h"
#include "guide/morning.h"
#include "support/english.h"
#include "support/scripted_face.h"
#include "support/sessions.h"
#include "unit/store/samples.h"

namespace hipflow::guide {
namespace {

using namespace std::chrono_literals;
using session::Key;

class Dialogue : public testing::Test {
   protected:
    Dialogue() {
        face.before_key = [this] { passed += 100ms; };
    }

    /// Plays what the keys of the face say, and returns where they end.
    session::Player play(const Prescription& prescription) {
        recorder.begin(prescription, 20min, Gate::none, false, {});
        coach::Exposure at_start;
        at_start.before = PainScore::from(2);
        Conductor conductor(clock, face, support::english_care(), &recorder, nullptr, {}, at_start);
        session::Hearing tones;
        tones.voice = false;
        return conductor.run(
            session::begin(session::make_script(prescription, AskPeak::at_the_end, tones)));
    }
    /// Presses keys that change nothing, while time passes.
    void wait_a_little() { face.keys.insert(face.keys.end(), 20, Key::time_left); }

    std::chrono::nanoseconds passed{};  // since the clock began to run: no real time passes
    platform::Clock clock{platform::Environment(std::map<std::string, std::string>{
                              {"HIPFLOW_NOW", "2026-11-22T08:00:00+00:00"}}),
                          [this] { return passed; }};
    store::Store store = store::samples::empty_store();
    Recorder recorder{store, clock, 4h, std::filesystem::path(), [](const std::string&) {}};
    support::ScriptedFace face;
};

/// The second exercise is made easier under way; pain is told of before the easier one begins.
class MadeEasier : public Dialogue {
   protected:
    MadeEasier() {
        // In a gap the first goes to the count-in, the second to the work.
        face.keys = {Key::next, Key::next};
        wait_a_little();
        face.keys.insert(face.keys.end(), {Key::next, Key::next, Key::next});
        wait_a_little();
        face.keys.insert(face.keys.end(), {Key::easier, Key::hurts, Key::next, Key::next});
        wait_a_little();
        face.keys.push_back(Key::quit);
        face.answers = {"3", "1", "l", "n"};
    }
    Prescription prescription = support::session_of(
        {support::holds("first", 10min),
         support::with_alternate(support::holds("hard", 10min), support::holds("easy", 10min))});
};

TEST_F(MadeEasier, PainBelongsToTheExerciseThatWasUnderWay) {
    play(prescription);
    const auto readings = store.readings_of(recorder.session().id);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings.front().exercise, "hard");
}

TEST_F(MadeEasier, BothAreAskedAboutAfterwards) {
    const session::Player played = play(prescription);
    ASSERT_EQ(played.phase, session::Phase::finished);
    face.answers = {"0"};
    ask_after(face, support::english_care(), recorder, {}, prescription,
              played.script->prescription, PainScore::from(2), {});
    const auto asked = std::ranges::find_if(face.questions, [](const std::string& question) {
        return question.find("Did any exercise hurt more") != std::string::npos;
    });
    ASSERT_NE(asked, face.questions.end());
    EXPECT_NE(asked->find("1 first\n  2 hard\n  3 easy"), std::string::npos) << *asked;
}

/// Pain is told of in the gap after an exercise was made easier; the two differ in their sides.
class MadeEasierOnOtherSides : public Dialogue {
   protected:
    std::optional<std::string> hurt(Sides hard, Sides easy) {
        face.keys = {Key::next, Key::next};
        wait_a_little();
        face.keys.insert(face.keys.end(), {Key::easier, Key::hurts, Key::quit});
        face.answers = {"3", "1", "l", "n", ""};
        play(support::session_of({support::with_alternate(support::holds("hard", 10min, hard),
                                                          support::holds("easy", 10min, easy))}));
        const auto readings = store.readings_of(recorder.session().id);
        return readings.size() == 1 ? readings.front().exercise : std::nullopt;
    }
};

TEST_F(MadeEasierOnOtherSides, PainBelongsToTheExerciseThatWasUnderWay) {
    EXPECT_EQ(hurt(Sides::both, Sides::each), "hard");
}

TEST_F(MadeEasierOnOtherSides, FromEachToBothAsWell) {
    EXPECT_EQ(hurt(Sides::each, Sides::both), "hard");
}

TEST_F(Dialogue, InARestAfterTheFirstSideItIsTheExerciseThatWasDone) {
    face.keys = {Key::next};
    wait_a_little();
    face.keys.insert(face.keys.end(), {Key::next, Key::easier, Key::hurts, Key::quit});
    face.answers = {"3", "1", "l", "n", ""};
    play(support::session_of({support::with_alternate(
        support::holds("hard", 10min, Sides::each), support::holds("easy", 10min, Sides::each))}));
    const auto readings = store.readings_of(recorder.session().id);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings.front().exercise, "hard");
}

TEST_F(Dialogue, SaysThatAMorningScoreIsNotOwed) {
    session::GivenAnswers given;
    given.morning = PainScore::from(7);
    note_morning(face, support::english_care(), recorder, {}, given, std::nullopt);
    EXPECT_NE(face.said_last().find("hipflow log morning 7"), std::string::npos);
    EXPECT_TRUE(
        store.morning_scores(local_day(clock.wall(), {}, 4h) - std::chrono::days(1)).empty());
}

/// Somebody to whom a red answer is given, in the first hold.
class Red : public Dialogue {
   protected:
    Red() {
        face.keys = {Key::next, Key::next};
        wait_a_little();
        face.keys.push_back(Key::hurts);
    }
    Prescription prescription =
        support::session_of({support::holds("first", 10min), support::holds("second", 10min)});
};

TEST_F(Red, EnterRestsAndEndsTheSession) {
    face.answers = {"7", "b", "l", "n", ""};
    const session::Player played = play(prescription);
    EXPECT_EQ(played.phase, session::Phase::finished);
    EXPECT_TRUE(played.winding_down);
}

TEST_F(Red, NGoesOnWithTheNextExercise) {
    face.answers = {"7", "b", "l", "n", "n"};
    wait_a_little();
    face.keys.push_back(Key::quit);
    const session::Player played = play(prescription);
    EXPECT_FALSE(played.winding_down);
    EXPECT_EQ(played.last_done->exercise, "first");
}

TEST(PainNow, TakesWhatIsOfferedByEnter) {
    support::ScriptedFace face;
    const PainAnswer last{PainScore::from(3), Site::low_back, Side::left};
    PainAnswer answer = ask_pain_now(face, support::english_care(), "Now?", {last});
    EXPECT_EQ(pain_words(answer, support::english_care()), "3, low back, left");
    ASSERT_EQ(face.questions.size(), 1U);
    EXPECT_NE(face.questions[0].find("Enter as last time: 3, low back, left"), std::string::npos);
    face.answers = {"2", ""};
    answer = ask_pain_now(face, support::english_care(), "Now?", {last});
    EXPECT_EQ(pain_words(answer, support::english_care()), "2, low back, left");
    EXPECT_NE(face.questions.back().find("Enter as last time: low back, left"), std::string::npos);
    face.answers = {"2", "thigh", ""};
    EXPECT_EQ(pain_words(ask_pain_now(face, support::english_care(), "Now?", {last}),
                         support::english_care()),
              "2, thigh, left");
    face.answers = {"0"};
    EXPECT_EQ(pain_words(ask_pain_now(face, support::english_care(), "Now?", {last}),
                         support::english_care()),
              "0")
        << "without pain, no place";
}

TEST(PainNow, IsNotAnsweredByEnterWhereNothingIsOffered) {
    support::ScriptedFace face;
    EXPECT_FALSE(ask_pain_now(face, support::english_care(), "Now?").score);
    EXPECT_NE(face.questions.back().find("Enter no answer"), std::string::npos);
    face.answers = {"2", "", ""};
    const PainAnswer answer = ask_pain_now(face, support::english_care(), "Now?");
    EXPECT_EQ(answer.score, PainScore::from(2));
    EXPECT_FALSE(answer.site || answer.side);
}

TEST(Answers, AreNumbersLettersOrWords) {
    const auto place = [](const char* site, const char* side) {
        support::ScriptedFace face;
        face.answers = {"2", site, side};
        return pain_words(ask_pain_now(face, support::english_care(), "Now?"),
                          support::english_care());
    };
    for (const char* site : {"6", "w", "W", "lower leg", "leg", "lower"}) {
        EXPECT_EQ(place(site, "2"), "2, lower leg, right") << site;
    }
    for (const char* side : {"3", "b", "both"}) {
        EXPECT_EQ(place("l", side), "2, low back, both sides") << side;
    }
    for (const char* score : {"10", "x", "X", "ten"}) {
        support::ScriptedFace face;
        face.answers = {score};
        EXPECT_EQ(ask_pain_score(face, support::english_care(), "How strong?"), PainScore::from(10))
            << score;
    }
}

TEST(Answers, ThatMayMeanSeveralAreAskedForAgain) {
    support::ScriptedFace face;
    face.answers = {"none of it, really", "o", "n"};
    EXPECT_EQ(ask_letter(face, "Is it:", {"s one or other", "t one or two", "n none"}), 'n');
    EXPECT_EQ(face.questions.size(), 3U);
}

/// What is said aloud in a dialogue, and how many questions had been asked by then.
using SaidAloud = std::vector<std::pair<Say, std::size_t>>;

SaidAloud said_aloud(const std::deque<std::string>& answers) {
    support::ScriptedFace face;
    face.answers = answers;
    SaidAloud said;
    ask_what_hurts(face, support::english_care(),
                   [&](Say question) { said.emplace_back(question, face.questions.size()); });
    return said;
}

TEST(WhatHurts, IsAskedAloudQuestionByQuestion) {
    EXPECT_EQ(
        said_aloud({"4", "2", "l", "t", "y"}),
        (SaidAloud{
            {Say::ask_site, 1}, {Say::ask_side, 2}, {Say::ask_kind, 3}, {Say::ask_saddle, 4}}));
    EXPECT_EQ(said_aloud({"0", "n"}), (SaidAloud{{Say::ask_kind, 1}})) << "no pain has no place";
}

/// The keys that answer a question, as it is said.
struct SpokenKeys {
    Say question;
    std::string_view letters;
    bool enter = false;
};

TEST(WhatHurts, SaysTheKeyOfEveryAnswerInEveryLanguage) {
    constexpr auto questions = std::to_array<SpokenKeys>({{Say::ask_side, "LRB"},
                                                          {Say::ask_kind, "STWKDN"},
                                                          {Say::ask_saddle, "YN"},
                                                          {Say::choose_easier, "EXQ", true},
                                                          {Say::choose_stop, "XQ", true},
                                                          {Say::choose_on, "Q", true},
                                                          {Say::choose_rest, "RNQ", true},
                                                          {Say::ask_stop, "PTDOC", true}});
    for (const auto& phrases : {support::english(), support::german()}) {
        for (const auto& [question, letters, enter] : questions) {
            const Phrase said = phrases->say(question);
            EXPECT_EQ(said.language, phrases->language());
            const std::string text = ' ' + said.text;
            for (const char letter : letters) {
                const bool alone = std::ranges::any_of(std::string_view(" ,."), [&](char after) {
                    return text.find({' ', letter, after}) != std::string::npos;
                });
                EXPECT_TRUE(alone) << letter << " in" << text;
            }
            if (enter) {
                EXPECT_NE(text.find("Enter"), std::string::npos) << text;
            }
        }
    }
}

}  // namespace
}  // namespace hipflow::guide
