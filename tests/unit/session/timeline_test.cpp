// SPDX-License-Identifier: MIT
#include "session/timeline.h"

#include <gtest/gtest.h>

#include "domain/error.h"
#include "session/score.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;

std::vector<std::string> paths(const Timeline& timeline) {
    std::vector<std::string> all;
    for (const Segment& segment : timeline.segments) all.push_back(path(segment));
    return all;
}

using Paths = std::vector<std::string>;

TEST(Timeline, HasTheSameHoldForBothSides) {
    const Timeline timeline = compile(session_of({holds("a", 30s, Sides::each)}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1"}));
    EXPECT_EQ(timeline.sets[0].work, 30s);
    EXPECT_EQ(timeline.sets[1].work, 30s);
}

TEST(Timeline, ChangesSidesAfterEverySetUnlessToldOtherwise) {
    const Timeline timeline = compile(session_of({holds("a", 30s, Sides::each, 2)}));
    EXPECT_EQ(paths(timeline),
              (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1", "1/2/L/side-change",
                     "1/2/L/1", "1/2/R/side-change", "1/2/R/1"}));
}

TEST(Timeline, DoesAllSetsOfOneSideFirstInTheOrderLLRR) {
    auto step = holds("a", 30s, Sides::each, 2);
    step.order = SideOrder::each_side;
    EXPECT_EQ(paths(compile(session_of({step}))),
              (Paths{"1/1/L/ready", "1/1/L/1", "1/2/L/rest", "1/2/L/1", "1/1/R/side-change",
                     "1/1/R/1", "1/2/R/rest", "1/2/R/1"}));
}

TEST(Timeline, BeginsWithTheSideThatIsFirst) {
    auto step = holds("a", 30s, Sides::each);
    step.first = Side::right;
    EXPECT_EQ(paths(compile(session_of({step}))),
              (Paths{"1/1/R/ready", "1/1/R/1", "1/1/L/side-change", "1/1/L/1"}));
}

TEST(Timeline, GivesOneSideItsExtraSet) {
    auto step = holds("a", 30s, Sides::each);
    step.extra.left = 1;
    EXPECT_EQ(paths(compile(session_of({step}))),
              (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1", "1/2/L/side-change",
                     "1/2/L/1"}));
}

TEST(Timeline, CountsEverySideOfAlternatingRepsInTurn) {
    const Timeline timeline = compile(session_of({reps("a", 4, 3s, Sides::alternate)}));
    ASSERT_EQ(timeline.sets.size(), 1U);
    EXPECT_EQ(timeline.sets[0].key.side, Side::both);
    std::vector<Side> turns;
    for (std::size_t i = timeline.sets[0].first; i < timeline.sets[0].last; ++i) {
        turns.push_back(timeline.segments[i].side);
    }
    EXPECT_EQ(turns, (std::vector{Side::left, Side::right, Side::left, Side::right}));
}

TEST(Timeline, LetsGoBetweenHoldsAndNotAfterTheLast) {
    const Timeline timeline = compile(session_of({pulses("a", 3, 10s, 2s)}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/B/ready", "1/1/B/1", "1/1/B/1/release", "1/1/B/2",
                                      "1/1/B/2/release", "1/1/B/3"}));
    EXPECT_EQ(timeline.work, 30s) << "letting go is no work";
    EXPECT_EQ(timeline.total, 44s);
}

