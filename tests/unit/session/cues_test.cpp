// SPDX-License-Identifier: MIT
#include "session/cues.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/sessions.h"

namespace hipflow {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

TEST(Cues, NameAnExerciseAndItsSideBeforeItStarts) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::each)}));
    EXPECT_EQ(cues_of(*plan, "1/1/L/ready"),
              (Lines{"name 'Bridge, left side.' at 0", "count 'three' at 7", "count 'two' at 8",
                     "count 'one' at 9"}));
}

TEST(Cues, SayHowAnExerciseBeginsAfterItsName) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back.";
    const auto plan = make_plan(session_of({step}));
    const Lines gap = cues_of(*plan, "1/1/B/ready");
    ASSERT_GE(gap.size(), 2U);
    EXPECT_EQ(gap[0], "name 'Bridge.' at 0");
    EXPECT_EQ(gap[1], "set-up 'On your back.' at 0.769");
}

TEST(Cues, CountDownAWholeGapThatWasLengthenedForItsWords) {
    auto step = holds("Bridge", 8s);
    step.work.exercise.start = "On your back, knees bent, feet flat, arms at your sides.";
    const auto plan = make_plan(session_of({step}, {0s, 0s, 0s, 0s}));
    const auto counts = std::count_if(plan->cues.begin(), plan->cues.end(),
                                      [](const Cue& cue) { return cue.kind == CueKind::count; });
    EXPECT_EQ(counts, 3);
}

TEST(Cues, CountDownAcrossTheGapsBeforeASet) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s)}, {2s, 0s, 15s, 0s}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/position-change"),
              (Lines{"name 'Bridge.' at 0", "count 'three' at 14"}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/ready"), (Lines{"count 'two' at 0", "count 'one' at 1"}));
}

TEST(Cues, SayTheNextSideInTheGap) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::each)}));
    EXPECT_EQ(cues_of(*plan, "1/1/R/side-change"),
              (Lines{"side 'Change sides: right.' at 0", "count 'three' at 2", "count 'two' at 3",
                     "count 'one' at 4"}));
}

TEST(Cues, SayTheNextSetInTheGap) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::both, 2)}));
    EXPECT_EQ(cues_of(*plan, "1/2/B/rest").front(), "set-up 'Rest. Next: set 2.' at 0");
}

TEST(Cues, NameAnExerciseRatherThanFinishTheWordsOfTheSetBefore) {
    auto step = holds("Bridge", 1s, Sides::both, 2);
    step.gap = 0s;
    const auto plan = make_plan(session_of({step, holds("Wipers", 8s)}));
    EXPECT_EQ(cues_of(*plan, "1/2/B/1"), (Lines{"start at 0", "end at 1"}));
    EXPECT_EQ(cues_of(*plan, "2/1/B/ready").front(), "name 'Wipers.' at 0");
}

TEST(Cues, DoNotCountDownAGapTooShortForIt) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 3s, 0s, 15s}));
    EXPECT_EQ(cues_of(*plan, "1/1/R/side-change"), (Lines{"side 'Change sides: right.' at 0"}));
}

TEST(Cues, DropTheCountThatTheSideCollidesWith) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 4s, 0s, 15s}));
    EXPECT_EQ(cues_of(*plan, "1/1/R/side-change"),
              (Lines{"side 'Change sides: right.' at 0", "count 'two' at 2", "count 'one' at 3"}));
}

TEST(Cues, SayTheSideEvenWhereThereIsNoGap) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 0s, 0s, 0s}));
    EXPECT_EQ(cues_of(*plan, "1/1/R/1"),
              (Lines{"start at 0", "side 'Change sides: right.' at 0", "end at 8"}));
}

TEST(Cues, SayTheSideEvenWhereTheSetBeginsMeanwhile) {
    const auto plan = make_plan(session_of({holds("Bridge", 8s, Sides::each)}, {10s, 1s, 0s, 0s}));
    EXPECT_EQ(cues_of(*plan, "1/1/R/side-change"), (Lines{"side 'Change sides: right.' at 0"}));
    EXPECT_EQ(cues_of(*plan, "1/1/R/1"), (Lines{"start at 0", "end at 8"}));
}

