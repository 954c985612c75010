// SPDX-License-Identifier: MIT
// What real sheets say: rounds, rests, one side alone, loads, notes, breaths and phases of a step.
#include <gtest/gtest.h>

#include <algorithm>

#include "session/player.h"
#include "session/score_check.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

std::shared_ptr<const Script> laid_out(std::vector<PrescribedStep> steps,
                                       AskPeak ask = AskPeak::at_the_end) {
    return make_script(spoken_session(std::move(steps)), ask, one_second_each());
}

/// What is wrong with the score of a session, with words as long as they really are.
Lines faults(std::vector<PrescribedStep> steps) {
    return faults_of(
        *make_script(spoken_session(std::move(steps)), AskPeak::at_the_end, estimated(160)));
}

bool has(const Lines& lines, std::string_view text) {
    return std::ranges::any_of(
        lines, [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

Lines paths(const Timeline& timeline) {
    Lines all;
    for (const Segment& segment : timeline.segments) all.push_back(path(segment));
    return all;
}

PrescribedStep in_round(PrescribedStep step, int place, int number, int rounds) {
    step.round = Round{number, rounds};
    step.block = 1;
    step.place = place;
    return step;
}

/// Two rounds of a bridge and a figure four.
std::vector<PrescribedStep> circuit() {
    return {
        in_round(bridge(Guidance::full), 1, 1, 2), in_round(figure_four(Guidance::full), 2, 1, 2),
        in_round(bridge(Guidance::full), 1, 2, 2), in_round(figure_four(Guidance::full), 2, 2, 2)};
}

/// As many bridges as one can, twenty at most.
PrescribedStep as_many() {
    auto step = bridge(Guidance::brief);
    step.work.exercise.phases.clear();
    step.work.reps = 20;
    step.work.as_many = true;
    return step;
}

TEST(OneSide, HasNoSetsOnTheOther) {
    auto step = holds("a", 30s, Sides::each, 2);
    step.first = Side::right;
    step.only = Side::right;
    EXPECT_EQ(paths(timeline_of(session_of({step}))),
              (Lines{"1/1/R/ready", "1/1/R/1", "1/2/R/rest", "1/2/R/1"}));
}

TEST(OneSide, IsNamedWithoutBeingTheFirst) {
    auto step = figure_four(Guidance::full);
    step.only = Side::left;
    const Lines lines = lines_before(*laid_out({step}), 0);
    EXPECT_TRUE(has(lines, "dose '30 seconds.'"));
    EXPECT_TRUE(has(lines, "side 'Left leg.'"));
    EXPECT_FALSE(has(lines, "first."));
    EXPECT_FALSE(has(lines, "each leg"));
}

TEST(RestBefore, ComesBeforeTheNextExerciseIsAnnounced) {
    auto next = holds("b", 30s);
    next.rest_before = 90s;
    const Timeline timeline = timeline_of(session_of({holds("a", 30s), next}));
    EXPECT_EQ(paths(timeline),
              (Lines{"1/1/B/ready", "1/1/B/1", "2/1/B/rest", "2/1/B/ready", "2/1/B/1"}));
    EXPECT_EQ(timeline.segments[2].duration, 90s);
    EXPECT_EQ(timeline.lengthened, 0s);
}

TEST(RestBefore, IsTold) {
    auto next = bridge(Guidance::brief);
    next.rest_before = 90s;
    const auto script = laid_out({figure_four(Guidance::brief), next});
    const Lines lines = lines_before(*script, 2);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_TRUE(has({lines[0]}, "finish 'Put your right foot down.'"));
    EXPECT_TRUE(has({lines[1]}, "dose 'Rest for one minute 30.'"));
    EXPECT_EQ(lines[2], "90.25 name 'Next: bridge.'");
    EXPECT_EQ(faults({figure_four(Guidance::brief), next}), Lines{});
}

TEST(RestBefore, OfTheFirstExerciseIsNone) {
    auto first = holds("a", 30s);
    first.rest_before = 90s;
    EXPECT_EQ(paths(timeline_of(session_of({first}))), (Lines{"1/1/B/ready", "1/1/B/1"}));
}

TEST(Gap, OfARoundIsARestThatEndsWithTheChangeOfSides) {
    auto step = holds("a", 30s, Sides::each, 2);
    step.gap = 60s;
    step.gap_in_turn = true;
    const Timeline timeline = timeline_of(session_of({step}));
    EXPECT_EQ(paths(timeline), (Lines{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1",
                                      "1/2/L/rest", "1/2/L/1", "1/2/R/side-change", "1/2/R/1"}));
    EXPECT_EQ(timeline.segments[4].duration, 60s);
}

TEST(Gap, OfARoundTellsTheRestAndThenTheSide) {
    auto step = figure_four(Guidance::brief);
    step.work.sets = 2;
    step.gap = 60s;
    step.gap_in_turn = true;
    const auto script = laid_out({step});
    const PlannedSet& set = script->timeline.sets.at(2);
    EXPECT_EQ(script->timeline.segments[set.lead_in].duration, 60s);
    const Lines lines = lines_before(*script, 2);
    EXPECT_TRUE(has(lines, "finish 'Put your right foot down.'"));
    EXPECT_TRUE(has(lines, "dose 'Rest for one minute.'"));
    EXPECT_TRUE(has(lines, "name 'Set 2 of 2.'"));
    EXPECT_TRUE(has(lines, "side 'Change sides. Now the left leg.'"));
    EXPECT_TRUE(has(lines, "59 count 'one'"));
    EXPECT_EQ(faults({step}), Lines{});
}

TEST(Rounds, AreNumberedAndAnnounceBriefly) {
    const auto script = laid_out(circuit());
    const Lines first = lines_before(*script, 0);
    EXPECT_TRUE(has(first, "2 exercises"));
    EXPECT_TRUE(has(first, "set-up 'Set your feet wide.'"));
    EXPECT_FALSE(has(first, "Round"));
    const Lines second = lines_before(*script, 3);
    EXPECT_TRUE(has(second, "name 'Round 2 of 2.'"));
    EXPECT_TRUE(has(second, "set-up 'On your back, feet close.'"));
    EXPECT_FALSE(has(second, "Set your feet wide."));
    EXPECT_FALSE(has(lines_before(*script, 4), "Round")) << "only before its first step";
    EXPECT_EQ(faults(circuit()), Lines{});
}

TEST(Rounds, ThatLeadToAnotherPositionTellOfItAgain) {
    auto steps = circuit();
    for (const std::size_t i : {1U, 3U}) steps.at(i).work.exercise.position = Position::standing;
    const Lines lines = lines_before(*laid_out(steps), 3);
    EXPECT_TRUE(has(lines, "set-up 'Set your feet wide.'"));
    EXPECT_FALSE(has(lines, "Try one first"));
    EXPECT_EQ(faults(steps), Lines{});
}

TEST(Rounds, LeaveOutWhatWasStoppedForPain) {
    std::vector<PrescribedStep> steps;
    for (const int number : {1, 2}) {
        steps.push_back(in_round(holds("a", 10s), 1, number, 2));
        steps.push_back(in_round(holds("b", 10s), 2, number, 2));
    }
    steps.push_back(holds("c", 10s));
    Performance session(session_of(steps));
    session.resume();
    session.stop_exercise();
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(result_of(session.events, "3/1/B").status, SetStatus::skipped);
    EXPECT_EQ(result_of(session.events, "3/1/B").reason, StopReason::pain);
    session.wait(10s + 10s + 1s);
    EXPECT_EQ(session.place().substr(0, 3), "4/1") << "the second round of b follows its first";
    session.wait(20s);
    EXPECT_EQ(session.place().substr(0, 3), "5/1");
}

TEST(Rounds, LeaveOutWhatWasStoppedAfterOpenEndedWorkToo) {
    std::vector<PrescribedStep> steps;
    for (const int number : {1, 2}) {
        steps.push_back(in_round(as_many(), 1, number, 2));
        steps.push_back(in_round(holds("b", 10s), 2, number, 2));
    }
    Performance session(session_of(steps));
    session.resume();
    session.go_to(1);
    session.stop_exercise();
    EXPECT_EQ(session.place().substr(0, 3), "3/1");
    session.skip_to_work();
    session.wait(8s);
    session.press(Key::next);
    EXPECT_EQ(session.player.phase, Phase::finished) << "the second b is left out";
}

TEST(Rounds, AskAfterTheLastOne) {
    const auto script = laid_out(circuit(), AskPeak::after_each_exercise);
    Lines asked;
    for (const Segment& segment : script->timeline.segments) {
        if (segment.kind == SegmentKind::ask) asked.push_back(path(segment.key));
    }
    EXPECT_EQ(asked, (Lines{"3/1/B", "4/1/R"}));
}

TEST(Rounds, OfOneSideAfterTheOtherCountTheirExercisesOnce) {
    std::vector<PrescribedStep> steps;
    for (const Side side : {Side::left, Side::right}) {
        for (const int number : {1, 2}) {
            auto step = in_round(figure_four(Guidance::brief), 1, number, 2);
            step.first = side;
            step.only = side;
            steps.push_back(step);
        }
    }
    const auto script = laid_out(steps);
    EXPECT_TRUE(has(lines_before(*script, 0), "One exercise"));
    EXPECT_TRUE(has(lines_before(*script, 1), "Round 2 of 2."));
    EXPECT_FALSE(has(lines_before(*script, 2), "Round"));
    EXPECT_TRUE(has(lines_before(*script, 2), "side 'Now the whole round on the right side.'"));
    EXPECT_TRUE(has(lines_before(*script, 3), "Round 2 of 2."));
    EXPECT_FALSE(has(lines_before(*script, 3), "whole round"));
}

TEST(Rounds, OfTheOtherSideAreToldWhereTheyBeginWithBothToo) {
    std::vector<PrescribedStep> steps;
    for (const Side side : {Side::left, Side::right}) {
        for (const int place : {1, 2}) {
            steps.push_back(in_round(bridge(Guidance::brief), place, 1, 1));
            steps.back().first = side;
        }
    }
    EXPECT_TRUE(has(lines_before(*laid_out(steps), 2), "Now the whole round on the right side."));
}

TEST(Load, AndNoteAreSaidWithTheSetUp) {
    auto step = bridge(Guidance::brief);
    step.work.load = "2 kg";
    step.work.note = "Slowly on the way down";
    const Lines lines = lines_before(*laid_out({step}), 0);
    EXPECT_TRUE(has(lines, "dose 'With 2 kg.'"));
    EXPECT_TRUE(has(lines, "guidance 'Slowly on the way down.'"));
    step.work.guidance = Guidance::counts;
    const Lines counts = lines_before(*laid_out({step}), 0);
    EXPECT_FALSE(has(counts, "2 kg"));
    EXPECT_FALSE(has(counts, "Slowly"));
}

TEST(Breaths, AreSaidInPlaceOfSeconds) {
    auto step = figure_four(Guidance::full, 25s);
    step.work.breaths = 5;
    const Lines lines = lines_before(*laid_out({step}), 0);
    EXPECT_TRUE(has(lines, "dose 'Hold for 5 breaths with each leg.'"));
    EXPECT_TRUE(has(lines, "dose 'Hold for 5 breaths.'"));
    EXPECT_FALSE(has(lines, "25 seconds"));
}

TEST(Breaths, OfSeveralHoldsAreToldLikeSets) {
    auto step = figure_four(Guidance::brief, 25s);
    step.work.breaths = 5;
    step.work.reps = 3;
    EXPECT_TRUE(has(lines_before(*laid_out({step}), 0), "3 times 5 breaths with each leg."));
}

TEST(Amount, OfSidesThatDifferIsToldForEach) {
    auto step = figure_four(Guidance::brief);
    step.extra.left = 2;
    const Lines lines = lines_before(*laid_out({step}), 0);
    EXPECT_TRUE(has(lines, "dose '30 seconds with each leg.'"));
    EXPECT_TRUE(has(lines, "dose '3 sets on the left, 1 on the right.'"));
    step.work.sets = 2;
    step.work.reps = 5;
    EXPECT_TRUE(
        has(lines_before(*laid_out({step}), 0), "dose '5 times 30 seconds with each leg.'"));
    EXPECT_EQ(faults({step}), Lines{});
}

TEST(Amount, OfManyHoldsTellsHowLongEachLasts) {
    auto step = figure_four(Guidance::brief, 8s);
    step.work.sets = 2;
    step.work.reps = 5;
    const Lines lines = lines_before(*laid_out({step}), 0);
    EXPECT_TRUE(has(lines, "dose '2 sets of 5 with each leg.'"));
    EXPECT_TRUE(has(lines, "dose 'Hold for 8 seconds.'"));
    step.work.breaths = 2;
    EXPECT_TRUE(has(lines_before(*laid_out({step}), 0), "dose 'Hold for 2 breaths.'"));
}

/// A hold of 10 s, on the left and on the right in turn.
PrescribedStep in_turn(Guidance level) {
    auto step = figure_four(level, 10s);
    step.work.sides = step.work.exercise.sides = Sides::alternate;
    step.work.reps = 4;
    return step;
}

TEST(Turns, AreToldAndNamedInEveryHold) {
    const auto script = laid_out({in_turn(Guidance::full)});
    EXPECT_TRUE(has(lines_before(*script, 0), "guidance 'Then the other side, in turn.'"));
    const Lines lines = lines_within(*script, 0);
    EXPECT_TRUE(has(lines, "tick '2, right'"));
    EXPECT_TRUE(has(lines, "tick '3, left'"));
    EXPECT_TRUE(has(lines, "tick 'last one, right'"));
    EXPECT_EQ(faults({in_turn(Guidance::full)}), Lines{});
    const auto counted = laid_out({in_turn(Guidance::counts)});
    EXPECT_TRUE(has(lines_within(*counted, 0), "tick '2'"));
}

TEST(Rest, ThatIsTooShortForEverythingStillSaysWhichSetComes) {
    auto step = bridge(Guidance::full);
    step.work.sets = 3;
    step.work.exercise.finish = {"Lower your hips."};
    step.gap = 7s;
    const auto script = laid_out({step});
    EXPECT_TRUE(has(lines_before(*script, 1), "finish 'Lower your hips.'"));
    const Lines later = lines_before(*script, 2);
    EXPECT_TRUE(has(later, "name 'Set 3 of 3.'"));
    EXPECT_FALSE(has(later, "finish"));
    EXPECT_EQ(script->timeline.segments[script->timeline.sets.at(2).lead_in].duration, 7s);
    EXPECT_EQ(faults({step}), Lines{});
}

TEST(AsMany, IsSaidWithItsLimitAndHowToEndIt) {
    const auto script = laid_out({as_many()});
    EXPECT_TRUE(has(lines_before(*script, 0), "dose 'As many as you can, up to 20.'"));
    const Lines lines = lines_within(*script, 0);
    EXPECT_TRUE(has(lines, "tick '7'"));
    EXPECT_TRUE(has(lines_before(*script, 0), "dose 'Press Enter when you have had enough.'"));
    EXPECT_FALSE(has(lines, "five more"));
    EXPECT_TRUE(has(lines, "tick 'last one'")) << "at the limit";
    EXPECT_EQ(script->timeline.work, 0s) << "nobody knows how long it takes";
    EXPECT_EQ(faults({as_many()}), Lines{});
}

TEST(AsMany, TellsHowManySetsThereAre) {
    auto step = as_many();
    step.work.sets = 3;
    EXPECT_TRUE(has(lines_before(*laid_out({step}), 0), "dose '3 sets.'"));
}

TEST(AsMany, LeftAtOnceIsNoSet) {
    Performance session(session_of({as_many(), holds("b", 8s)}));
    session.resume();
    session.wait(session.player.script->timeline.segments.at(0).duration + 500ms);
    session.press(Key::next);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::skipped);
    EXPECT_EQ(session.place(), "2/1/B/ready");
}

TEST(AsMany, EndsByAKeyAndCountsWholeReps) {
    Performance session(session_of({as_many(), holds("b", 8s)}));
    session.resume();
    const Millis begins = session.player.script->timeline.segments.at(0).duration;
    session.wait(begins + 7s + 7s + 7s + 3s);
    session.press(Key::next);
    const auto result = result_of(session.events, "1/1/B");
    EXPECT_EQ(result.status, SetStatus::done);
    EXPECT_EQ(result.reps, 3);
    EXPECT_EQ(result.credit, 24s);
    EXPECT_EQ(session.place(), "2/1/B/ready");
}

TEST(AsMany, EndsAtItsLimit) {
    Performance session(session_of({as_many()}));
    session.resume();
    session.wait(10min);
    const auto result = result_of(session.events, "1/1/B");
    EXPECT_EQ(result.status, SetStatus::done);
    EXPECT_EQ(result.reps, 20);
}

TEST(Movement, TicksAtItsPaceWhereNothingElseSounds) {
    auto step = bridge(Guidance::counts);
    step.work.exercise.phases.clear();
    step.work.reps.reset();
    step.work.duration = 20s;
    step.work.pace = 4s;
    const auto ticks = [&](bool tones) {
        Hearing hearing = one_second_each();
        hearing.tones = tones;
        const auto script = make_script(spoken_session({step}), AskPeak::at_the_end, hearing);
        return std::ranges::count(script->cues, CueKind::tick, &Cue::kind);
    };
    EXPECT_EQ(ticks(true), 4);
    EXPECT_GE(ticks(false), 3);
}

TEST(PhasesWithoutSentences, AreCuedInEveryRepAndNotTried) {
    auto step = bridge(Guidance::full);
    step.work.exercise.phases = {{"", "push", 6s, {}}, {"", "relax", 20s, {}}};
    step.work.pace = 26s;
    step.work.reps = 6;
    const auto script = laid_out({step});
    EXPECT_FALSE(has(lines_before(*script, 0), "Try one first"));
    const Lines lines = lines_within(*script, 0);
    EXPECT_EQ(std::ranges::count_if(
                  lines, [](const std::string& line) { return line.ends_with("beat 'relax'"); }),
              6);
}

}  // namespace
}  // namespace hipflow::session
