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
    ASSERT_EQ(before.time, "last minute");
    ASSERT_EQ(before.clock, "4 s");
    for (int second = 0; second < 5; ++second) {
        gap.hold_gap(1s);
        const auto next = next_change(gap.player, gap.now.time);
        EXPECT_EQ(next, gap.now.time + 1150ms) << "the clock stands still for that second";
        for (int i = 0; i <= 20; ++i) {
            const Scene held = scene_of(gap.player, gap.now.time, "");
            EXPECT_EQ(held.time, before.time);
            EXPECT_EQ(held.progress, before.progress);
            EXPECT_EQ(held.clock, before.clock);
            EXPECT_EQ(held.bar, before.bar);
            if (i < 20) gap.wait(50ms);
        }
    }
    gap.wait(200ms);
    EXPECT_EQ(scene_of(gap.player, gap.now.time, "").clock, "3 s");
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
    EXPECT_EQ(scene_of(hold.player, hold.now.time, "").digits, "20");
    EXPECT_EQ(scene_of(hold.player, hold.now.time + 999ms, "").digits, "20");
    EXPECT_EQ(scene_of(hold.player, hold.now.time + 1000ms, "").digits, "19");
    EXPECT_EQ(scene_of(hold.player, hold.now.time + 19999ms, "").digits, "1");
}

TEST(Scene, ShowsTheClockFromAHundredSecondsOn) {
    auto open = performance_of(session_of({support::open_ended("open", 103s)}));
    open.resume();
    open.wait(10s);
    EXPECT_EQ(scene_of(open.player, open.now.time, "").digits, "1:43");
    EXPECT_EQ(scene_of(open.player, open.now.time + 4s, "").digits, "99");
}

TEST(Scene, AGapShowsThePositionAndTheSideThatComesNext) {
    const Scene ready = scene_named("ready");
    EXPECT_EQ(ready.headline, "LIE ON YOUR BACK");
    EXPECT_EQ(ready.digits, "") << "the seconds are a bar";
    EXPECT_EQ(ready.clock, "9 s");
    EXPECT_EQ(ready.side.words, "LEFT LEG");
    const Scene change = scene_named("side-change");
    EXPECT_EQ(change.headline, "CHANGE SIDES");
    EXPECT_EQ(change.side.words, "RIGHT LEG");
    EXPECT_EQ(change.side.side, Side::right);
    EXPECT_EQ(change.side.room, "RIGHT LEG");
    EXPECT_EQ(scene_named("hold").side.words, "LEFT LEG");
    EXPECT_EQ(scene_named("hold").side.room, "RIGHT LEG") << "one size for both";
    EXPECT_EQ(scene_named("rep").side.side, Side::both);
}

TEST(Scene, TheLargeWordsAreInTheLanguageOfTheSession) {
    auto german = performance_of(scenes::every_kind(), scenes::spoken_in(support::german()));
    german.resume();
    const Scene scene = scene_of(german.player, german.now.time, "");
    EXPECT_EQ(scene.headline, "AUF DEN RÜCKEN");
    EXPECT_EQ(scene.side.words, "LINKES BEIN");
}

TEST(Scene, ARestShowsItsSeconds) {
    const Scene scene = scene_named("rest");
    EXPECT_EQ(scene.headline, "REST");
    EXPECT_EQ(scene.digits, "14");
    EXPECT_EQ(scene.next, "Next: set 2 of 2, 8 reps");
}

TEST(Scene, APauseSaysSoLargeAndWhatItInterrupts) {
    const Scene scene = scene_named("paused");
    EXPECT_EQ(scene.headline, "PAUSED");
    EXPECT_EQ(scene.state, "PAUSED: HOLD");
    EXPECT_EQ(scene.ink, Ink::alert);
    EXPECT_EQ(scene.next, "Press space to continue.");
}

TEST(Scene, ARepShowsItsNumberAndItsPace) {
    const Scene scene = scene_named("rep");
    EXPECT_EQ(scene.state, "REP 3 OF 8, SET 1 OF 2");
    EXPECT_EQ(scene.digits, "3");
    EXPECT_EQ(scene.unit, "of 8");
    ASSERT_TRUE(scene.bar);
    EXPECT_NEAR(*scene.bar, 0.6, 0.051) << "3 s of 5, in quarters of a second";
}

TEST(Scene, WhatIsOpenEndedHasNoBar) { EXPECT_FALSE(scene_named("until-key").bar); }

TEST(Scene, SaysWhereTheSessionIsWithATickForEachExercise) {
    const Scene scene = scene_named("rep");
    EXPECT_EQ(scene.count, "2 of 4");
    EXPECT_EQ(scene.ticks.size(), 4U);
    EXPECT_TRUE(std::is_sorted(scene.ticks.begin(), scene.ticks.end()));
    EXPECT_EQ(scene.ticks.back(), 1.0);
    EXPECT_GT(scene.progress, scene.ticks[0]);
    EXPECT_LT(scene.progress, scene.ticks[1]);
}

TEST(Scene, TheRoadNamesWhatIsToComeOnce) {
    const Scene hold = scene_named("hold");
    EXPECT_EQ(hold.next, "Then: right leg, 40 s");
    EXPECT_EQ(hold.road, (std::vector<std::string>{"Bridge", "Hip lean in the 90/90 seat",
                                                   "Lie and breathe"}));
    auto last_side = scenes::in(session::SegmentKind::side_change);
    last_side.wait(last_side.left() + 1s);
    const Scene right = scene_of(last_side.player, last_side.now.time, "");
    EXPECT_EQ(right.next, "Then: Bridge");
    EXPECT_EQ(right.road,
              (std::vector<std::string>{"Hip lean in the 90/90 seat", "Lie and breathe"}));
    EXPECT_EQ(scene_named("until-key").road, std::vector<std::string>{});
}

TEST(Scene, LeftIsASideAndNothingElse) {
    for (const auto& state : every_state()) {
        const Scene scene = state.scene();
        for (const std::string& words : {scene.time, scene.state, scene.headline, scene.unit}) {
            EXPECT_EQ(words.find("left"), std::string::npos) << state.name;
            EXPECT_EQ(words.find("LEFT"), std::string::npos) << state.name;
        }
    }
}

TEST(Scene, OnlyKeysThatDoSomethingAreNamed) {
    EXPECT_TRUE(has_key(scene_named("hold"), "e"));
    EXPECT_FALSE(has_key(scene_named("rep"), "e")) << "there is nothing easier";
    EXPECT_FALSE(has_key(scene_named("paused"), "->"));
    EXPECT_EQ(scene_named("paused").keys.front().what, "continue");
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
    EXPECT_EQ(scene.digits, "20");
}

TEST(Scene, TheTimeToGoIsCalm) {
    EXPECT_EQ(time_words(30s), "last minute");
    EXPECT_EQ(time_words(61s), "2 min");
    EXPECT_EQ(time_words(10min), "10 min");
    EXPECT_EQ(time_words(64min + 1s), "1 h 5 min");
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
