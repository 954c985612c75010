// SPDX-License-Identifier: MIT
#include "coach/prescribe.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "small_library.h"

namespace hipflow::coach {
namespace {

TEST(Prescribe, SetsEveryAmountToTheBottomOfItsBand) {
    Library library;
    Step step = step_of("cross");
    step.dose.hold = Band<Millis>{30s, 45s};
    step.dose.sets = Band<int>{2, 2};
    const Work work = prescribed(library, {step}).steps.at(0).work;
    EXPECT_EQ(work.hold, 30s);
    EXPECT_EQ(work.sets, 2);
}

TEST(Prescribe, TakesFromTheExerciseWhatTheStepLeavesUnsaid) {
    const Library library;
    const Work work = prescribed(library, {step_of("cross")}).steps.at(0).work;
    EXPECT_EQ(work.hold, 20s);
    EXPECT_EQ(work.sets, 1);
    EXPECT_EQ(work.sides, Sides::each);
}

TEST(Prescribe, LetsTheStepDecideTheSides) {
    const Library library;
    Step step = step_of("cross");
    step.sides = Sides::both;
    EXPECT_EQ(prescribed(library, {step}).steps.at(0).work.sides, Sides::both);
}

TEST(Prescribe, RoundsAlternatingRepsUpToBothSides) {
    Library library;
    Step step = step_of("cross");
    step.sides = Sides::alternate;
    step.dose.reps = Band<int>{7, 9};
    step.dose.pace = 4s;
    EXPECT_EQ(prescribed(library, {step}).steps.at(0).work.reps, 8);
}

TEST(Prescribe, KeepsWhatTheRoutineSaysOfGapsAndOrder) {
    const Library library;
    Step step = step_of("cross");
    step.order = SideOrder::each_side;
    step.extra.left = 1;
    step.optional = true;
    Routine routine = routine_of({step, step_of("seated")});
    routine.gaps.set = 33s;
    routine.steps[0].gap = 7s;
    routine.counts = false;
    const Prescription session = prescribe(routine, library.lookup(), {});
    EXPECT_EQ(session.steps[0].order, SideOrder::each_side);
    EXPECT_EQ(session.steps[0].extra.left, 1);
    EXPECT_TRUE(session.steps[0].optional);
    EXPECT_EQ(session.steps[0].gap, 7s);
    EXPECT_EQ(session.steps[1].gap, 33s);
    EXPECT_FALSE(session.counts);
    EXPECT_EQ(session.gaps, routine.gaps);
}

TEST(Prescribe, HoldsTheRungsBelowAsAlternatesTheNearestFirst) {
    const Library library;
    EXPECT_EQ(easier_ids(prescribed(library, {step_of("lean")}).steps.at(0)),
              (Ids{"cross", "supine", "seated"}));
}

TEST(Prescribe, OffersNoRungThatTheSessionHasAlready) {
    const Library library;
    const Prescription session = prescribed(library, {step_of("lean"), step_of("supine")});
    EXPECT_EQ(easier_ids(session.steps[0]), (Ids{"cross", "seated"}));
    EXPECT_EQ(easier_ids(session.steps[1]), Ids{});
}

TEST(Prescribe, GivesAlternatesTheBottomOfTheirOwnBands) {
    Library library;
    library["supine"].dose.hold = Band<Millis>{15s, 60s};
    Step step = step_of("cross");
    step.dose.hold = Band<Millis>{50s, 60s};
    EXPECT_EQ(prescribed(library, {step}).steps.at(0).easier.at(0).hold, 15s);
}

TEST(Prescribe, EndsALadderThatRunsInACircle) {
    Library library;
    library["seated"].easier = "lean";
    EXPECT_EQ(easier_ids(prescribed(library, {step_of("lean")}).steps.at(0)),
              (Ids{"cross", "supine", "seated"}));
}

// The cap of the program's week.

Prescription capped(const Library& library, std::vector<Step> steps, int cap) {
    Today today;
    today.cap = cap;
    return prescribe(routine_of(std::move(steps)), library.lookup(), today);
}

TEST(Prescribe, GivesNothingAboveTheCap) {
    const Library library;
    const Prescription session = capped(library, {step_of("lean")}, 2);
    EXPECT_EQ(session.steps.at(0).work.exercise.id, "cross");
    EXPECT_EQ(
        session.steps.at(0).reasons,
        Ids{"The cross takes the place of The lean: it comes in a later week of the program."});
    EXPECT_EQ(easier_ids(session.steps[0]), (Ids{"supine", "seated"}));
}

TEST(Prescribe, LeavesAloneWhatTheCapAllows) {
    const Library library;
    const Prescription session = capped(library, {step_of("cross")}, 3);
    EXPECT_EQ(session.steps.at(0).work.exercise.id, "cross");
    EXPECT_TRUE(all_reasons(session).empty());
}

// Which side goes first.

Side first_side(First first, std::optional<Side> sore) {
    const Library library;
    Step step = step_of("cross");
    step.first = first;
    return prescribe(routine_of({step}), library.lookup(), {Gate::none, sore}).steps.at(0).first;
}

TEST(PrescribeFirstSide, IsTheLessSoreOne) {
    EXPECT_EQ(first_side(First::better, Side::left), Side::right);
    EXPECT_EQ(first_side(First::better, Side::right), Side::left);
}

TEST(PrescribeFirstSide, IsTheSorerOneIfTheRoutineSaysSo) {
    EXPECT_EQ(first_side(First::worse, Side::right), Side::right);
}

TEST(PrescribeFirstSide, IsLeftWhereNothingIsKnown) {
    EXPECT_EQ(first_side(First::better, std::nullopt), Side::left);
    EXPECT_EQ(first_side(First::worse, std::nullopt), Side::left);
}

TEST(PrescribeFirstSide, IsWhatTheRoutineNames) {
    EXPECT_EQ(first_side(First::right, Side::right), Side::right);
    EXPECT_EQ(first_side(First::left, Side::left), Side::left);
}

TEST(Prescribe, ChangesSidesOnceWhereThatMeansRollingOver) {
    Library library;
    library.add("roll", 1, {}).position = Position::side_lying;
    library.add("turn", 1, {}).change = SideChange::turn;
    library.add("stay", 1, {});
    library.add("both-ways", 1, {}).position = Position::side_lying;
    Step wanted = step_of("both-ways");
    wanted.order = SideOrder::each_set;
    Step by_side = step_of("supine");
    by_side.order = SideOrder::each_side;
    const Prescription session =
        prescribed(library, {step_of("roll"), step_of("turn"), step_of("stay"), wanted, by_side});
    EXPECT_EQ(session.steps.at(0).order, SideOrder::each_side);
    EXPECT_EQ(session.steps.at(1).order, SideOrder::each_side);
    EXPECT_EQ(session.steps.at(2).order, SideOrder::each_set);
    EXPECT_EQ(session.steps.at(3).order, SideOrder::each_set);  // as the routine writes it
    EXPECT_EQ(session.steps.at(4).order, SideOrder::each_side);
}

TEST(Prescribe, SettlesTheTempoWithThePace) {
    Library library;
    Exercise& bridge = library.add("bridge", 1, {});
    bridge.dose.hold.reset();
    bridge.dose.reps = Band<int>{6, 8};
    bridge.dose.pace = 7s;
    Step step = step_of("bridge");
    step.dose.reps = Band<int>{6, 6};
    step.dose.pace = 8s;
    step.dose.tempo = {3s, 2s, 3s, 0s};
    const Work work = prescribed(library, {step}).steps.at(0).work;
    EXPECT_EQ(work.pace, 8s);
    EXPECT_EQ(work.tempo, (std::vector<Millis>{3s, 2s, 3s, 0s}));
}

TEST(Prescribe, PutsTimedMovementIntoItsBandLikeAHold) {
    Library library;
    add_movement(library);
    Today today;
    today.standings["circles"] = {"circles", 2, false, false};
    const Routine routine = routine_of({step_of("circles")});
    const Work work = prescribe(routine, library.lookup(), today).steps.at(0).work;
    EXPECT_EQ(work.duration, 40s);
    EXPECT_FALSE(work.hold);
    today.standings["circles"].steps = 99;
    EXPECT_EQ(prescribe(routine, library.lookup(), today).steps.at(0).work.duration, 60s);
}

TEST(Prescribe, TakesLessMovementOnALighterDay) {
    Library library;
    add_movement(library);
    Step step = step_of("circles");
    step.dose.duration = Band<Millis>{60s, 60s};
    Today today;
    today.lighter = true;
    const Routine routine = routine_of({step});
    EXPECT_EQ(prescribe(routine, library.lookup(), today).steps.at(0).work.duration, 42s);
}

TEST(Prescribe, GivesNobodyOneExerciseTwice) {
    const Library library;
    for (const Gate gate : {Gate::none, Gate::gentle}) {
        const Prescription session =
            prescribed(library, {step_of("lean"), step_of("supine"), step_of("cross")}, gate);
        std::multiset<std::string> given;
        for (const PrescribedStep& step : session.steps) {
            given.insert(step.work.exercise.id);
            for (const Work& work : step.easier) given.insert(work.exercise.id);
        }
        for (const std::string& id : given) EXPECT_EQ(given.count(id), 1U) << id;
    }
}

/// A library with a stretch, and others of which some are for the same purpose.
class Alternatives : public testing::Test {
   protected:
    Alternatives() {
        today.alternatives = true;
        add("stretch", 2, {"buttock", "hips"});
        add("same", 2, {"buttock"});
        add("closer", 1, {"hips", "buttock"});
        add("harder", 3, {"buttock"});
        add("other", 1, {"spine"});
    }
    Exercise& add(const std::string& id, int level, std::vector<std::string> target) {
        today.others.push_back(id);
        Exercise& exercise = library.add(id, level, {});
        exercise.target = std::move(target);
        exercise.risks.emplace();
        return exercise;
    }
    std::vector<std::string> ids(std::vector<Step> steps = {step_of("stretch")}) const {
        const Prescription session =
            prescribe(routine_of(std::move(steps)), library.lookup(), today);
        std::vector<std::string> found;
        for (const Work& work : session.steps.at(0).alternatives) {
            found.push_back(work.exercise.id);
        }
        return found;
    }
    using Ids = std::vector<std::string>;
    Library library;
    Today today;
};

TEST_F(Alternatives, AreForTheSamePurposeAndNoHarder) { EXPECT_EQ(ids(), (Ids{"closer", "same"})); }

TEST_F(Alternatives, AreNoneUnlessThereAreOthers) {
    today.others.clear();
    EXPECT_EQ(ids(), Ids{});
}

TEST_F(Alternatives, AreInTheSamePositionFirst) {
    library["closer"].position = Position::prone;
    library["stretch"].position = library["same"].position = Position::supine;
    EXPECT_EQ(ids(), (Ids{"same", "closer"}));
}

TEST_F(Alternatives, NeedNothingThatTheSessionDoesNotHave) {
    library["closer"].needs = {"chair"};
    EXPECT_EQ(ids(), (Ids{"same"}));
    library["stretch"].needs = {"chair"};
    EXPECT_EQ(ids(), (Ids{"closer", "same"}));
}

TEST_F(Alternatives, AreAllowedForThePerson) {
    today.person.avoided = {"closer"};
    EXPECT_EQ(ids(), (Ids{"same"}));
}

TEST_F(Alternatives, AreNeitherInTheSessionNorOnTheLadder) {
    EXPECT_EQ(ids({step_of("stretch"), step_of("same")}), (Ids{"closer"}));
    library["stretch"].easier = "closer";
    EXPECT_EQ(ids(), (Ids{"same"}));
}

TEST(Prescribe, TakesTheGapsOfTheSettingsWhereTheRoutineWritesNone) {
    const Library library;
    Routine routine = routine_of({step_of("supine")});
    routine.gaps.side = 3s;
    Today today;
    today.gaps = {20s, 9s, std::nullopt, 40s};
    const Prescription session = prescribe(routine, library.lookup(), today);
    EXPECT_EQ(session.gaps, (Gaps{20s, 3s, std::nullopt, 40s}));
    EXPECT_EQ(session.steps.at(0).gap, 40s);
    EXPECT_EQ(prescribe(routine, library.lookup(), {}).gaps.set, 15s);
}

}  // namespace
}  // namespace hipflow::coach
