// SPDX-License-Identifier: MIT
#include "stats/change.h"

#include <gtest/gtest.h>

namespace hipflow::stats {
namespace {

using namespace std::chrono_literals;

ChangeSum sum_of(std::initializer_list<int> changes) {
    ChangeSum sum;
    for (const int change : changes) add(sum, change);
    return sum;
}

TEST(MeanChange, IsRefusedBelowFive) {
    EXPECT_FALSE(mean_change(sum_of({})));
    EXPECT_FALSE(mean_change(sum_of({-1, -2, 0, -1})));
}

TEST(MeanChange, TellsRangeAndHowManyGotWorse) {
    const auto change = mean_change(sum_of({-1, -2, 0, 2, 3, -2}));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->n, 6);
    EXPECT_DOUBLE_EQ(change->mean, 0);
    EXPECT_EQ(change->worse, 2);
    ASSERT_TRUE(change->interval);
    EXPECT_NEAR(change->interval->low, -change->interval->high, 1e-12);
}

TEST(MeanChange, HasNoRangeWhereAllAreEqual) {
    const auto change = mean_change(sum_of({-1, -1, -1, -1, -1}));
    ASSERT_TRUE(change);
    EXPECT_FALSE(change->interval);
    EXPECT_EQ(change->mean, -1);
}

class SessionChange : public testing::Test {
   protected:
    SessionChange() {
        session.started.at = begin;
        session.ended_at = begin + 10min;
    }
    const Instant begin{1000h};
    Session session;
};

TEST_F(SessionChange, IsAfterLessBefore) {
    EXPECT_EQ(session_change(session, TimedScore{5, begin}, TimedScore{3, begin + 11min}), -2);
    EXPECT_EQ(session_change(session, TimedScore{5, begin}, {}), std::nullopt);
    EXPECT_EQ(session_change(session, {}, TimedScore{5, begin}), std::nullopt);
    session.ended_at.reset();
    EXPECT_EQ(session_change(session, TimedScore{5, begin}, TimedScore{3, begin}), std::nullopt);
}

TEST_F(SessionChange, CountsOnlyWhatWasEnteredThen) {
    const auto at = [&](Millis before, Millis after) {
        return session_change(session, TimedScore{5, begin + before},
                              TimedScore{3, begin + 10min + after})
            .has_value();
    };
    EXPECT_TRUE(at(-15min, 15min));
    EXPECT_FALSE(at(-16min, 0min));
    EXPECT_FALSE(at(16min, 0min));
    EXPECT_FALSE(at(0min, 16min));
}

TEST_F(SessionChange, IsNotKnownOfASessionThatWasReported) {
    session.source = Source::reported;
    EXPECT_EQ(session_change(session, TimedScore{5, begin}, TimedScore{3, begin + 10min}),
              std::nullopt);
}

ExerciseChange exercise(const std::string& name, std::initializer_list<int> changes) {
    return {name, Side::left, sum_of(changes)};
}

TEST(Tolerance, NamesBestAndWorstByMeanChange) {
    const std::vector all = {exercise("clamshell", {0, 0, 1, 0, 0}),
                             exercise("bridge", {3, 2, 3, 2, 3}),
                             exercise("figure-4", {0, -1, 0, -1, 0})};
    const auto found = tolerance(all);
    ASSERT_TRUE(found.best && found.worst);
    EXPECT_EQ(found.best->exercise, "figure-4");
    EXPECT_EQ(found.worst->exercise, "bridge");
    EXPECT_FALSE(few(*found.worst));
}

TEST(Tolerance, CountsThoseThatWentJustTheSame) {
    const std::vector all = {
        exercise("clamshell", {0, 0, 0, 0, 0}), exercise("bridge", {3, 2, 3, 2, 3}),
        exercise("figure-4", {0, 0, 0, 0, 0}), exercise("squat", {0, 0, 0, 0, 0, 0})};
    const auto found = tolerance(all);
    EXPECT_EQ(found.best->exercise, "squat");
    EXPECT_EQ(found.best_too, 2);
    EXPECT_EQ(found.worst_too, 0);
}

TEST(Tolerance, LeavesOutTheLittleKnownWhereOthersAreKnown) {
    const std::vector all = {exercise("clamshell", {0, 0, 1, 0, 0}), exercise("once", {9}),
                             exercise("figure-4", {0, 0, 0, 0, 0})};
    EXPECT_EQ(tolerance(all).worst->exercise, "clamshell");
}

TEST(Tolerance, WarnsWhereAllAreLittleKnown) {
    const std::vector all = {exercise("clamshell", {0, 0}), exercise("bridge", {2}),
                             exercise("never", {})};
    const auto found = tolerance(all);
    EXPECT_EQ(found.worst->exercise, "bridge");
    EXPECT_TRUE(few(*found.worst));
}

TEST(Tolerance, SaysNothingWithoutADifference) {
    EXPECT_FALSE(tolerance({}).best);
    EXPECT_FALSE(tolerance(std::vector{exercise("bridge", {2})}).worst);
    const std::vector all = {exercise("clamshell", {0, 0}), exercise("bridge", {0})};
    EXPECT_FALSE(tolerance(all).best);
    EXPECT_FALSE(tolerance(all).worst);
}

TEST(Tolerance, PrefersTheBetterKnownOfEqualOnes) {
    const std::vector all = {exercise("a", {0, 0, 0, 0, 0}), exercise("b", {0, 0, 0, 0, 0, 0}),
                             exercise("c", {1, 1, 1, 1, 1})};
    EXPECT_EQ(tolerance(all).best->exercise, "b");
}

}  // namespace
}  // namespace hipflow::stats
