// SPDX-License-Identifier: MIT
#include "coach/allowed.h"

#include <gtest/gtest.h>

#include <map>

#include "catalog/library.h"
#include "catalog/restriction_table.h"
#include "coach/prescribe.h"
#include "domain/error.h"

namespace hipflow::coach {
namespace {

Person person_with(const std::vector<std::string>& restrictions,
                   const std::vector<std::string>& avoided = {}) {
    const RestrictionTable& table = catalog::shipped_restrictions();
    Person person;
    person.risk_words = table.risk_words;
    person.avoided = {avoided.begin(), avoided.end()};
    for (const auto& id : restrictions) {
        const Restriction* found = table.find(id);
        if (found != nullptr) person.restrictions.push_back(*found);
    }
    EXPECT_EQ(person.restrictions.size(), restrictions.size());
    return person;
}

Exercise exercise_with(std::optional<std::vector<std::string>> risks) {
    Exercise exercise;
    exercise.id = "drill";
    exercise.name = "My drill";
    exercise.risks = std::move(risks);
    return exercise;
}

using Risks = std::vector<std::string>;
using Ids = std::vector<std::string>;

TEST(Allowed, TellsTheMiddleOfTheRangeApart) {
    const auto end = exercise_with(Risks{"spine-flex"});
    const auto middle = exercise_with(Risks{"spine-flex:mild"});
    EXPECT_TRUE(objection(end, person_with({"osteoporosis"})));
    EXPECT_FALSE(objection(middle, person_with({"osteoporosis"})));
    EXPECT_TRUE(objection(middle, person_with({"spine-fracture"})));  // after a fracture
    EXPECT_FALSE(objection(end, person_with({"knees"})));
    EXPECT_FALSE(objection(end, {}));
}

TEST(Allowed, SaysWhyInWords) {
    EXPECT_EQ(objection(exercise_with(Risks{"floor", "kneel"}), person_with({"knees"})),
              "it puts weight on the knees, and you named: knees that do not like kneeling");
    EXPECT_EQ(
        objection(exercise_with(Risks{"hip-er-end:mild"}),
                  person_with({"hip-replacement-anterior"})),
        "it turns the thigh outwards, and you named: hip replacement through the front of the "
        "hip (anterior), and my surgeon or physiotherapist has cleared me for exercise");
    EXPECT_EQ(objection(exercise_with(Risks{}), person_with({}, {"drill"})),
              "it is among those that you avoid");
}

TEST(Allowed, SaysWhyInAWordOrTwo) {
    auto drill = exercise_with(Risks{"floor"});
    drill.position = Position::half_kneeling;
    EXPECT_EQ(short_objection(drill, person_with({"knees", "no-floor"})), "the floor");
    EXPECT_EQ(short_objection(drill, person_with({}, {"drill"})), "avoided");
    EXPECT_FALSE(short_objection(drill, person_with({"knees"})));
}

TEST(Allowed, TellsWhatTheExerciseSaysToWhoeverItIsLeftTo) {
    auto drill = exercise_with(Risks{"spine-flex:mild"});
    drill.avoid = {"sore knees: pad them", "osteoporosis: keep it small"};
    const auto person = person_with({"osteoporosis"});
    EXPECT_FALSE(objection(drill, person));
    EXPECT_EQ(caution(drill, person), "My drill, with osteoporosis: keep it small.");
    EXPECT_FALSE(caution(drill, person_with({"knees"})));
    drill.avoid[1] = "osteoporosis: leave this one out";
    EXPECT_TRUE(objection(drill, person));
}

TEST(Allowed, JudgesByThePositionWhereNobodyHasNamedTheRisks) {
    auto drill = exercise_with({});
    drill.position = Position::half_kneeling;
    EXPECT_TRUE(objection(drill, person_with({"no-floor"})));
    drill.position = Position::prone;
    EXPECT_FALSE(objection(drill, person_with({"no-floor"}))) << "it is done on a bed";
    EXPECT_TRUE(objection(drill, person_with({"hip-replacement-anterior"})));
    EXPECT_TRUE(objection(drill, person_with({"pregnancy"})));
    drill.position = Position::standing;
    EXPECT_FALSE(objection(drill, person_with({"no-floor", "pregnancy"})));
    drill.position = Position::supine;
    EXPECT_TRUE(objection(drill, person_with({"lying-flat"})));
    drill.risks.emplace();  // says that there is nothing to name, as of a drill for the bed
    EXPECT_FALSE(objection(drill, person_with({"no-floor", "lying-flat"})));
}

TEST(Allowed, JudgesByTheFigureAsWell) {
    auto drill = exercise_with({});
    drill.position = Position::supine;
    drill.shown_risks = {"hip-flex-90"};
    EXPECT_TRUE(objection(drill, person_with({"hip-replacement-posterior"})));
    EXPECT_TRUE(objection(drill, person_with({"lying-flat"})));  // its position
    EXPECT_TRUE(is_unknown_to(drill, person_with({"knees"})));   // nobody has named the risks
    drill.shown_risks = {};
    EXPECT_FALSE(objection(drill, person_with({"hip-replacement-posterior"})));
}

TEST(Allowed, TellsAnEmptyListFromNone) {
    EXPECT_FALSE(is_unknown_to(exercise_with(Risks{}), person_with({"knees"})));
    EXPECT_TRUE(is_unknown_to(exercise_with({}), person_with({"knees"})));
    EXPECT_FALSE(is_unknown_to(exercise_with({}), person_with({})));
}

// With any hip surgery none of the five ends of the range, nor their middle.
TEST(Allowed, KeepsEveryHipTagFromAHipThatWasOperatedOn) {
    const auto person = person_with({"hip-surgery"});
    for (const std::string tag :
         {"hip-flex-90", "hip-add-cross", "hip-ir-end", "hip-er-end", "hip-ext-end"}) {
        EXPECT_TRUE(objection(exercise_with(Risks{tag}), person)) << tag;
        EXPECT_TRUE(objection(exercise_with(Risks{tag + ":mild"}), person)) << tag;
    }
    const auto posterior = person_with({"hip-replacement-posterior"});
    const auto anterior = person_with({"hip-replacement-anterior"});
    EXPECT_TRUE(objection(exercise_with(Risks{"hip-ir-end"}), posterior));
    EXPECT_FALSE(objection(exercise_with(Risks{"hip-er-end"}), posterior));
    EXPECT_TRUE(objection(exercise_with(Risks{"hip-er-end"}), anterior));
    EXPECT_FALSE(objection(exercise_with(Risks{"hip-ir-end"}), anterior));
}

class AllowedLibrary : public testing::Test {
   protected:
    Prescription prescribed(const std::string& id, const Person& person, Gate gate = Gate::none) {
        const ExerciseLookup lookup = [&](const std::string& name) -> const Exercise& {
            return library.exercise(name);
        };
        return prescribe(library.routine(id), lookup, {gate, std::nullopt, person});
    }

