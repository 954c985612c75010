// SPDX-License-Identifier: MIT
#include "session/timeline.h"

#include <gtest/gtest.h>

#include "domain/error.h"
#include "session/score.h"
#include "support/sessions.h"
#include "support/spoken_sessions.h"

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
    const Timeline timeline = timeline_of(session_of({holds("a", 30s, Sides::each)}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1"}));
    EXPECT_EQ(timeline.sets[0].work, 30s);
    EXPECT_EQ(timeline.sets[1].work, 30s);
}

TEST(Timeline, ChangesSidesAfterEverySetUnlessToldOtherwise) {
    const Timeline timeline = timeline_of(session_of({holds("a", 30s, Sides::each, 2)}));
    EXPECT_EQ(paths(timeline),
              (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1", "1/2/L/side-change",
                     "1/2/L/1", "1/2/R/side-change", "1/2/R/1"}));
}

TEST(Timeline, DoesAllSetsOfOneSideFirstInTheOrderLLRR) {
    auto step = holds("a", 30s, Sides::each, 2);
    step.order = SideOrder::each_side;
    EXPECT_EQ(paths(timeline_of(session_of({step}))),
              (Paths{"1/1/L/ready", "1/1/L/1", "1/2/L/rest", "1/2/L/1", "1/1/R/side-change",
                     "1/1/R/1", "1/2/R/rest", "1/2/R/1"}));
}

TEST(Timeline, BeginsWithTheSideThatIsFirst) {
    auto step = holds("a", 30s, Sides::each);
    step.first = Side::right;
    EXPECT_EQ(paths(timeline_of(session_of({step}))),
              (Paths{"1/1/R/ready", "1/1/R/1", "1/1/L/side-change", "1/1/L/1"}));
}

TEST(Timeline, GivesOneSideItsExtraSet) {
    auto step = holds("a", 30s, Sides::each);
    step.extra.left = 1;
    EXPECT_EQ(paths(timeline_of(session_of({step}))),
              (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1", "1/2/L/side-change",
                     "1/2/L/1"}));
}

TEST(Timeline, CountsEverySideOfAlternatingRepsInTurn) {
    const Timeline timeline = timeline_of(session_of({reps("a", 4, 3s, Sides::alternate)}));
    ASSERT_EQ(timeline.sets.size(), 1U);
    EXPECT_EQ(timeline.sets[0].key.side, Side::both);
    std::vector<Side> turns;
    for (std::size_t i = timeline.sets[0].first; i < timeline.sets[0].last; ++i) {
        turns.push_back(timeline.segments[i].side);
    }
    EXPECT_EQ(turns, (std::vector{Side::left, Side::right, Side::left, Side::right}));
}

TEST(Timeline, LetsGoBetweenHoldsAndNotAfterTheLast) {
    const Timeline timeline = timeline_of(session_of({pulses("a", 3, 10s, 2s)}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/B/ready", "1/1/B/1", "1/1/B/1/release", "1/1/B/2",
                                      "1/1/B/2/release", "1/1/B/3"}));
    EXPECT_EQ(timeline.work, 30s) << "letting go is no work";
    EXPECT_EQ(timeline.total, 44s);
}

