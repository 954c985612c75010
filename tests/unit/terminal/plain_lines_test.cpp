// SPDX-License-Identifier: MIT
// A session in plain lines, event by event.
#include <gtest/gtest.h>

#include <cstdlib>

#include "terminal/plain_face.h"
#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using scenes::Performance;

/// Collects what is printed.
class Page {
   public:
    Page() : out_(open_memstream(&text_, &size_)) {}
    ~Page() {
        std::fclose(out_);
        // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): open_memstream allocates so
        std::free(text_);
    }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    std::FILE* out() { return out_; }
    std::string text() {
        std::fflush(out_);
        return {text_, size_};
    }

   private:
    char* text_ = nullptr;
    std::size_t size_ = 0;
    std::FILE* out_;
};

PrescribedStep bridge() {
    auto step = support::reps("bridge", 3, 7s);
    step.gap = 12s;
    Exercise& exercise = step.work.exercise;
    exercise.name = "Bridge";
    exercise.say = "bridge";
    exercise.start = {{"Lie on your back.", std::nullopt}};
    exercise.phases = {{"Lift your hips.", "up", 3s, std::nullopt},
                       {"Come down.", "down", 4s, std::nullopt}};
    exercise.cues = {"Push the floor away."};
    exercise.finish = {"Lie down."};
    step.work.sets = 2;
    step.work.guidance = Guidance::full;
    return step;
}

Performance spoken_performance(PrescribedStep step) {
    auto prescription = support::session_of({std::move(step)}, Gaps{});
    prescription.name = "Test";
    return scenes::performance_of(std::move(prescription), scenes::spoken_in(support::english()));
}

class PlainLines : public testing::Test {
   protected:
    std::string lines_of(Performance& performance) {
        for (; told_ < performance.events.size(); ++told_) {
            face_.show(performance.events[told_], performance.player);
        }
        return page_.text();
    }

    /// Listens to another session from its beginning.
    void restart() { told_ = 0; }

    Page page_;

   private:
    platform::SignalWatch signals_;
    LineInput input_{LineInput::nothing, signals_};
    PlainFace face_{page_.out(), {}, input_};
    std::size_t told_ = 0;
};

TEST_F(PlainLines, SayEachSentenceOnceWhenItIsHeard) {
    auto performance = spoken_performance(bridge());
    performance.resume();
    performance.run_out();
    EXPECT_EQ(lines_of(performance), R"(Test. One exercise, about 2 minutes.

Bridge: 2 sets of 3 reps, 7 s each.
Lie on your back.
Take your time.
Try one first, slowly.
Lift your hips.
Come down.
Now 3 times.
three
two
one
Begin. 1
up
down
2
Push the floor away.
last one
Done.
Lie down.
Set 2 of 2.
Lie on your back.
three
two
one
Begin. 1
up
down
2
Push the floor away.
last one
Done.
)");
}

TEST_F(PlainLines, NameMovementForATimeByItsTime) {
    auto step = support::holds("circles", 0s, Sides::each);
    step.work.exercise.name = "Circles";
    step.work.exercise.say = "circles";
    step.work.hold.reset();
    step.work.duration = 30s;
    auto performance = spoken_performance(step);
    performance.resume();
    performance.run_out();
    const std::string text = lines_of(performance);
    EXPECT_NE(text.find("\nKeep moving, left: 30 s.\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\nKeep moving, right: 30 s.\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("Left leg first."), std::string::npos) << "the heading has the side";
    EXPECT_EQ(text.find("\n\n\n"), std::string::npos) << text;
}

TEST_F(PlainLines, WithoutAVoiceExplainEverythingWhenAsked) {
    auto performance = scenes::performance_of(support::session_of({bridge()}));
    performance.resume();
    performance.wait(performance.left() + 5s);
    lines_of(performance);
    const auto before = page_.text().size();
    performance.press(session::Key::explain);
    EXPECT_EQ(lines_of(performance).substr(before),
              "Paused. Press Enter to continue.\nBridge\n- Lie on your back.\n- Lift your hips.\n"
              "- Come down.\n- Push the floor away.\n- Lie down.\n");
}

TEST_F(PlainLines, IntroduceAnEasierExerciseOnce) {
    auto hard = support::with_alternate(support::holds("hard", 40s), bridge());
    for (const bool voice : {true, false}) {
        auto hearing = scenes::spoken_in(support::english());
        hearing.voice = voice;
        auto performance = scenes::performance_of(support::session_of({hard}), hearing);
        performance.resume();
        while (performance.place() != "1/1/B/1") performance.wait(performance.left());
        lines_of(performance);
        const auto before = page_.text().size();
        performance.press(session::Key::easier);
        performance.wait_for_get_ready();
        const std::string text = lines_of(performance).substr(before);
        const auto heading =
            text.find("\nBridge: 2 sets of 3 reps, 7 s each.\nLie on your back.\n");
        EXPECT_NE(heading, std::string::npos) << text;
        EXPECT_EQ(text.find("Bridge", heading + 2), std::string::npos) << text;
        restart();
    }
}

TEST_F(PlainLines, TellOfAKeyOnce) {
    auto performance = spoken_performance(bridge());
    performance.resume();
    while (performance.place() != "1/1/B/1") performance.wait(performance.left());
    performance.wait(2s);
    lines_of(performance);
    const auto before = page_.text().size();
    performance.press(session::Key::next);
    performance.wait(2s);
    EXPECT_EQ(lines_of(performance).substr(before),
              "Stopped after 2 s. u undoes that for 5 seconds.\nSet 2 of 2.\n");
    const auto behind = page_.text().size();
    performance.press(session::Key::undo);
    performance.wait(2s);
    EXPECT_EQ(lines_of(performance).substr(behind), "Taken back. Get ready.\n");
}

}  // namespace
}  // namespace hipflow::terminal