TEST(Cues, CountDownTheEndOfAHoldOfTenSeconds) {
    const auto plan = make_plan(session_of({holds("Bridge", 10s)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/1"),
              (Lines{"start at 0", "count 'three' at 7", "count 'two' at 8", "count 'one' at 9",
                     "end at 10"}));
}

TEST(Cues, DoNotCountDownAShorterHold) {
    const auto plan = make_plan(session_of({holds("Bridge", 9'999ms)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/1"), (Lines{"start at 0", "end at 9.999"}));
}

TEST(Cues, SayWhenAHoldOfTwentySecondsIsHalfOver) {
    const auto plan = make_plan(session_of({holds("Bridge", 20s)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/1")[1], "half 'Half way.' at 10");
}

TEST(Cues, DoNotHalveAShorterHold) {
    const auto plan = make_plan(session_of({holds("Bridge", 19'999ms)}));
    EXPECT_TRUE(std::none_of(plan->cues.begin(), plan->cues.end(),
                             [](const Cue& cue) { return cue.kind == CueKind::half; }));
}

TEST(Cues, CountTheRepsFromTheSecondOn) {
    const auto plan = make_plan(session_of({reps("Bridge", 3, 4s)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/1"), (Lines{"start at 0"}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/2"), (Lines{"tick '2' at 0"}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/3"), (Lines{"tick '3' at 0", "end at 4"}));
}

TEST(Cues, SayWhenToLetGoBetweenTwoHolds) {
    const auto plan = make_plan(session_of({pulses("Bridge", 2, 10s, 2s)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/1/release"), (Lines{"tick 'Release.' at 0"}));
}

TEST(Cues, LeaveAnOpenEndedHoldInPeace) {
    const auto plan = make_plan(session_of({open_ended("Bridge", 2min)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/1"), (Lines{"start at 0", "end at 120"}));
}

TEST(Cues, GiveTheEndOfOneSetBeforeTheStartOfTheNext) {
    auto step = holds("Bridge", 8s, Sides::both, 2);
    step.gap = 0s;
    const auto plan = make_plan(session_of({step}));
    const auto end = std::find_if(plan->cues.begin(), plan->cues.end(),
                                  [](const Cue& cue) { return cue.kind == CueKind::end; });
    ASSERT_NE(end, plan->cues.end());
    EXPECT_EQ(std::next(end)->kind, CueKind::start);
}

/// Lies face down for 40 s, with two sentences on how it goes and two on its form.
PrescribedStep unseen(View view, Millis hold = 40s) {
    auto step = holds("Bridge", hold, Sides::both, 2);
    step.work.exercise.view = view;
    step.work.exercise.instructions = {"Lift.", "Lower it slowly."};
    step.work.exercise.cues = {"Ribs heavy.", "Breathe."};
    return step;
}

Lines guidance_of(const Plan& plan) {
    Lines lines;
    for (const Cue& cue : plan.cues) {
        if (cue.kind == CueKind::guidance) lines.push_back(cue.text);
    }
    return lines;
}

TEST(Cues, SayNoMoreThanNeededWhereTheScreenIsSeen) {
    const auto plan = make_plan(session_of({unseen(View::screen)}));
    EXPECT_EQ(guidance_of(*plan), Lines{});
}

TEST(Cues, SayHowItGoesWhereTheScreenIsNotSeen) {
    for (const View view : {View::ceiling, View::none}) {
        const auto plan = make_plan(session_of({unseen(view)}));
        const Lines gap = cues_of(*plan, "1/1/B/ready");
        ASSERT_GE(gap.size(), 3U);
        EXPECT_EQ(gap[1], "guidance 'Lift.' at 1.069");
        EXPECT_EQ(gap[2], "guidance 'Lower it slowly.' at 2.004");
        // Then, in every set, what the screen shows during the work.
        EXPECT_EQ(guidance_of(*plan), (Lines{"Lift.", "Lower it slowly.", "Ribs heavy.", "Breathe.",
                                             "Ribs heavy.", "Breathe."}));
    }
}

TEST(Cues, SayDuringTheWorkWhatFindsNoRoomBeforeIt) {
    const auto plan = make_plan(session_of({unseen(View::none)}, {0s, 0s, 0s, 0s}));
    const Lines work = cues_of(*plan, "1/1/B/1");
    ASSERT_GE(work.size(), 2U);
    EXPECT_EQ(work[0], "start at 0");
    EXPECT_EQ(work[1], "guidance 'Lift.' at 0.6");
}

TEST(Cues, GuideNobodyPastTheEndOfASet) {
    const auto plan = make_plan(session_of({unseen(View::none, 5s)}));
    EXPECT_EQ(guidance_of(*plan), (Lines{"Lift.", "Lower it slowly."}));
}

TEST(Cues, DropATickThatANumberBeforeItHasNotMadeRoomFor) {
    const auto plan = make_plan(session_of({reps("Bridge", 4, 300ms)}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/2"), (Lines{"tick '2' at 0"}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/3"), (Lines{}));
    EXPECT_EQ(cues_of(*plan, "1/1/B/4"), (Lines{"tick '4' at 0", "end at 0.3"}));
}

}  // namespace
}  // namespace hipflow
