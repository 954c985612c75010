// SPDX-License-Identifier: MIT
#include "domain/dose.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

const Band<int> eight_to_ten{8, 10};
const Band<Millis> half_a_minute{30s, 30s};

Dose paced_reps() {
    Dose dose;
    dose.sets = Band<int>{2, 2};
    dose.reps = eight_to_ten;
    dose.pace = 5s;
    dose.tempo = {2s, 1s, 2s, 0s};
    return dose;
}

Dose held_reps() {
    Dose dose;
    dose.reps = Band<int>{5, 5};
    dose.hold = Band<Millis>{10s, 10s};
    dose.release = 2s;
    return dose;
}

TEST(MergedDose, IsTheExercisesWhereTheStepSaysNothing) {
    EXPECT_EQ(merged(Dose{}, paced_reps()), paced_reps());
}

TEST(MergedDose, TakesWhatGoesWithTheStepsRepsFromTheExercise) {
    Dose step;
    step.reps = Band<int>{6, 6};
    Dose expected = paced_reps();
    expected.reps = step.reps;
    EXPECT_EQ(merged(step, paced_reps()), expected);
}

TEST(MergedDose, KeepsTheStepsPaceWithoutTheExercisesTempo) {
    Dose step;
    step.pace = 4s;
    const Dose dose = merged(step, paced_reps());
    EXPECT_EQ(dose.pace, 4s);
    EXPECT_TRUE(dose.tempo.empty());
    EXPECT_EQ(dose.reps, eight_to_ten);
}

TEST(MergedDose, DoesNotMixTheStepsHoldWithTheExercisesReps) {
    Dose step;
    step.hold = half_a_minute;
    Dose expected;
    expected.sets = Band<int>{2, 2};
    expected.hold = half_a_minute;
    EXPECT_EQ(merged(step, paced_reps()), expected);
}

TEST(MergedDose, TakesTheReleaseForHoldsInReps) {
    Dose step;
    step.hold = Band<Millis>{5s, 5s};
    step.reps = Band<int>{3, 3};
    step.sets = Band<int>{3, 3};
    const Dose dose = merged(step, held_reps());
    EXPECT_EQ(dose.release, 2s);
    EXPECT_EQ(dose.sets, (Band<int>{3, 3}));
}

TEST(MergedDose, KeepsTheRepsAndTheReleaseForAHoldOfHoldsInReps) {
    Dose step;
    step.hold = half_a_minute;
    Dose expected = held_reps();
    expected.hold = half_a_minute;
    EXPECT_EQ(merged(step, held_reps()), expected);
    Dose breaths;
    breaths.breaths = Band<int>{2, 2};
    const Dose dose = merged(breaths, held_reps());
    EXPECT_EQ(dose.reps, (Band<int>{5, 5}));
    EXPECT_EQ(dose.release, 2s);
    EXPECT_FALSE(dose.hold);
}

TEST(MergedDose, KeepsTheHoldAndTheReleaseForRepsOfHoldsInReps) {
    Dose step;
    step.reps = eight_to_ten;
    Dose expected = held_reps();
    expected.reps = eight_to_ten;
    EXPECT_EQ(merged(step, held_reps()), expected);
    step.pace = 4s;
    const Dose paced = merged(step, held_reps());
    EXPECT_FALSE(paced.hold);
    EXPECT_EQ(contradiction(paced), "");
}

TEST(MergedDose, LacksAPaceForRepsOfAPlainHold) {
    Dose hold;
    hold.hold = half_a_minute;
    Dose step;
    step.reps = eight_to_ten;
    EXPECT_EQ(lack(merged(step, hold)), "'reps' needs a 'pace' or a 'tempo'");
}

TEST(MergedDose, TakesMovementAloneInPlaceOfHoldsInReps) {
    Dose step;
    step.duration = half_a_minute;
    EXPECT_EQ(merged(step, held_reps()), step);
}

TEST(DoseWords, NameBandsOfSets) {
    Dose dose = paced_reps();
    dose.sets = Band<int>{2, 3};
    EXPECT_EQ(dose_words(dose), "2 to 3 sets of 8 to 10 reps, 5 s each");
    dose.sets = Band<int>{1, 2};
    EXPECT_EQ(dose_words(dose), "1 to 2 sets of 8 to 10 reps, 5 s each");
}

