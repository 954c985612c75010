// SPDX-License-Identifier: MIT
#include "session/work_cues.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
using namespace support;
using Lines = std::vector<std::string>;

/// Every word takes half a second.
Hearing half_second_each() {
    Hearing hearing = one_second_each();
    hearing.length = [](std::string_view text, std::string_view) {
        return text.empty() ? 0ms : 500ms;
    };
    return hearing;
}

Lines within(const PrescribedStep& step, std::size_t set = 0,
             const Hearing& hearing = half_second_each()) {
    return lines_within(*make_script(spoken_session({step}), AskPeak::at_the_end, hearing), set);
}

std::ptrdiff_t count_of(const Lines& lines, std::string_view word) {
    return std::ranges::count_if(
        lines, [&](const std::string& line) { return line.find(word) != std::string::npos; });
}

PrescribedStep bridges(int reps, Guidance level) {
    auto step = bridge(level);
    step.work.reps = reps;
    return step;
}

TEST(WorkCues, GiveABeatOnEachPhaseOfTheFirstRepsAndNumbersAfterThem) {
    EXPECT_EQ(within(bridge(Guidance::full)),
              (Lines{"0 start", "0.375 beat 'up'", "2 beat 'hold'", "4 beat 'down'", "7 tick '2'",
                     "9 beat 'hold'", "11 beat 'down'", "14 tick '3'", "16 beat 'hold'",
                     "18 beat 'down'", "21 tick '4'", "21.9 cue 'Push down.'", "28 tick '5'",
                     "35 tick 'last one'", "42 end"}));
}

TEST(WorkCues, GuideOneRepOfThoseWhoKnowIt) {
    const Lines lines = within(bridge(Guidance::brief));
    EXPECT_EQ(count_of(lines, "beat"), 3);
    EXPECT_EQ(count_of(lines, "cue"), 1);
}

TEST(WorkCues, GiveNumbersAloneAtTheLevelOfCounts) {
    EXPECT_EQ(within(bridges(3, Guidance::counts)),
              (Lines{"0 start", "7 tick '2'", "14 tick 'last one'", "21 end"}));
}

TEST(WorkCues, LeaveTwoRepsWithoutBeats) {
    EXPECT_EQ(count_of(within(bridges(4, Guidance::full)), "beat 'hold'"), 2);
    EXPECT_EQ(count_of(within(bridges(2, Guidance::full)), "beat 'hold'"), 1);
    EXPECT_EQ(count_of(within(bridges(20, Guidance::full)), "beat 'hold'"), 3);
}

TEST(WorkCues, SayThatFiveAreLeftOfManyReps) {
    const Lines lines = within(bridges(12, Guidance::counts));
    EXPECT_EQ(count_of(lines, "49 tick 'five more'"), 1);
    EXPECT_EQ(count_of(within(bridges(9, Guidance::counts)), "five more"), 0);
}

TEST(WorkCues, SayTheSideWithTheNumberWhereSidesTakeTurns) {
    auto step = bridges(4, Guidance::full);
    step.work.sides = Sides::alternate;
    step.work.exercise.phases[0].beat = "{side}";
    const Lines lines = within(step);
    EXPECT_EQ(count_of(lines, "0.375 beat 'left'"), 1);
    EXPECT_EQ(count_of(lines, "7 tick '2, right'"), 1);
    EXPECT_EQ(count_of(lines, "14 tick '3'"), 1) << "no beats, so the number alone";
}

TEST(WorkCues, LeaveOutABeatThatDoesNotFitItsPhase) {
    auto step = bridges(3, Guidance::full);
    step.work.exercise.phases[1].time = 700ms;
    step.work.exercise.phases[2].time = 4'300ms;
    EXPECT_EQ(count_of(within(step), "beat 'hold'"), 0);
    EXPECT_EQ(count_of(within(step), "beat 'down'"), 1);
}

TEST(WorkCues, StretchThePhasesToThePace) {
    auto step = bridges(3, Guidance::full);
    step.work.pace = 14s;
    EXPECT_EQ(count_of(within(step), "4 beat 'hold'"), 1);
    EXPECT_EQ(count_of(within(step), "8 beat 'down'"), 1);
}

TEST(WorkCues, BeatEveryRepOfATempo) {
    auto step = bridges(4, Guidance::brief);
    step.work.tempo = {3s, 1s, 4s};
    step.work.pace = 8s;
    const Lines lines = within(step);
    EXPECT_EQ(count_of(lines, "3 beat 'hold'"), 1);
    EXPECT_EQ(count_of(lines, "beat 'down'"), 4);
}

TEST(WorkCues, SayOutHoldBackHoldForATempoOfOtherPhases) {
    auto step = bridges(1, Guidance::full);
    step.work.tempo = {2s, 1s, 3s, 2s};
    step.work.pace = 8s;
    EXPECT_EQ(within(step), (Lines{"0 start", "0.375 beat 'out'", "2 beat 'hold'", "3 beat 'back'",
                                   "6 beat 'hold'", "8 end"}));
    step.work.tempo = {4s, 0s, 4s, 0s};
    EXPECT_EQ(within(step), (Lines{"0 start", "0.375 beat 'out'", "4 beat 'back'", "8 end"}));
}

TEST(WorkCues, LeaveOutTheWordsOfTheTempoIfTheSettingSaysSo) {
    Hearing hearing = half_second_each();
    hearing.tempo_words = false;
    EXPECT_EQ(count_of(within(bridge(Guidance::full), 0, hearing), "beat"), 0);
}