    Ids exercises(const Prescription& prescription) {
        Ids ids;
        for (const auto& step : prescription.steps) ids.push_back(step.work.exercise.id);
        return ids;
    }

    const catalog::Library library{""};
};

TEST_F(AllowedLibrary, GivesANeighbourOnTheLadderAndSaysWhy) {
    const auto session = prescribed("five-minute-minimum", person_with({"lying-flat"}));
    EXPECT_EQ(exercises(session), (Ids{"hip-rotation-seated", "figure-4-seated", "step-tap"}));
    EXPECT_EQ(session.steps[0].reasons,
              Ids{"Seated hip rotation takes the place of Lying windshield wipers: it is done "
                  "lying flat on the back, and you named: lying flat does not suit me (reflux, "
                  "breathlessness)."});
    EXPECT_EQ(
        session.reasons,
        Ids{"Bridge is left out: it is done lying flat on the back, and you named: lying flat "
            "does not suit me (reflux, breathlessness), and nothing else for the same purpose "
            "is free for you today."});
    EXPECT_EQ(session.restrictions, Ids{"lying-flat"});
}

TEST_F(AllowedLibrary, PutsOnTheBedWhoCannotGetDownToTheFloor) {
    const auto session = prescribed("five-minute-minimum", person_with({"no-floor"}));
    EXPECT_EQ(exercises(session),
              (Ids{"windshield-wipers-supine", "figure-4-supine", "glute-bridge", "step-tap"}));
    EXPECT_EQ(session.steps[0].work.exercise.on, Surface::bed);
    EXPECT_EQ(session.steps[3].work.exercise.on, std::nullopt);
    EXPECT_EQ(all_reasons(session),
              Ids{"Lying exercises are set on the bed, since the floor is hard "
                  "to get up from."});
}

TEST_F(AllowedLibrary, NeverGivesWhatIsAvoided) {
    const auto session = prescribed("five-minute-minimum", person_with({}, {"figure-4-supine"}));
    EXPECT_EQ(exercises(session)[1], "figure-4-seated");
    EXPECT_EQ(session.avoid, Ids{"figure-4-supine"});
}

TEST_F(AllowedLibrary, SaysWhatWasInTheWayWhenNothingIsLeft) {
    try {
        // The lowest rung of its ladder turns the hips no further than sitting does, and is free
        // for everybody who does not avoid it.
        prescribed("rom-check", person_with({"hip-surgery"}, {"knees-in-and-out-seated"}));
        FAIL() << "an empty session";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what())
                      .find("Lying windshield wipers is left out: it turns the thigh inwards"),
                  std::string::npos)
            << error.what();
    }
}

TEST_F(AllowedLibrary, LetsNothingThroughAnywhere) {
    for (const auto& restriction : catalog::shipped_restrictions().restrictions) {
        const Person person = person_with({restriction.id});
        for (const auto& entry : library.routines()) {
            for (const Gate gate : {Gate::none, Gate::gentle}) {
                try {
                    for (const auto& step : prescribed(entry.id, person, gate).steps) {
                        EXPECT_FALSE(objection(step.work.exercise, person));
                        for (const auto& easier : step.easier) {
                            EXPECT_FALSE(objection(easier.exercise, person));
                        }
                    }
                } catch (const Error& error) {
                    EXPECT_NE(std::string(error.what()).find("is left out"), std::string::npos);
                }
            }
        }
    }
}

}  // namespace
}  // namespace hipflow::coach