TEST(DoseWords, NameBreaths) {
    Dose dose;
    dose.breaths = Band<int>{5, 5};
    EXPECT_TRUE(is_held(dose));
    EXPECT_EQ(dose_words(dose), "hold 5 breaths");
    dose.breaths = Band<int>{1, 1};
    EXPECT_EQ(dose_words(dose), "hold 1 breath");
    dose.breaths = Band<int>{3, 5};
    dose.sets = Band<int>{2, 2};
    EXPECT_EQ(dose_words(dose), "2 sets of 3 to 5 breaths");
    Work work;
    work.reps = 3;
    work.hold = 25s;
    work.breaths = 5;
    EXPECT_EQ(amount_words(work), "3 holds of 5 breaths");
}

TEST(Contradiction, TakesBreathsAsAHold) {
    Dose dose;
    dose.breaths = Band<int>{5, 5};
    EXPECT_EQ(contradiction(dose), "");
    EXPECT_EQ(lack(dose), "");
    dose.reps = eight_to_ten;
    EXPECT_EQ(lack(dose), "'hold' with 'reps' needs a 'release'");
    dose.pace = 5s;
    EXPECT_EQ(contradiction(dose), "'pace' and 'tempo' are for 'reps' without a 'hold'");
}

TEST(Contradiction, IsWhatCannotStandTogether) {
    Dose dose = held_reps();
    EXPECT_EQ(contradiction(dose), "");
    dose.pace = 5s;
    EXPECT_EQ(contradiction(dose), "'pace' and 'tempo' are for 'reps' without a 'hold'");
    dose.cap = 2min;
    EXPECT_EQ(contradiction(dose), "'until' cannot be combined with 'hold' or 'reps'");
    Dose paced_cap;
    paced_cap.cap = 2min;
    paced_cap.pace = 5s;
    EXPECT_EQ(contradiction(paced_cap), "'pace' needs 'reps' or 'for'");
    Dose released_hold;
    released_hold.hold = half_a_minute;
    released_hold.release = 2s;
    EXPECT_EQ(contradiction(released_hold), "'release' needs 'hold' and 'reps'");
}

TEST(Contradiction, IsMovementForATimeWithAnotherKindOfWork) {
    Dose dose;
    dose.duration = half_a_minute;
    EXPECT_EQ(contradiction(dose), "");
    EXPECT_EQ(lack(dose), "");
    for (int kind = 0; kind < 3; ++kind) {
        Dose both = dose;
        if (kind == 0) both.hold = half_a_minute;
        if (kind == 1) both.reps = eight_to_ten;
        if (kind == 2) both.cap = 2min;
        EXPECT_EQ(contradiction(both), "'for' cannot be combined with 'hold', 'reps' or 'until'");
    }
}

TEST(DoseWords, NameMovementForATime) {
    Dose dose;
    dose.duration = half_a_minute;
    EXPECT_EQ(dose_words(dose), "30 s of movement");
    dose.sets = Band<int>{3, 3};
    EXPECT_EQ(dose_words(dose), "3 sets of 30 s of movement");
    dose.duration = Band<Millis>{30s, 45s};
    EXPECT_EQ(dose_words(dose), "3 sets of 30 s to 45 s of movement");
    Work work;
    work.sets = 2;
    work.duration = 40s;
    EXPECT_EQ(amount_words(work), "2 sets of 40 s of movement");
}

TEST(MergedDose, TakesTheExercisesMovementUnlessTheStepSaysWhatIsDone) {
    Dose circles;
    circles.duration = half_a_minute;
    EXPECT_EQ(merged({}, circles).duration, half_a_minute);
    Dose step;
    step.reps = eight_to_ten;
    EXPECT_FALSE(merged(step, circles).duration);
}

TEST(Contradiction, CannotBeToldOfADoseThatDoesNotSayWhatIsDone) {
    Dose dose;
    dose.pace = 5s;
    dose.release = 2s;
    EXPECT_EQ(contradiction(dose), "");
}

TEST(Lack, IsWhatADoseStillNeeds) {
    EXPECT_EQ(lack(Dose{}), "expected a 'hold', 'reps', 'for', or 'until' with a 'cap'");
    EXPECT_EQ(lack(paced_reps()), "");
    EXPECT_EQ(lack(held_reps()), "");
    Dose dose;
    dose.reps = eight_to_ten;
    EXPECT_EQ(lack(dose), "'reps' needs a 'pace' or a 'tempo'");
    dose.hold = half_a_minute;
    EXPECT_EQ(lack(dose), "'hold' with 'reps' needs a 'release'");
    dose.reps.reset();
    EXPECT_EQ(lack(dose), "");
}

}  // namespace
}  // namespace hipflow