TEST(Timeline, LeavesOutGapsOfZero) {
    auto step = holds("a", 30s, Sides::both, 2);
    step.gap = 0s;
    const Timeline timeline = compile(session_of({step}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/B/ready", "1/1/B/1", "1/2/B/1"}));
    EXPECT_EQ(timeline.sets[1].lead_in, timeline.sets[1].first);
}

TEST(Timeline, GivesTimeForAChangeOfPositionOnlyWhereThereIsOne) {
    auto standing = holds("c", 30s);
    standing.work.exercise.position = Position::standing;
    const Timeline timeline =
        compile(session_of({holds("a", 30s), holds("b", 30s), standing}, {10s, 5s, 15s, 15s}));
    EXPECT_EQ(paths(timeline),
              (Paths{"1/1/B/position-change", "1/1/B/ready", "1/1/B/1", "2/1/B/ready", "2/1/B/1",
                     "3/1/B/position-change", "3/1/B/ready", "3/1/B/1"}));
}

TEST(Timeline, LengthensAGapThatTheSetUpWordsDoNotFit) {
    auto step = holds("figure four", 30s);
    step.work.exercise.start = "On your back, knees bent, feet flat.";
    const Timeline timeline = compile(session_of({step}, {0s, 0s, 0s, 0s}));
    const Millis words = spoken_length("figure four.") + spoken_length(step.work.exercise.start);
    const Millis around = length_of(Tone::get_ready) + after_tone + after_sentence + before_count;
    ASSERT_EQ(timeline.segments[0].kind, SegmentKind::ready);
    EXPECT_EQ(timeline.segments[0].duration,
              std::chrono::ceil<std::chrono::seconds>(around + words + 3s))
        << "with a count-down after them, in whole seconds";
}

TEST(Timeline, TellsByHowMuchItsGapsGrew) {
    auto step = holds("figure four", 30s);
    step.work.exercise.start = "On your back, knees bent, feet flat.";
    const Timeline tight = compile(session_of({step}, {2s, 0s, 0s, 0s}));
    const Timeline roomy = compile(session_of({step}, {60s, 0s, 0s, 0s}));
    EXPECT_EQ(tight.lengthened, tight.segments[0].duration - 2s);
    EXPECT_EQ(tight.total, 2s + tight.lengthened + 30s);
    EXPECT_EQ(roomy.lengthened, 0s);
}

TEST(Timeline, AsksAfterEachExerciseIfToldTo) {
    const Timeline timeline = compile(session_of({holds("a", 30s, Sides::each), holds("b", 30s)}),
                                      AskPeak::after_each_exercise);
    EXPECT_EQ(paths(timeline), (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1",
                                      "1/1/R/ask", "2/1/B/ready", "2/1/B/1", "2/1/B/ask"}));
}

TEST(Timeline, CountsNoWorkForAsLongAsOneLikes) {
    const Timeline timeline = compile(session_of({open_ended("a", 2min)}));
    EXPECT_EQ(timeline.work, 0s);
    EXPECT_EQ(timeline.total, 10s + 2min);
    EXPECT_TRUE(timeline.segments.back().open_ended);
}

TEST(Timeline, AddsUpToItsSegments) {
    const Timeline timeline = compile(
        session_of({holds("a", 30s, Sides::each, 2), reps("b", 8, 5s), pulses("c", 5, 10s, 2s)}));
    Millis total{};
    Millis work{};
    for (const Segment& segment : timeline.segments) {
        total += segment.duration;
        if (is_work(segment.kind)) work += segment.duration;
    }
    EXPECT_EQ(timeline.total, total);
    EXPECT_EQ(timeline.work, work);
    EXPECT_EQ(timeline.work, 120s + 40s + 50s);
}

TEST(Timeline, RefusesMoreThanThreeHours) {
    EXPECT_NO_THROW(compile(session_of({holds("a", 3h - 10s)})));
    EXPECT_THROW(compile(session_of({holds("a", 3h)})), TooLong);
}

TEST(Timeline, NamesTheStepInWhichThreeHoursAreOver) {
    try {
        compile(session_of({holds("a", 1h), holds("b", 2h), holds("c", 1h)}));
        FAIL() << "no error";
    } catch (const TooLong& error) {
        EXPECT_EQ(error.step(), 1U);
    }
}

TEST(Timeline, FindsTheSetThatASegmentBelongsToOrLeadsTo) {
    const Timeline timeline =
        compile(session_of({holds("a", 30s, Sides::each)}), AskPeak::after_each_exercise);
    EXPECT_EQ(timeline.set_at(0), 0U);  // ready
    EXPECT_EQ(timeline.set_at(1), 0U);  // hold
    EXPECT_EQ(timeline.set_at(2), 1U);  // side change
    EXPECT_EQ(timeline.set_at(3), 1U);  // hold
    EXPECT_EQ(timeline.set_at(4), 1U);  // question
}

TEST(Timeline, FindsASetByItsKey) {
    const Timeline timeline = compile(session_of({holds("a", 30s, Sides::each)}));
    EXPECT_EQ(timeline.find({1, 1, Side::right}), 1U);
    EXPECT_EQ(timeline.find({1, 1, Side::both}), std::nullopt);
}

TEST(SpokenLength, CountsCharactersAndNotBytes) {
    EXPECT_EQ(spoken_length("öö"), spoken_length("oo"));
    EXPECT_EQ(spoken_length(""), 0s);
    EXPECT_GT(spoken_length("a"), 0s);
}

TEST(SpokenLength, CountsPausesInsideATextAndTheRateOfTheVoice) {
    EXPECT_EQ(spoken_length("Go"), 400ms);
    EXPECT_EQ(spoken_length("Go."), 445ms) << "nothing follows the last full stop";
    EXPECT_EQ(spoken_length("Go, go"), 310ms + 6 * 45ms + 370ms);
    EXPECT_EQ(spoken_length("Go. Go"), 310ms + 6 * 45ms + 860ms);
    EXPECT_EQ(spoken_length("1.5"), 310ms + 3 * 45ms) << "no pause in a number";
    EXPECT_EQ(spoken_length("Go", 80), 800ms);
}

TEST(SetUpWords, PreferTheSpokenName) {
    Work work;
    work.exercise.name = "Lying figure-4";
    work.exercise.say = "figure four";
    work.exercise.start = "On your back.";
    EXPECT_EQ(set_up_words(work, Side::left), "figure four, left side. On your back.");
    EXPECT_EQ(name_words(work, Side::both), "figure four.");
}

}  // namespace
}  // namespace hipflow::session
