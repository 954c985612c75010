// SPDX-License-Identifier: MIT
#include "terminal/caption.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using scenes::Performance;

/// An exercise whose every text names the side.
PrescribedStep sided(Sides sides = Sides::each) {
    PrescribedStep step = support::holds("figure-4", 40s, sides);
    Exercise& exercise = step.work.exercise;
    exercise.name = "Lying figure-4";
    exercise.say = "figure four";
    exercise.start = {{"Lie on your back.", std::nullopt},
                      {"Put your {side} ankle on your {other} thigh.", std::nullopt}};
    exercise.instructions = {{"Let your {side} knee move away.", std::nullopt}};
    exercise.cues = {"Feel it on the {left|right}."};
    exercise.finish = {"Put your {side} foot down."};
    Translation german;
    german.language = "de";
    german.name = german.say = "Vierer";
    german.start = {{"Leg dich hin.", std::nullopt}};
    german.instructions = {{"Lass das {linke|rechte} Knie los.", std::nullopt}};
    german.cues = {"Atme lang."};
    german.finish = {"Stell den {linken|rechten} Fuß ab."};
    exercise.translations = {german};
    step.work.guidance = Guidance::full;
    return step;
}

/// A performance, and the caption beside it.
class Watched {
   public:
    explicit Watched(session::Hearing hearing, PrescribedStep step = sided())
        : performance_(scenes::performance_of(support::session_of({std::move(step)}, Gaps{}),
                                              std::move(hearing))) {
        performance_.resume();
        look();
    }

    void wait(Millis duration) {
        performance_.wait(duration);
        look();
    }
    void press(session::Key key) {
        performance_.press(key);
        look();
    }
    void resume() {
        performance_.resume();
        look();
    }
    bool is_over() const { return performance_.player.phase == session::Phase::finished; }
    const session::Player& player() const { return performance_.player; }
    Millis now() const { return performance_.now.time; }
    bool works() const {
        return player().phase == session::Phase::running &&
               session::is_work(session::current_segment(player()).kind);
    }
    Scene scene() const { return scene_of(player(), now(), "", caption_); }
    std::string words() const {
        const auto cue = scene().cue;
        return cue.empty() ? std::string() : cue.front();
    }
    const Caption& caption() const { return caption_; }

    /// Goes to the beginning of the first hold.
    void to_work() {
        while (!works()) wait(100ms);
    }

   private:
    void look() {
        for (; seen_ < performance_.events.size(); ++seen_) {
            caption_ = after(std::move(caption_), performance_.events[seen_], player());
        }
    }

    Performance performance_;
    std::size_t seen_ = 0;
    Caption caption_;
};

session::Hearing aloud() { return scenes::spoken_in(support::english()); }

/// What is read, each sentence once, in its order, up to a time or the end.
std::vector<std::string> read(Watched& watched, const std::function<bool(const Watched&)>& until) {
    std::vector<std::string> sentences;
    while (!watched.is_over() && !until(watched)) {
        const std::string words = watched.words();
        if (!words.empty() && (sentences.empty() || sentences.back() != words)) {
            sentences.push_back(words);
        }
        watched.wait(100ms);
    }
    return sentences;
}

TEST(Caption, IsEachSentenceThatIsHeardWordForWord) {
    Watched watched(aloud());
    const auto sentences = read(watched, [](const Watched& it) { return it.works(); });
    EXPECT_EQ(sentences, (std::vector<std::string>{
                             "test. One exercise, about 2 minutes.", "First: figure four.",
                             "40 seconds with each leg.", "Left leg first.", "Lie on your back.",
                             "Take your time.", "Put your left ankle on your right thigh.",
                             "Let your left knee move away.", "Hold for 40 seconds."}));
}

TEST(Caption, StaysInAGapUntilTheNextSentence) {
    Watched watched(aloud());
    bool waited = false;
    while (!watched.works()) {
        const bool ended =
            !watched.caption().text.empty() && watched.now() > watched.caption().until;
        waited = waited || ended;
        if (ended) {
            EXPECT_EQ(watched.words(), watched.caption().text);
        }
        watched.wait(100ms);
    }
    EXPECT_TRUE(waited) << "the time to lie down is longer than that";
}

TEST(Caption, VanishesAWhileAfterItsEndInWork) {
    Watched watched(aloud());
    watched.to_work();
    EXPECT_EQ(watched.words(), "Hold for 40 seconds.") << "said just before";
    watched.wait(1500ms);
    EXPECT_EQ(watched.words(), "") << "nothing is heard";
    while (watched.words() != "halfway") watched.wait(100ms);
    const Millis said = watched.now();
    while (watched.words() == "halfway") watched.wait(100ms);
    EXPECT_GT(watched.now() - said, 4s);
    EXPECT_LT(watched.now() - said, 6s);
    EXPECT_NE(watched.words(), "halfway");
}

TEST(Caption, SaysTheOtherSideOnTheOtherSide) {
    Watched watched(aloud());
    watched.to_work();
    while (watched.works()) watched.wait(100ms);
    const auto sentences = read(watched, [](const Watched& it) { return it.works(); });
    const auto has = [&](const std::string& sentence) {
        return std::ranges::find(sentences, sentence) != sentences.end();
    };
    EXPECT_TRUE(has("Put your left foot down."));
    EXPECT_TRUE(has("Change sides. Now the right leg."));
    EXPECT_TRUE(has("Put your right ankle on your left thigh."));
    watched.wait(5s);
    EXPECT_EQ(watched.words(), "Feel it on the right.");
}

