// SPDX-License-Identifier: MIT
// What is done on a bed, and for whom.
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "coach/allowed.h"
#include "coach/prescribe.h"
#include "small_library.h"

namespace hipflow::coach {
namespace {

using Risks = std::vector<std::string>;

constexpr std::string_view moved =
    "Lying exercises are set on the bed, since the floor is hard to get up from.";

/// Exercises in every kind of position, each for itself.
class Bed : public testing::Test {
   protected:
    Bed() {
        add("back", Position::supine, {"floor", "supine-flat"});
        add("hands-and-knees", Position::all_fours, {"floor", "kneel"});
        add("half", Position::half_kneeling, {"floor", "kneel"});
        add("floor-seat", Position::floor_sitting, {"floor"});
        add("chair", Position::chair, {});
        add("other-back", Position::supine, {"floor"});
    }
    Exercise& add(const std::string& id, Position position, Risks risks) {
        Exercise& exercise = library.add(id, 1, {});
        exercise.position = position;
        exercise.risks = std::move(risks);
        exercise.needs = {"mat"};
        exercise.target = {id};
        today.others.push_back(id);
        return exercise;
    }
    void leave_out(const std::string& id, Risks risks) {
        today.person.restrictions.push_back({id, "the words for " + id, std::move(risks), false});
        today.person.restrictions.back().short_name = id;
    }
    Prescription given(std::vector<Step> steps) {
        return prescribe(routine_of(std::move(steps)), library.lookup(), today);
    }
    std::optional<Surface> on(const std::string& id) {
        return given({step_of(id)}).steps.at(0).work.exercise.on;
    }

    Library library;
    Today today;
};

TEST_F(Bed, CarriesWhatLiesAndHandsAndKneesForWhoCannotGetDown) {
    EXPECT_EQ(on("back"), std::nullopt) << "everybody else is on the floor";
    leave_out("no-floor", {"floor"});
    EXPECT_EQ(on("back"), Surface::bed);
    EXPECT_EQ(on("hands-and-knees"), Surface::bed);
    EXPECT_EQ(on("chair"), std::nullopt);
    EXPECT_THROW(given({step_of("half")}), NothingLeft);
    EXPECT_THROW(given({step_of("floor-seat")}), NothingLeft);
}

TEST_F(Bed, IsNoPlaceForWhatNeedsAChairBesideIt) {
    leave_out("no-floor", {"floor"});
    library["back"].needs = {"mat", "chair"};
    EXPECT_THROW(given({step_of("back")}), NothingLeft);
    EXPECT_TRUE(objection(library["back"], today.person));
    Step step = step_of("back");
    step.on = Surface::bed;
    EXPECT_EQ(given({step}).steps.at(0).work.exercise.on, Surface::bed) << "the step says it";
}

TEST_F(Bed, IsToldOnce) {
    leave_out("no-floor", {"floor"});
    const Prescription session = given({step_of("back"), step_of("other-back"), step_of("chair")});
    EXPECT_EQ(std::ranges::count(session.reasons, moved), 1);
    EXPECT_TRUE(given({step_of("chair")}).reasons.empty());
}

TEST_F(Bed, HasNoTagOfTheFloorAndNeedsNoMat) {
    leave_out("no-floor", {"floor"});
    const Exercise exercise = given({step_of("back")}).steps.at(0).work.exercise;
    EXPECT_EQ(exercise.risks, Risks{"supine-flat"});
    EXPECT_TRUE(exercise.needs.empty());
}

TEST_F(Bed, IsNotGivenWhereTheStepOrTheExerciseSaysTheFloor) {
    leave_out("no-floor", {"floor"});
    Step step = step_of("back");
    step.on = Surface::floor;
    EXPECT_THROW(given({step}), NothingLeft);
    library["back"].on = Surface::floor;
    EXPECT_THROW(given({step_of("back")}), NothingLeft);
    step.on = Surface::bed;
    EXPECT_EQ(given({step}).steps.at(0).work.exercise.on, Surface::bed) << "the step's wins";
}

TEST_F(Bed, TakesNothingElseFromARestriction) {
    leave_out("no-floor", {"floor"});
    leave_out("knees", {"kneel"});
    EXPECT_THROW(given({step_of("hands-and-knees")}), NothingLeft);
}

TEST_F(Bed, IsWhatAStepOrAnExerciseSays) {
    Step step = step_of("back");
    step.on = Surface::bed;
    EXPECT_EQ(given({step}).steps.at(0).work.exercise.on, Surface::bed);
    EXPECT_TRUE(given({step}).reasons.empty()) << "the routine says it itself";
    library["back"].on = Surface::bed;
    library["back"].risks = {"supine-flat"};
    EXPECT_EQ(on("back"), Surface::bed);
    step.on = Surface::floor;
    const Exercise floor = given({step}).steps.at(0).work.exercise;
    EXPECT_EQ(floor.on, std::nullopt);
    EXPECT_EQ(floor.risks, (Risks{"supine-flat", "floor"}));
    leave_out("no-floor", {"floor"});
    EXPECT_THROW(given({step}), NothingLeft) << "its file names no floor, but the step does";
}

TEST_F(Bed, HoldsForAlternatesAndForWhatClosesTheSession) {
    library.add("lower", 1, {}).position = Position::supine;
    library["back"].easier = "lower";
    leave_out("no-floor", {"floor"});
    today.closing = library["other-back"];
    const Prescription session = given({step_of("back")});
    ASSERT_EQ(session.steps.at(0).easier.size(), 1U);
    EXPECT_EQ(session.steps[0].easier[0].exercise.on, Surface::bed);
    ASSERT_TRUE(session.closing);
    EXPECT_EQ(session.closing->exercise.on, Surface::bed);
}

TEST_F(Bed, OfARoutineOnTheBedLeadsNobodyDownToTheFloor) {
    Step bed = step_of("back");
    bed.on = Surface::bed;
    library["chair"].target = {"shared"};
    library["other-back"].target = {"shared"};
    library["floor-seat"].target = {"shared"};
    today.person.avoided = {"chair"};
    const Prescription session = given({bed, step_of("chair")});
    ASSERT_EQ(session.steps.size(), 2U);
    EXPECT_EQ(session.steps[1].work.exercise.id, "other-back");
    EXPECT_EQ(session.steps[1].work.exercise.on, Surface::bed);
}

TEST_F(Bed, IsNoneInARoutineOfChairs) {
    leave_out("no-floor", {"floor"});
    library["chair"].target = library["back"].target = {"shared"};
    today.person.avoided = {"chair"};
    EXPECT_THROW(given({step_of("chair")}), NothingLeft);
}

TEST_F(Bed, CountsWhereAnExerciseIsJudgedForItself) {
    leave_out("no-floor", {"floor"});
    EXPECT_FALSE(objection(library["back"], today.person));
    EXPECT_TRUE(objection(library["half"], today.person));
    Exercise untagged = library["back"];
    untagged.risks.reset();
    EXPECT_FALSE(objection(untagged, today.person)) << "its position";
    untagged.on = Surface::floor;
    EXPECT_TRUE(objection(untagged, today.person));
}

}  // namespace
}  // namespace hipflow::coach