TEST(Timeline, LeavesOutGapsOfZero) {
    auto step = holds("a", 30s, Sides::both, 2);
    step.gap = 0s;
    const Timeline timeline = timeline_of(session_of({step}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/B/ready", "1/1/B/1", "1/2/B/1"}));
    EXPECT_EQ(timeline.sets[1].lead_in, timeline.sets[1].first);
}

TEST(Timeline, GivesTimeForAChangeOfPositionOnlyWhereThereIsOne) {
    auto standing = holds("c", 30s);
    standing.work.exercise.position = Position::standing;
    const Timeline timeline =
        timeline_of(session_of({holds("a", 30s), holds("b", 30s), standing}, {10s, 5s, 15s, 15s}));
    EXPECT_EQ(paths(timeline),
              (Paths{"1/1/B/position-change", "1/1/B/ready", "1/1/B/1", "2/1/B/ready", "2/1/B/1",
                     "3/1/B/position-change", "3/1/B/ready", "3/1/B/1"}));
}

TEST(Timeline, NeverGrowsWithoutAVoice) {
    for (const Millis gap : {0s, 1s, 3s, 5s}) {
        auto step = holds("a", 8s, Sides::each, 3);
        step.gap = gap;
        const auto lrlr = timeline_of(session_of({step, holds("b", 8s)}, {gap, gap, gap, gap}));
        EXPECT_EQ(lrlr.lengthened, 0s);
        EXPECT_EQ(lrlr.total, 6 * 8s + 8s + 5 * gap + 3 * gap) << gap.count();
        step.order = SideOrder::each_side;
        const auto llrr = timeline_of(session_of({step, holds("b", 8s)}, {gap, gap, gap, gap}));
        EXPECT_EQ(llrr.lengthened, 0s);
        EXPECT_EQ(llrr.total, lrlr.total) << gap.count();
    }
}

/// The gaps before the sets of a session with a voice.
std::vector<Millis> spoken_gaps(const PrescribedStep& step, const Gaps& gaps = {},
                                double changes = 1.0) {
    Hearing hearing = estimated();
    hearing.changes = changes;
    const Timeline timeline = compile(session_of({step}, gaps), AskPeak::at_the_end, hearing);
    const auto starts = timeline.starts();
    std::vector<Millis> lengths;
    for (const PlannedSet& set : timeline.sets) {
        lengths.push_back(starts[set.first] - starts[set.lead_in]);
    }
    return lengths;
}

TEST(Timeline, GivesTimeToTakeAPositionByTheTableUnlessItIsWritten) {
    const auto step = bridge(Guidance::counts);
    const Millis usual = spoken_gaps(step).at(0);
    EXPECT_EQ(spoken_gaps(step, {}, 2.0).at(0), usual + 15s) << "lying down to begin with";
    const Gaps written{{}, {}, 20s, 15s};
    EXPECT_EQ(spoken_gaps(step, written).at(0), usual + 5s);
    EXPECT_EQ(spoken_gaps(step, written, 2.0).at(0), usual + 5s) << "what is written is meant";
}

TEST(Timeline, GivesLongerToRollOverThanToTurnOrToChangeLegs) {
    auto step = figure_four(Guidance::counts);
    const Millis legs = spoken_gaps(step).at(1);
    step.work.exercise.change = SideChange::turn;
    EXPECT_GE(spoken_gaps(step).at(1), legs + 5s);
    const Millis turned = spoken_gaps(step).at(1);
    step.work.exercise.change = SideChange::roll;
    EXPECT_GE(spoken_gaps(step).at(1), turned + 4s);
}

TEST(Timeline, GrowsForWordsAndTellsByHowMuch) {
    const auto at = [](Guidance level, const Gaps& gaps) {
        return compile(session_of({figure_four(level)}, gaps), AskPeak::at_the_end, estimated());
    };
    const Gaps tight{2s, 1s, 0s, 15s};
    const Timeline full = at(Guidance::full, tight);
    const Timeline brief = at(Guidance::brief, tight);
    const Timeline counts = at(Guidance::counts, tight);
    EXPECT_GT(full.total, brief.total);
    EXPECT_GT(brief.total, counts.total);
    EXPECT_EQ(full.work, counts.work) << "work never grows";
    EXPECT_EQ(full.total - full.lengthened, counts.total - counts.lengthened);
    EXPECT_EQ(full.total - full.lengthened, 2s + 1s + 60s) << "as it is written";
}

TEST(Timeline, GrowsOnceForEachExercise) {
    auto step = figure_four(Guidance::full);
    step.work.sets = 2;
    const auto gaps = spoken_gaps(step, {{}, 1s, {}, 15s});
    EXPECT_GT(gaps.at(1), 5s);
    EXPECT_LT(gaps.at(2), 2s) << "room for the side alone";
}

TEST(Timeline, MovesForATimeAsItIsWritten) {
    const Timeline timeline = timeline_of(session_of({moving("a", 30s, Sides::each)}));
    EXPECT_EQ(paths(timeline), (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1"}));
    EXPECT_EQ(timeline.segments[1].kind, SegmentKind::move);
    EXPECT_EQ(timeline.work, 60s);
    EXPECT_EQ(timeline.sets[0].reps, std::nullopt);
}

TEST(Timeline, AsksAfterEachExerciseIfToldTo) {
    const Timeline timeline = timeline_of(
        session_of({holds("a", 30s, Sides::each), holds("b", 30s)}), AskPeak::after_each_exercise);
    EXPECT_EQ(paths(timeline), (Paths{"1/1/L/ready", "1/1/L/1", "1/1/R/side-change", "1/1/R/1",
                                      "1/1/R/ask", "2/1/B/ready", "2/1/B/1", "2/1/B/ask"}));
}

TEST(Timeline, CountsNoWorkForAsLongAsOneLikes) {
    const Timeline timeline = timeline_of(session_of({open_ended("a", 2min)}));
    EXPECT_EQ(timeline.work, 0s);
    EXPECT_EQ(timeline.total, 10s + 2min);
    EXPECT_TRUE(timeline.segments.back().open_ended);
}

TEST(Timeline, AddsUpToItsSegments) {
    const Timeline timeline = timeline_of(
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
    EXPECT_NO_THROW(timeline_of(session_of({holds("a", 3h - 10s)})));
    EXPECT_THROW(timeline_of(session_of({holds("a", 3h)})), TooLong);
}

TEST(Timeline, NamesTheStepInWhichThreeHoursAreOver) {
    try {
        timeline_of(session_of({holds("a", 1h), holds("b", 2h), holds("c", 1h)}));
        FAIL() << "no error";
    } catch (const TooLong& error) {
        EXPECT_EQ(error.step(), 1U);
    }
}

TEST(Timeline, FindsTheSetThatASegmentBelongsToOrLeadsTo) {
    const Timeline timeline =
        timeline_of(session_of({holds("a", 30s, Sides::each)}), AskPeak::after_each_exercise);
    EXPECT_EQ(timeline.set_at(0), 0U);  // ready
    EXPECT_EQ(timeline.set_at(1), 0U);  // hold
    EXPECT_EQ(timeline.set_at(2), 1U);  // side change
    EXPECT_EQ(timeline.set_at(3), 1U);  // hold
    EXPECT_EQ(timeline.set_at(4), 1U);  // question
}

TEST(Timeline, FindsASetByItsKey) {
    const Timeline timeline = timeline_of(session_of({holds("a", 30s, Sides::each)}));
    EXPECT_EQ(timeline.find({1, 1, Side::right}), 1U);
    EXPECT_EQ(timeline.find({1, 1, Side::both}), std::nullopt);
}

TEST(SpokenLength, CountsCharactersAndNotBytes) {
    EXPECT_EQ(spoken_length("öö"), spoken_length("oo"));
    EXPECT_EQ(spoken_length(""), 0s);
    EXPECT_GT(spoken_length("a"), 0s);
}

TEST(SpokenLength, CountsPausesInsideATextAndTheRateOfTheVoice) {
    EXPECT_EQ(spoken_length("Go", 160), 400ms);
    EXPECT_EQ(spoken_length("Go.", 160), 445ms) << "nothing follows the last full stop";
    EXPECT_EQ(spoken_length("Go, go", 160), 310ms + 6 * 45ms + 370ms);
    EXPECT_EQ(spoken_length("Go. Go", 160), 310ms + 6 * 45ms + 860ms);
    EXPECT_EQ(spoken_length("1.5", 160), 310ms + 3 * 45ms) << "no pause in a number";
    EXPECT_EQ(spoken_length("Go", 80), 800ms);
}

}  // namespace
}  // namespace hipflow::session