TEST(Caption, StandsStillInAPause) {
    Watched watched(aloud());
    watched.wait(3s);
    const std::string words = watched.words();
    ASSERT_FALSE(words.empty());
    watched.press(session::Key::pause);
    EXPECT_EQ(watched.words(), words);
    watched.wait(90s);
    EXPECT_EQ(watched.words(), words);
}

TEST(Caption, FollowsWhatAKeyHasSaid) {
    Watched watched(aloud());
    watched.to_work();
    watched.wait(5s);
    watched.press(session::Key::explain);
    const auto sentences = read(watched, [](const Watched& it) { return it.works(); });
    const std::set<std::string> all(sentences.begin(), sentences.end());
    EXPECT_TRUE(all.contains("Put your left ankle on your right thigh."));
    EXPECT_TRUE(all.contains("Going on: figure four."));
}

TEST(Caption, LeavesTheSentenceThatAKeyAbandons) {
    Watched watched(aloud());
    while (watched.words() != "First: figure four.") watched.wait(100ms);
    watched.press(session::Key::next);
    EXPECT_EQ(watched.words(), "") << "the digits count in";
    watched.wait(500ms);
    watched.press(session::Key::next);
    watched.wait(800ms);
    EXPECT_EQ(watched.words(), "Begins now.");
}

TEST(Caption, WithoutAVoiceTheWholeIntroductionIsRead) {
    Watched watched(scenes::silent());
    watched.wait(1s);
    EXPECT_EQ(
        watched.scene().cue,
        (std::vector<std::string>{"1 Lie on your back. Put your left ankle on your right thigh.",
                                  "2 Let your left knee move away."}));
    watched.to_work();
    EXPECT_EQ(watched.words(), "Feel it on the left.");
}

TEST(Caption, WithoutAVoiceAllOfAnExerciseCanBeAskedFor) {
    Watched watched(scenes::silent());
    watched.to_work();
    watched.wait(5s);
    watched.press(session::Key::explain);
    EXPECT_EQ(watched.player().phase, session::Phase::paused);
    const auto all = watched.scene().cue;
    EXPECT_EQ(
        all, (std::vector<std::string>{"Lie on your back. Put your left ankle on your right thigh.",
                                       "Let your left knee move away.", "Feel it on the left.",
                                       "Put your left foot down."}));
    // It turns its pages by itself where they do not fit.
    const Share before = watched.scene().reading;
    const auto next = next_change(watched.player(), watched.now(), watched.caption());
    ASSERT_TRUE(next);
    EXPECT_EQ(*next, watched.now() + 1s);
    watched.wait(1s);
    EXPECT_EQ(watched.scene().reading.done, before.done + 1);
    EXPECT_EQ(watched.scene().reading.of, before.of);
    watched.resume();
    EXPECT_NE(watched.scene().cue, all);
}

TEST(Caption, SpeaksTheLanguageOfTheSession) {
    Watched watched(scenes::spoken_in(support::german()));
    const auto sentences = read(watched, [](const Watched& it) { return it.works(); });
    EXPECT_EQ(watched.scene().name, "Vierer");
    const std::set<std::string> all(sentences.begin(), sentences.end());
    EXPECT_TRUE(all.contains("Leg dich hin."));
    EXPECT_TRUE(all.contains("Lass das linke Knie los."));
    for (int i = 0; i < 300 && watched.words() != "Atme lang."; ++i) watched.wait(100ms);
    EXPECT_EQ(watched.words(), "Atme lang.");
}

TEST(Caption, NeverHasAPlaceholder) {
    const auto expect_none = [](const Watched& watched) {
        const Scene scene = watched.scene();
        std::string all = scene.name + scene.next + scene.state;
        for (const auto& words : scene.cue) all += words;
        EXPECT_EQ(all.find_first_of("{|}"), std::string::npos) << all;
    };
    for (const bool voice : {true, false}) {
        for (const auto& phrases : {support::english(), support::german()}) {
            for (const Sides sides : {Sides::each, Sides::alternate}) {
                auto step = sided(sides);
                if (sides == Sides::alternate) {
                    step.work.hold.reset();
                    step.work.reps = 4;
                    step.work.pace = 6s;
                }
                auto hearing = scenes::spoken_in(phrases);
                hearing.voice = voice;
                Watched watched(hearing, step);
                while (!watched.is_over()) {
                    expect_none(watched);
                    watched.wait(500ms);
                }
                Watched asked(hearing, step);
                asked.wait(4s);
                asked.press(session::Key::explain);
                expect_none(asked);
            }
        }
    }
}

TEST(Caption, WhatIsAnnouncedIsNotToldTwice) {
    for (const bool voice : {true, false}) {
        auto hearing = aloud();
        hearing.voice = voice;
        Watched watched(hearing);
        watched.to_work();
        watched.wait(10s);
        watched.press(session::Key::back);
        EXPECT_EQ(is_announced(session::WentBack{0}, watched.player()), voice);
        EXPECT_FALSE(is_announced(session::MoreTime{10s}, watched.player()));
        EXPECT_EQ(is_announced(session::NothingToUndo{}, watched.player()), voice);
        watched.press(session::Key::pause);
        EXPECT_FALSE(is_announced(session::NothingToUndo{}, watched.player()));
    }
}

}  // namespace
}  // namespace hipflow::terminal
