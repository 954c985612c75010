// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coach/rounds.h"
#include "small_library.h"

namespace hipflow::coach {
namespace {

Step in_block(Step step, std::size_t block) {
    step.block = block;
    return step;
}

/// "cross", "supine" in one block.
Routine circuit(const Block& block) {
    Routine routine = routine_of({in_block(step_of("cross"), 0), in_block(step_of("seated"), 0)});
    routine.blocks = {block};
    return routine;
}

/// The steps as "cross 1/2 left", with the seconds of rest before them.
Ids told(const Prescription& session) {
    Ids all;
    for (const auto& step : session.steps) {
        std::string text = step.work.exercise.id;
        if (step.round) {
            text +=
                " " + std::to_string(step.round->number) + "/" + std::to_string(step.round->rounds);
        }
        if (step.only) text += " " + std::string(word(*step.only));
        if (step.rest_before > Millis{0}) {
            text += " +" + std::to_string(step.rest_before.count() / 1000);
        }
        all.push_back(text);
    }
    return all;
}

TEST(Blocks, HaveStepsOfTheirOwnForEachRound) {
    const Library library;
    const Routine routine = circuit({3, 60s, BlockOrder::rounds});
    EXPECT_EQ(told(prescribe(routine, library.lookup(), {})),
              (Ids{"cross 1/3", "seated 1/3", "cross 2/3 +60", "seated 2/3", "cross 3/3 +60",
                   "seated 3/3"}));
}

TEST(Blocks, HaveTheRestBeforeThemOnce) {
    const Library library;
    EXPECT_EQ(told(prescribe(circuit({2, 60s, BlockOrder::rounds, 90s}), library.lookup(), {})),
              (Ids{"cross 1/2 +90", "seated 1/2", "cross 2/2 +60", "seated 2/2"}));
}

TEST(Blocks, AddTheirRestToThatOfTheStep) {
    const Library library;
    Routine routine = circuit({2, 60s, BlockOrder::rounds});
    routine.steps[0].rest_before = 30s;
    EXPECT_EQ(told(prescribe(routine, library.lookup(), {})),
              (Ids{"cross 1/2 +30", "seated 1/2", "cross 2/2 +90", "seated 2/2"}));
}

TEST(Blocks, AreDoneOnOneSideAndThenOnTheOther) {
    const Library library;
    const Routine routine = circuit({2, std::nullopt, BlockOrder::sides});
    const Prescription session = prescribe(routine, library.lookup(), {});
    EXPECT_EQ(told(session),
              (Ids{"cross 1/2 left", "seated 1/2 left", "cross 2/2 left", "seated 2/2 left",
                   "cross 1/2 right", "seated 1/2 right", "cross 2/2 right", "seated 2/2 right"}));
    EXPECT_EQ(session.steps[4].first, Side::right);
}

TEST(Blocks, BeginWithTheBetterSide) {
    const Library library;
    const Routine routine = circuit({1, std::nullopt, BlockOrder::sides});
    const Prescription session = prescribe(routine, library.lookup(), {Gate::none, Side::left});
    EXPECT_EQ(told(session),
              (Ids{"cross 1/1 right", "seated 1/1 right", "cross 1/1 left", "seated 1/1 left"}));
}

TEST(Blocks, StandBesideOtherSteps) {
    Library library;
    library.add("bridge", 1, {}).sides = Sides::both;
    library.add("march", 1, {}).sides = Sides::both;
    library["bridge"].sides = Sides::both;
    Routine routine = routine_of({step_of("cross"), in_block(step_of("bridge"), 0),
                                  in_block(step_of("march"), 1), step_of("seated")});
    routine.blocks = {{2, std::nullopt, BlockOrder::rounds}, {3, 20s, BlockOrder::rounds}};
    const Prescription session = prescribe(routine, library.lookup(), {});
    EXPECT_EQ(told(session), (Ids{"cross", "bridge 1/2", "bridge 2/2", "march 1/3", "march 2/3 +20",
                                  "march 3/3 +20", "seated"}));
    EXPECT_EQ(blocks_of(session.steps), (std::vector<std::size_t>{0, 1, 1, 3, 3, 3, 6}));
    EXPECT_EQ(first_rounds_of(session.steps), (std::vector<std::size_t>{0, 1, 1, 3, 3, 3, 6}));
    EXPECT_EQ(steps_once(session), 4U);
}

TEST(Blocks, WithoutASideAreDoneOnce) {
    const Library library;
    Routine routine = circuit({2, std::nullopt, BlockOrder::sides});
    for (Step& step : routine.steps) step.sides = Sides::both;
    EXPECT_EQ(told(prescribe(routine, library.lookup(), {})),
              (Ids{"cross 1/2", "seated 1/2", "cross 2/2", "seated 2/2"}));
    routine.steps[0].only = Side::right;
    EXPECT_EQ(told(prescribe(routine, library.lookup(), {})).size(), 4U);
}

TEST(Blocks, TellStepsForBothSidesOnWhichTheOthersAreDone) {
    const Library library;
    Routine routine = circuit({1, std::nullopt, BlockOrder::sides});
    routine.steps[0].sides = Sides::both;
    const Prescription session = prescribe(routine, library.lookup(), {});
    EXPECT_EQ(told(session),
              (Ids{"cross 1/1", "seated 1/1 left", "cross 1/1", "seated 1/1 right"}));
    EXPECT_EQ(session.steps[2].first, Side::right);
}

TEST(Blocks, KeepTheRestBeforeThemWithoutTheirFirstStep) {
    const Library library;
    const Prescription session =
        prescribe(circuit({2, 60s, BlockOrder::rounds, 90s}), library.lookup(), {});
    EXPECT_EQ(session.steps[0].round->rest, 90s);
    EXPECT_EQ(session.steps[2].round->rest, 60s);
}

TEST(OneSide, IsDoneAloneWithoutExtraSets) {
    const Library library;
    Step step = step_of("cross");
    step.only = Side::right;
    step.first = First::worse;
    step.extra.left = 2;
    const Prescription session =
        prescribe(routine_of({step}), library.lookup(), {Gate::none, Side::left});
    EXPECT_EQ(session.steps[0].only, Side::right);
    EXPECT_EQ(session.steps[0].first, Side::right);
    EXPECT_EQ(session.steps[0].extra, ExtraSets{});
    EXPECT_EQ(session.steps[0].work.sides, Sides::each);
}

TEST(OneSide, StaysTheOnlyOneThroughASubstituteForBoth) {
    Library library;
    library["supine"].sides = Sides::both;
    Step step = step_of("cross");
    step.only = Side::left;
    Today today;
    today.person.avoided = {"cross"};
    const Prescription session = prescribe(routine_of({step}), library.lookup(), today);
    EXPECT_EQ(session.steps[0].work.sides, Sides::both);
    const auto easier = with_easier(session, 0);
    ASSERT_TRUE(easier);
    EXPECT_EQ(easier->steps[0].work.sides, Sides::each);
    EXPECT_EQ(easier->steps[0].only, Side::left);
}

TEST(Breaths, LastAsLongAsTheSettingsSay) {
    const Library library;
    Step step = step_of("cross");
    step.dose.breaths = Band<int>{5, 5};
    Today today;
    today.breath = 4s;
    const Work work = prescribe(routine_of({step}), library.lookup(), today).steps[0].work;
    EXPECT_EQ(work.hold, 20s);
    EXPECT_EQ(work.breaths, 5);
}

TEST(Breaths, AreHalvedWhole) {
    const Library library;
    Step step = step_of("supine");
    step.dose.breaths = Band<int>{5, 5};
    const Work work = prescribed(library, {step}, Gate::gentle).steps[0].work;
    EXPECT_EQ(work.breaths, 3);
    EXPECT_EQ(work.hold, 15s);
}

TEST(SetsBand, GrowsAfterTheReps) {
    Library library;
    Step step = step_of("cross");
    step.dose.reps = Band<int>{8, 12};
    step.dose.pace = 4s;
    step.dose.sets = Band<int>{2, 3};
    std::vector<std::pair<int, int>> grown;
    for (int place = 0; place <= 4; ++place) {
        Today today;
        today.standings["cross"] = {"cross", place, false, false};
        const Work work = prescribe(routine_of({step}), library.lookup(), today).steps[0].work;
        grown.emplace_back(work.sets, work.reps.value_or(0));
    }
    EXPECT_EQ(grown,
              (std::vector<std::pair<int, int>>{{2, 8}, {2, 10}, {2, 12}, {3, 12}, {3, 12}}));
}

TEST(PhasesOfAStep, TakeThePlaceOfBeatsAndGiveThePace) {
    Library library;
    library["cross"].instructions = {{"Press.", {}}};
    Step step = step_of("cross");
    step.dose.reps = Band<int>{3, 3};
    step.phases = {{"", "push", 6s, {}}, {"", "relax", 20s, {}}};
    const Work work = prescribed(library, {step}).steps[0].work;
    EXPECT_EQ(work.exercise.phases, step.phases);
    EXPECT_EQ(work.exercise.instructions.size(), 1U);
    EXPECT_EQ(work.pace, 26s);
}

TEST(NoteAndLoad, BelongToTheExerciseOfTheStepAlone) {
    const Library library;
    Step step = step_of("cross");
    step.note = "a pillow under the head";
    step.load = "2 kg";
    const PrescribedStep plain = prescribed(library, {step}).steps[0];
    EXPECT_EQ(plain.work.note, step.note);
    EXPECT_EQ(plain.work.load, step.load);
    ASSERT_FALSE(plain.easier.empty());
    EXPECT_FALSE(plain.easier.front().load);
    const PrescribedStep gentle = prescribed(library, {step}, Gate::gentle).steps[0];
    EXPECT_NE(gentle.work.exercise.id, "cross");
    EXPECT_FALSE(gentle.work.note);
    EXPECT_FALSE(gentle.work.load);
}

TEST(Blocks, KeepTheSidesOfOneExerciseApart) {
    const Library library;
    Routine routine = circuit({2, std::nullopt, BlockOrder::rounds});
    routine.steps[1] = routine.steps[0];
    for (const std::size_t i : {0U, 1U}) {
        routine.steps[i].sides = Sides::each;
        routine.steps[i].only = i == 0 ? Side::left : Side::right;
    }
    const auto session = prescribe(routine, library.lookup(), {});
    EXPECT_EQ(first_rounds_of(session.steps), (std::vector<std::size_t>{0, 1, 0, 1}));
    EXPECT_EQ(steps_once(session), 2U);
}

}  // namespace
}  // namespace hipflow::coach
