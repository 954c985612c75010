// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "coach/prescribe.h"
#include "small_library.h"

namespace hipflow::coach {
namespace {

TEST(PrescribeGentle, PutsTheNearestGentleRungInTheStepsPlace) {
    const Library library;
    const PrescribedStep step = prescribed(library, {step_of("lean")}, Gate::gentle).steps.at(0);
    EXPECT_EQ(step.work.exercise.id, "supine");
    EXPECT_EQ(step.planned_exercise, "lean");
    EXPECT_EQ(step.reasons,
              (Ids{"The supine takes the place of The lean: today is a lighter day."}));
}

TEST(PrescribeGentle, TakesTheNextFreeRungWhereThatIsInTheSession) {
    const Library library;
    const Prescription session =
        prescribed(library, {step_of("lean"), step_of("supine")}, Gate::gentle);
    EXPECT_EQ(session.steps.at(0).work.exercise.id, "seated");
    EXPECT_EQ(session.steps.at(1).work.exercise.id, "supine");
}

TEST(PrescribeGentle, DropsAStepWithoutAFreeRungAndSaysSo) {
    Library library;
    library.add("plank", 2, {});
    const Prescription session =
        prescribed(library, {step_of("plank"), step_of("seated")}, Gate::gentle);
    ASSERT_EQ(session.steps.size(), 1U);
    EXPECT_EQ(session.steps[0].work.exercise.id, "seated");
    EXPECT_EQ(session.reasons,
              (Ids{"The plank is left out: today is a lighter day, and nothing else on its "
                   "ladder is free for you today."}));
}

TEST(PrescribeGentle, SaysWhatToDoWhenNothingIsLeft) {
    Library library;
    library.add("plank", 2, {});
    try {
        prescribed(library, {step_of("plank")}, Gate::gentle);
        FAIL() << "an empty session";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(),
                     "nothing of 'test' is left for today. The plank is left out: today is a "
                     "lighter day, and nothing else on its ladder is free for you today. "
                     "'hipflow routine list' shows other routines.");
    }
}

TEST(PrescribeGentle, LeavesGentleExercisesInTheirPlace) {
    const Library library;
    const PrescribedStep step = prescribed(library, {step_of("supine")}, Gate::gentle).steps.at(0);
    EXPECT_EQ(step.work.exercise.id, "supine");
    EXPECT_TRUE(step.reasons.empty());
}

TEST(PrescribeGentle, HalvesTheSetsRoundedUp) {
    const Library library;
    for (const auto& [planned, halved] : std::map<int, int>{{2, 1}, {3, 2}, {4, 2}, {5, 3}}) {
        Step step = step_of("supine");
        step.dose.sets = Band<int>{planned, planned};
        step.dose.hold = Band<Millis>{40s, 60s};
        const Work work = prescribed(library, {step}, Gate::gentle).steps.at(0).work;
        EXPECT_EQ(work.sets, halved) << planned;
        EXPECT_EQ(work.hold, 40s) << "and leaves the sets themselves alone";
    }
}

TEST(PrescribeGentle, HalvesTheHoldOfASingleSet) {
    const Library library;
    Step step = step_of("supine");
    step.dose.hold = Band<Millis>{60s, 90s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.hold, 30s);
}

TEST(PrescribeGentle, NeverGoesBelowTheBottomOfTheExercise) {
    const Library library;
    Step step = step_of("supine");
    step.dose.hold = Band<Millis>{30s, 90s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.hold, 20s);
}

TEST(PrescribeGentle, NeverRaisesAStepThatIsBelowThatBottom) {
    const Library library;
    Step step = step_of("supine");
    step.dose.hold = Band<Millis>{10s, 15s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.hold, 10s);
}

TEST(PrescribeGentle, HalvesTheRepsOfASingleSetRoundedUp) {
    Library library;
    Exercise& bridge = library.add("bridge", 1, {});
    bridge.dose.hold.reset();
    bridge.dose.reps = Band<int>{4, 10};
    bridge.dose.pace = 5s;
    Step step = step_of("bridge");
    step.dose.reps = Band<int>{11, 15};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.reps, 6);
}

TEST(PrescribeGentle, HalvesTheRepsOfHoldsAndNotTheHolds) {
    const Library library;
    Step step = step_of("supine");
    step.dose.reps = Band<int>{6, 10};
    step.dose.hold = Band<Millis>{10s, 10s};
    step.dose.release = 2s;
    const Work work = prescribed(library, {step}, Gate::gentle).steps.at(0).work;
    EXPECT_EQ(work.reps, 3);
    EXPECT_EQ(work.hold, 10s);
}

TEST(PrescribeGentle, HalvesTimedMovementButNotBelowItsBottom) {
    Library library;
    add_movement(library);
    Step step = step_of("circles");
    step.dose.duration = Band<Millis>{80s, 80s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.duration, 40s);
    step.dose.duration = Band<Millis>{40s, 40s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.duration, 30s);
    step.dose.sets = Band<int>{2, 2};
    const Work work = prescribed(library, {step}, Gate::gentle).steps.at(0).work;
    EXPECT_EQ(work.duration, 40s);
    EXPECT_EQ(work.sets, 1);
}

TEST(PrescribeGentle, KeepsAlternatingRepsEven) {
    Library library;
    Exercise& wipers = library.add("wipers", 1, {});
    wipers.sides = Sides::alternate;
    wipers.dose.hold.reset();
    wipers.dose.reps = Band<int>{4, 12};
    wipers.dose.pace = 5s;
    Step step = step_of("wipers");
    step.dose.reps = Band<int>{10, 12};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.reps, 6);
}

TEST(PrescribeGentle, GivesNoSideAnExtraSet) {
    const Library library;
    Step step = step_of("supine");
    step.extra.left = 1;
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).extra, ExtraSets{});
}

TEST(PrescribeGentle, HalvesTheAlternatesToo) {
    Library library;
    library["seated"].dose.sets = Band<int>{4, 4};
    const PrescribedStep step = prescribed(library, {step_of("supine")}, Gate::gentle).steps.at(0);
    EXPECT_EQ(step.easier.at(0).sets, 2);
}

TEST(PrescribeGentle, LeavesAnUnhalvedSessionWhereTheGateIsOpen) {
    const Library library;
    Step step = step_of("lean");
    step.dose.sets = Band<int>{4, 4};
    const PrescribedStep open = prescribed(library, {step}).steps.at(0);
    EXPECT_EQ(open.work.exercise.id, "lean");
    EXPECT_EQ(open.work.sets, 4);
}

}  // namespace
}  // namespace hipflow::coach
