// SPDX-License-Identifier: MIT
#include "terminal/scene.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using scenes::every_state;
using scenes::performance_of;
using support::session_of;

bool has_key(const Scene& scene, const std::string& key) {
    return std::any_of(scene.keys.begin(), scene.keys.end(),
                       [&](const KeyHint& hint) { return hint.key == key; });
}

Scene scene_named(const std::string& name) {
    for (const auto& state : every_state()) {
        if (state.name == name) return state.scene();
    }
    throw std::out_of_range(name);
}

TEST(Scene, NextChangeIsTheMomentOfTheNextChangeAndNoOther) {
    auto performance = performance_of(
        session_of({support::holds("hold", 12300ms, Sides::each), support::reps("reps", 3, 2500ms),
                    support::open_ended("open", 103s)}));
    performance.resume();
    while (performance.player.phase != session::Phase::finished) {
        const Millis now = performance.now.time;
        const auto next = next_change(performance.player, now);
        ASSERT_TRUE(next);
        ASSERT_GT(*next, now);
        const Scene scene = scene_of(performance.player, now, "");
        EXPECT_EQ(scene_of(performance.player, *next - 1ms, ""), scene);
        performance.wait(*next - now);
        EXPECT_NE(scene_of(performance.player, *next, ""), scene);
    }
}

TEST(Scene, StandsStillWhileAGapIsHeld) {
    // A minute is left of the session at that moment, which one second more would make two.
    auto gap = performance_of(session_of({support::holds("hold", 56s)}));
    gap.resume();
    gap.wait(10s - 3150ms);
    const Scene before = scene_of(gap.player, gap.now.time, "");
    ASSERT_EQ(before.left, "last minute");
    ASSERT_EQ(before.big, "4");
    for (int second = 0; second < 5; ++second) {
        gap.hold_gap(1s);
        const auto next = next_change(gap.player, gap.now.time);
        EXPECT_EQ(next, gap.now.time + 1150ms) << "the clock stands still for that second";
        for (int i = 0; i <= 20; ++i) {
            const Scene held = scene_of(gap.player, gap.now.time, "");
            EXPECT_EQ(held.left, before.left);
            EXPECT_EQ(held.progress, before.progress);
            EXPECT_EQ(held.big, before.big);
            if (i < 20) gap.wait(50ms);
        }
    }
    gap.wait(200ms);
    EXPECT_EQ(scene_of(gap.player, gap.now.time, "").big, "3");
    EXPECT_EQ(gap.left(), 2950ms);
}

TEST(Scene, NothingChangesInAPause) {
    auto paused = scenes::in(session::SegmentKind::hold);
    paused.press(session::Key::pause);
    EXPECT_FALSE(next_change(paused.player, paused.now.time));
    const Scene scene = scene_of(paused.player, paused.now.time, "");
    EXPECT_EQ(scene_of(paused.player, paused.now.time + 1h, ""), scene);
}

TEST(Scene, ASecondIsShownUntilItIsOver) {
    auto hold = performance_of(session_of({support::holds("hold", 20s)}));
    hold.resume();
    hold.wait(10s);
    EXPECT_EQ(scene_of(hold.player, hold.now.time, "").big, "20");
    EXPECT_EQ(scene_of(hold.player, hold.now.time + 999ms, "").big, "20");
    EXPECT_EQ(scene_of(hold.player, hold.now.time + 1000ms, "").big, "19");
    EXPECT_EQ(scene_of(hold.player, hold.now.time + 19999ms, "").big, "1");
}

TEST(Scene, ShowsTheClockFromAHundredSecondsOn) {
    auto open = performance_of(session_of({support::open_ended("open", 103s)}));
    open.resume();
    open.wait(10s);
    EXPECT_EQ(scene_of(open.player, open.now.time, "").big, "1:43");
    EXPECT_EQ(scene_of(open.player, open.now.time + 4s, "").big, "99");
}

TEST(Scene, AGapShowsTheSideThatComesNext) {
    EXPECT_EQ(scene_named("ready").word, "LEFT");
    EXPECT_EQ(scene_named("side-change").word, "RIGHT");
    EXPECT_EQ(scene_named("hold").word, "LEFT");
}

TEST(Scene, APauseSaysSoLargeAndNamesTheSideInWords) {
    const Scene scene = scene_named("paused");
    EXPECT_EQ(scene.word, "PAUSE");
    EXPECT_EQ(scene.state, "PAUSED: HOLD, LEFT");
    EXPECT_EQ(scene.ink, Ink::alert);
    EXPECT_EQ(scene.next, "Space goes on.");
}

TEST(Scene, ARepShowsItsNumberAndItsPace) {
    const Scene scene = scene_named("rep");
    EXPECT_EQ(scene.state, "REP 3 OF 8, SET 1 OF 2");
    EXPECT_EQ(scene.big, "3");
    EXPECT_EQ(scene.pace, (Share{3, 5}));
}

TEST(Scene, OnlyKeysThatDoSomethingAreNamed) {
    EXPECT_TRUE(has_key(scene_named("hold"), "e"));
    EXPECT_FALSE(has_key(scene_named("rep"), "e")) << "there is nothing easier";
    EXPECT_FALSE(has_key(scene_named("paused"), "->"));
    EXPECT_EQ(scene_named("paused").keys.front().what, "go on");
    EXPECT_EQ(scene_named("until-key").keys.front().what, "done");
    EXPECT_TRUE(has_key(scene_named("hold"), "h"));
    EXPECT_TRUE(has_key(scene_named("paused"), "h"));
}

TEST(Scene, MovementForATimeShowsWhatIsLeftOfIt) {
    auto step = support::holds("circles", 0s);
    step.work.hold.reset();
    step.work.duration = 30s;
    auto moving = performance_of(session_of({step}));
    moving.resume();
    moving.wait(moving.left() + 10s);
    const Scene scene = scene_of(moving.player, moving.now.time, "");
    EXPECT_EQ(scene.state, "KEEP MOVING");
    EXPECT_EQ(scene.word, "MOVE");
    EXPECT_EQ(scene.big, "20");
    EXPECT_EQ(scene.pace.of, 0);
}

TEST(Scene, TheTimeLeftIsCalm) {
    EXPECT_EQ(left_words(30s), "last minute");
    EXPECT_EQ(left_words(61s), "2 min left");
    EXPECT_EQ(left_words(10min), "10 min left");
    EXPECT_EQ(left_words(64min + 1s), "1 h 5 min left");
}

TEST(Scene, ACueStaysForFifteenSeconds) {
    auto hold = scenes::in(session::SegmentKind::hold, 0ms);
    std::vector<std::string> cues;
    for (int second = 0; second < 40; ++second) {
        const Scene scene = scene_of(hold.player, hold.now.time, "");
        ASSERT_EQ(scene.cue.size(), 1U);
        if (cues.empty() || cues.back() != scene.cue.front()) cues.push_back(scene.cue.front());
        hold.wait(1s);
    }
    EXPECT_EQ(cues, session::current_work(hold.player).exercise.cues);
}

RC_GTEST_PROP(Scene, ProgressNeverGoesBackWhileNobodyPressesAKey, ()) {
    auto performance = performance_of(scenes::every_kind());
    performance.resume();
    double progress = 0;
    while (performance.player.phase != session::Phase::finished) {
        const Scene scene = scene_of(performance.player, performance.now.time, "");
        RC_ASSERT(scene.progress >= progress);
        progress = scene.progress;
        performance.wait(Millis(*rc::gen::inRange(1, 20'000)));
    }
}

}  // namespace
}  // namespace hipflow::terminal
