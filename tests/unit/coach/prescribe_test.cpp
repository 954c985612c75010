// SPDX-License-Identifier: MIT
#include "coach/prescribe.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

#include "domain/error.h"

namespace hipflow::coach {
namespace {

using namespace std::chrono_literals;

/// A small library: a ladder of four holds, and whatever a test puts beside it.
class Library {
   public:
    Library() {
        add("seated", 1, {});
        add("supine", 1, "seated");
        add("cross", 2, "supine");
        add("lean", 3, "cross");
    }

    Exercise& add(const std::string& id, int level, std::optional<std::string> easier) {
        Exercise exercise;
        exercise.id = id;
        exercise.name = "The " + id;
        exercise.level = level;
        exercise.easier = std::move(easier);
        exercise.sides = Sides::each;
        exercise.dose.hold = Band<Millis>{20s, 40s};
        return exercises_[id] = exercise;
    }

    Exercise& operator[](const std::string& id) { return exercises_.at(id); }

    ExerciseLookup lookup() const {
        return [this](const std::string& id) -> const Exercise& {
            const auto found = exercises_.find(id);
            if (found == exercises_.end()) throw Error("no exercise '" + id + "'");
            return found->second;
        };
    }

   private:
    std::map<std::string, Exercise> exercises_;
};

Step step_of(const std::string& exercise) {
    Step step;
    step.exercise = exercise;
    return step;
}

Routine routine_of(std::vector<Step> steps) {
    Routine routine;
    routine.id = "test";
    routine.name = "Test";
    routine.steps = std::move(steps);
    return routine;
}

Prescription prescribed(const Library& library, std::vector<Step> steps, Gate gate = Gate::none) {
    return prescribe(routine_of(std::move(steps)), library.lookup(), {gate, std::nullopt});
}

std::vector<std::string> easier_ids(const PrescribedStep& step) {
    std::vector<std::string> ids;
    for (const Work& work : step.easier) ids.push_back(work.exercise.id);
    return ids;
}

using Ids = std::vector<std::string>;

TEST(Prescribe, SetsEveryAmountToTheBottomOfItsBand) {
    Library library;
    Step step = step_of("cross");
    step.dose.hold = Band<Millis>{30s, 45s};
    step.dose.sets = 2;
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
    EXPECT_EQ(session.steps.at(0).reasons,
              Ids{"The cross takes the place of The lean: it is level 3, and this week of the "
                  "program goes up to 2."});
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

// The gentle session.

TEST(PrescribeGentle, PutsTheNearestGentleRungInTheStepsPlace) {
    const Library library;
    const PrescribedStep step = prescribed(library, {step_of("lean")}, Gate::gentle).steps.at(0);
    EXPECT_EQ(step.work.exercise.id, "supine");
    EXPECT_EQ(step.planned_exercise, "lean");
    EXPECT_EQ(step.reasons,
              (Ids{"The supine takes the place of The lean: it is more than today calls for."}));
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
    EXPECT_EQ(
        session.reasons,
        (Ids{"The plank is left out: it is more than today calls for, and nothing else on its "
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
                     "nothing of 'test' is left for today. The plank is left out: it is more than "
                     "today calls for, and nothing else on its ladder is free for you today. "
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
        step.dose.sets = planned;
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

/// An exercise of movement for half a minute to a whole one.
void add_movement(Library& library) {
    Exercise& circles = library.add("circles", 1, {});
    circles.dose.hold.reset();
    circles.dose.duration = Band<Millis>{30s, 60s};
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

TEST(PrescribeGentle, HalvesTimedMovementButNotBelowItsBottom) {
    Library library;
    add_movement(library);
    Step step = step_of("circles");
    step.dose.duration = Band<Millis>{80s, 80s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.duration, 40s);
    step.dose.duration = Band<Millis>{40s, 40s};
    EXPECT_EQ(prescribed(library, {step}, Gate::gentle).steps.at(0).work.duration, 30s);
    step.dose.sets = 2;
    const Work work = prescribed(library, {step}, Gate::gentle).steps.at(0).work;
    EXPECT_EQ(work.duration, 40s);
    EXPECT_EQ(work.sets, 1);
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
    library["seated"].dose.sets = 4;
    const PrescribedStep step = prescribed(library, {step_of("supine")}, Gate::gentle).steps.at(0);
    EXPECT_EQ(step.easier.at(0).sets, 2);
}

TEST(PrescribeGentle, LeavesAnUnhalvedSessionWhereTheGateIsOpen) {
    const Library library;
    Step step = step_of("lean");
    step.dose.sets = 4;
    const PrescribedStep open = prescribed(library, {step}).steps.at(0);
    EXPECT_EQ(open.work.exercise.id, "lean");
    EXPECT_EQ(open.work.sets, 4);
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

}  // namespace
}  // namespace hipflow::coach