TEST(WorkCues, GiveRemindersOfAHoldInCalmMoments) {
    EXPECT_EQ(within(figure_four(Guidance::full, 45s)),
              (Lines{"0 start", "2.5 cue 'Breathe out.'", "12.5 cue 'Not in your knee.'",
                     "22.5 half 'halfway'", "23.8 cue 'Back heavy.'", "33.8 cue 'Toes up.'",
                     "35 left 'ten more seconds'", "42 count 'three'", "43 count 'two'",
                     "44 count 'one'", "45 end"}));
    EXPECT_EQ(count_of(within(figure_four(Guidance::brief, 45s)), "cue"), 1);
    EXPECT_EQ(count_of(within(figure_four(Guidance::brief, 90s)), "cue"), 2);
    EXPECT_EQ(count_of(within(figure_four(Guidance::counts, 45s)), "cue"), 0);
}

TEST(WorkCues, TellTheTimeOnlyOfHoldsThatAreLongEnough) {
    EXPECT_EQ(within(figure_four(Guidance::counts, 9s)), (Lines{"0 start", "9 end"}));
    EXPECT_EQ(count_of(within(figure_four(Guidance::counts, 10s)), "count"), 3);
    EXPECT_EQ(count_of(within(figure_four(Guidance::counts, 19s)), "half"), 0);
    EXPECT_EQ(count_of(within(figure_four(Guidance::counts, 20s)), "10 half"), 1);
    EXPECT_EQ(count_of(within(figure_four(Guidance::counts, 39s)), "left 'ten"), 0);
    EXPECT_EQ(count_of(within(figure_four(Guidance::counts, 40s)), "30 left 'ten"), 1);
}

TEST(WorkCues, BeginWithAnotherReminderEachTime) {
    auto step = figure_four(Guidance::brief);
    step.work.times = 5;
    EXPECT_EQ(count_of(within(step), "cue 'Not in your knee.'"), 1);
    EXPECT_EQ(count_of(within(step, 1), "cue 'Back heavy.'"), 1) << "the second side";
}

TEST(WorkCues, RemindOnTheFirstSetOnlyFromTheTenthTimeOn) {
    auto step = figure_four(Guidance::brief);
    step.work.times = 9;
    EXPECT_EQ(count_of(within(step, 1), "cue"), 1);
    step.work.times = 10;
    EXPECT_EQ(count_of(within(step, 0), "cue"), 1);
    EXPECT_EQ(count_of(within(step, 1), "cue"), 0);
}

TEST(WorkCues, TellTheReleaseBetweenTwoHolds) {
    auto step = figure_four(Guidance::counts, 6s);
    step.work.reps = 3;
    step.work.release = 2s;
    EXPECT_EQ(within(step), (Lines{"0 start", "6 tick 'Release.'", "8 tick '2'",
                                   "14 tick 'Release.'", "16 tick 'last one'", "22 end"}));
}

TEST(WorkCues, GuideMovementForATime) {
    auto step = bridge(Guidance::full);
    step.work.reps.reset();
    step.work.duration = 45s;
    const auto script =
        make_script(spoken_session({step}), AskPeak::at_the_end, half_second_each());
    const Segment& move = script->timeline.segments[script->timeline.sets[0].first];
    EXPECT_EQ(move.kind, SegmentKind::move);
    EXPECT_EQ(move.duration, 45s);
    EXPECT_EQ(script->timeline.work, 45s) << "it counts";
    EXPECT_EQ(count_of(lines_before(*script, 0), "dose 'Keep moving for 45 seconds.'"), 1);
    const Lines lines = lines_within(*script, 0);
    EXPECT_EQ(count_of(lines, "half"), 1);
    EXPECT_EQ(count_of(lines, "left 'ten more seconds'"), 1);
    EXPECT_EQ(count_of(lines, "count"), 3);
    EXPECT_EQ(count_of(lines, "beat"), 0) << "the rhythm is one's own";
}

TEST(WorkCues, SayHowLongWhatHasNoEndMayTake) {
    auto step = bridge(Guidance::full);
    step.work.reps.reset();
    step.work.cap = 90s;
    const auto script =
        make_script(spoken_session({step}), AskPeak::at_the_end, half_second_each());
    EXPECT_EQ(count_of(lines_before(*script, 0), "As long as you like, up to one minute 30."), 2);
    EXPECT_EQ(count_of(lines_within(*script, 0), "count"), 0);
}

TEST(WorkCues, SayBeginAndDoneWithoutTones) {
    Hearing hearing = half_second_each();
    hearing.tones = false;
    auto step = bridges(2, Guidance::counts);
    step.work.sets = 2;
    const Lines lines = within(step, 0, hearing);
    EXPECT_EQ(lines.front(), "0 start 'Begin.'");
    EXPECT_EQ(lines.back(), "14 end 'Done.'");
}

TEST(WorkCues, KeepTheRepsOfFastMovementApart) {
    auto step = bridges(5, Guidance::full);
    step.work.exercise.phases.clear();
    step.work.pace = 1s;
    Hearing slow = one_second_each();
    slow.length = [](std::string_view text, std::string_view) {
        return text.empty() ? 0ms : 1'200ms;
    };
    const Lines lines = within(step, 0, slow);
    EXPECT_EQ(count_of(lines, "tick"), 2) << "what overlaps is left out";
}

}  // namespace
}  // namespace hipflow::session
