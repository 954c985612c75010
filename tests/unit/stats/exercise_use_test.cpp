// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "stats/change.h"

namespace hipflow::stats {
namespace {

using namespace std::chrono_literals;

ExerciseRow row(const std::string& exercise, Side side, int day = 0, int level = 1) {
    ExerciseRow made;
    made.exercise = exercise;
    made.side = side;
    made.day = Day(std::chrono::days(20000 + day));
    made.level = level;
    made.planned = 60s;
    made.done = 40s;
    return made;
}

TEST(ExerciseChange, IsPeakLessBefore) {
    auto made = row("clamshell", Side::left);
    made.before = 2;
    made.peak = 6;
    EXPECT_EQ(exercise_change(made), 4);
}

TEST(ExerciseChange, IsNoneWhereItWasSaidThatItDidNotHurtMore) {
    auto made = row("clamshell", Side::left);
    made.before = 2;
    made.hurt_more = HurtMore::none;
    EXPECT_EQ(exercise_change(made), 0);
    made.hurt_more = HurtMore::some;  // another one
    EXPECT_EQ(exercise_change(made), 0);
}

TEST(ExerciseChange, IsUnknownWithoutAnAnswer) {
    auto made = row("clamshell", Side::left);
    made.before = 2;
    EXPECT_EQ(exercise_change(made), std::nullopt);
    made.before.reset();
    made.peak = 6;
    EXPECT_EQ(exercise_change(made), std::nullopt);
}

TEST(ExerciseUses, KeepExercisesAndSidesApart) {
    ExerciseUses uses;
    uses.add(row("figure-4", Side::right));
    uses.add(row("figure-4", Side::left));
    uses.add(row("clamshell", Side::left));
    uses.add(row("figure-4", Side::left, 1));
    ASSERT_EQ(uses.all().size(), 3U);
    EXPECT_EQ(uses.all()[0].exercise, "clamshell");
    EXPECT_EQ(uses.all()[1].side, Side::left);
    EXPECT_EQ(uses.all()[1].sessions, 2);
    EXPECT_EQ(uses.all()[1].planned, 120s);
    EXPECT_EQ(uses.all()[1].done, 80s);
    EXPECT_EQ(uses.all()[2].side, Side::right);
    EXPECT_EQ(side_work(uses.all()).left, 120s);
    EXPECT_EQ(side_work(uses.all()).right, 40s);
}

TEST(ExerciseUses, FollowTheLevel) {
    ExerciseUses uses;
    uses.add(row("figure-4", Side::both, 0, 1));
    uses.add(row("figure-4", Side::both, 3, 3));
    uses.add(row("figure-4", Side::both, 7, 2));
    const auto& use = uses.all().front();
    EXPECT_EQ(use.first_level, 1);
    EXPECT_EQ(use.last_level, 2);
    EXPECT_EQ(use.last_day - use.first_day, std::chrono::days(7));
}

TEST(ExerciseUses, CountOnlyKnownChanges) {
    ExerciseUses uses;
    auto known = row("figure-4", Side::both);
    known.before = 1;
    known.peak = 4;
    uses.add(known);
    uses.add(row("figure-4", Side::both, 1));
    EXPECT_EQ(uses.all().front().change, (ChangeSum{1, 3, 9, 1}));
    EXPECT_EQ(changes_of(uses.all()).front().change.n, 1);
}

}  // namespace
}  // namespace hipflow::stats
