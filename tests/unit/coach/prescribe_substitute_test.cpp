// SPDX-License-Identifier: MIT
// What takes the place of an exercise that somebody leaves out, and what stays since that was
// agreed.
#include <gtest/gtest.h>

#include <algorithm>

#include "coach/prescribe.h"
#include "small_library.h"

namespace hipflow::coach {
namespace {

using Risks = std::vector<std::string>;

/// "planned" has a tag that the person leaves out; others are for the same purpose.
class Substitute : public testing::Test {
   protected:
    Substitute() {
        add("planned", 2, {"hips", "buttock"}).risks = {"kneel"};
        add("other", 2, {"hips"});
        today.person.restrictions = {{"knees", "sore knees", {"kneel"}, false, "sore knees"}};
    }
    Exercise& add(const std::string& id, int level, std::vector<std::string> target) {
        today.others.push_back(id);
        Exercise& exercise = library.add(id, level, {});
        exercise.target = std::move(target);
        exercise.risks.emplace();
        return exercise;
    }
    Prescription given(std::vector<Step> steps = {step_of("planned")}) {
        return prescribe(routine_of(std::move(steps)), library.lookup(), today);
    }
    /// The exercise in the place of the first step; empty if that is left out.
    std::string in_place(std::vector<Step> steps = {step_of("planned")}) {
        try {
            const Prescription session = given(std::move(steps));
            const auto step =
                std::ranges::find(session.steps, "planned", &PrescribedStep::planned_exercise);
            return step == session.steps.end() ? "" : step->work.exercise.id;
        } catch (const NothingLeft&) {
            return "";
        }
    }

    Library library;
    Today today;
};

TEST_F(Substitute, IsForTheSamePurposeWhereNothingOnTheLadderSuits) {
    const Prescription session = given();
    EXPECT_EQ(session.steps.at(0).work.exercise.id, "other");
    EXPECT_EQ(session.steps[0].reasons.at(0),
              "The other takes the place of The planned: it has the tag 'kneel', and you named: "
              "sore knees.");
    library["other"].target = {"spine"};
    EXPECT_EQ(in_place(), "");
}

TEST_F(Substitute, IsTakenFromTheLadderFirst) {
    add("lower", 1, {"spine"});
    library["planned"].easier = "lower";
    EXPECT_EQ(in_place(), "lower");
}

TEST_F(Substitute, IsNeverHarderThanWhatIsPlanned) {
    library["other"].level = 3;
    EXPECT_EQ(in_place(), "");
    library["other"].level = 2;
    library["other"].easier = "planned";
    EXPECT_EQ(in_place(), "") << "it is above it on the ladder";
    library["other"].easier.reset();
    library["planned"].harder = "other";
    EXPECT_EQ(in_place(), "") << "the ladder leads up to it";
}

TEST_F(Substitute, IsNoHarderThanTheRungWhereSomebodyStandsEither) {
    add("lower", 1, {"hips"}).risks = {"kneel"};
    library["planned"].easier = "lower";
    today.standings["planned"] = {"lower", 0, false, false};
    EXPECT_EQ(in_place(), "");
    library["other"].level = 1;
    EXPECT_EQ(in_place(), "other");
}

TEST_F(Substitute, IsOnlyForWhatSomebodyLeavesOut) {
    today.person.restrictions.clear();
    today.cap = 1;
    library["other"].level = 1;
    EXPECT_EQ(in_place(), "") << "a cap leads down the ladder";
    today.cap.reset();
    today.gate = Gate::gentle;
    EXPECT_EQ(in_place(), "");
    today.gate = Gate::none;
    today.person.avoided = {"planned"};
    EXPECT_EQ(in_place(), "other");
}

TEST_F(Substitute, LeadsNobodyDownFromAChair) {
    library["planned"].position = Position::standing;
    library["other"].position = Position::supine;
    EXPECT_EQ(in_place(), "");
    library["other"].position = Position::chair;
    EXPECT_EQ(in_place(), "other");
}

TEST_F(Substitute, GoesToTheNearestOfSeveral) {
    library["planned"].position = Position::supine;
    library["other"].position = Position::chair;
    EXPECT_EQ(in_place(), "other");
    add("low", 1, {"hips"}).position = Position::side_lying;
    EXPECT_EQ(in_place(), "low") << "as low as planned";
    add("lower", 1, {"hips", "buttock"}).position = Position::prone;
    EXPECT_EQ(in_place(), "lower") << "more of the purpose";
    add("same", 1, {"hips"}).position = Position::supine;
    EXPECT_EQ(in_place(), "same") << "in the same position";
    add("as-hard", 2, {"hips"}).position = Position::supine;
    EXPECT_EQ(in_place(), "as-hard") << "as hard as planned";
}

TEST_F(Substitute, NeedsNothingThatIsNotAtHand) {
    library["other"].needs = {"band"};
    EXPECT_EQ(in_place(), "");
    library["other"].needs = {"chair", "counter", "wall"};
    EXPECT_EQ(in_place(), "other") << "every household has them";
    library["other"].needs = {"band"};
    library["planned"].needs = {"band"};
    EXPECT_EQ(in_place(), "other") << "the routine needs it";
}

TEST_F(Substitute, TakesNothingFromALaterStep) {
    EXPECT_EQ(in_place({step_of("planned"), step_of("other")}), "");
}

TEST_F(Substitute, LeavesTheLadderOfALaterStepToThatStep) {
    add("second", 2, {"spine"}).risks = {"kneel"};
    library["second"].easier = "other";
    const Prescription session = given({step_of("planned"), step_of("second")});
    ASSERT_EQ(session.steps.size(), 1U);
    EXPECT_EQ(session.steps[0].planned_exercise, "second");
    EXPECT_EQ(session.steps[0].work.exercise.id, "other");
}

TEST_F(Substitute, IsNoneThatItsOwnAdviceRefuses) {
    library["other"].risks = {"kneel:mild"};
    EXPECT_EQ(in_place(), "other") << "in the middle of the range";
    library["other"].avoid = {"sore knees: leave this one out"};
    EXPECT_EQ(in_place(), "");
}

TEST_F(Substitute, IsRestForRest) {
    library["planned"].target = {"settling", "hips"};
    EXPECT_EQ(in_place(), "");
    library["other"].target = {"settling"};
    EXPECT_EQ(in_place(), "other");
    library["planned"].target = {"hips"};
    library["other"].target = {"settling", "hips"};
    EXPECT_EQ(in_place(), "other") << "rest in place of work is less";
}

TEST_F(Substitute, HasTagsThatAreKnown) {
    library["other"].risks.reset();
    EXPECT_EQ(in_place(), "");
}

TEST_F(Substitute, GrowsInItsOwnBand) {
    today.standings["planned"] = {"planned", 1, false, false};
    EXPECT_EQ(given().steps.at(0).work.hold, 20s) << "what grew was not this one";
    today.standings["other"] = {"other", 2, false, false};
    EXPECT_EQ(given().steps.at(0).work.hold, 30s);
}

TEST_F(Substitute, IsNoneThatRests) {
    today.standings["other"] = {"other", 0, true, true};
    EXPECT_EQ(in_place(), "");
}

TEST_F(Substitute, IsHeldReadyForNoKey) {
    add("more", 1, {"hips"});
    EXPECT_TRUE(given().steps.at(0).alternatives.empty());
    today.alternatives = true;
    EXPECT_EQ(given().steps.at(0).alternatives.size(), 1U);
}

TEST_F(Substitute, SaysWhatIsLeftOutAndThatNothingElseSuits) {
    add("kept", 1, {"spine"});
    library["other"].target = {"spine"};
    EXPECT_EQ(
        given({step_of("planned"), step_of("kept")}).reasons,
        (Ids{"The planned is left out: it has the tag 'kneel', and you named: sore knees, and "
             "nothing else for the same purpose is free for you today."}));
}

TEST_F(Substitute, LeavesTooLittleWhereLessThanHalfIsLeft) {
    library["other"].target = {"spine"};
    library["other"].dose.hold = Band<Millis>{5s, 40s};
    const Prescription little = given({step_of("planned"), step_of("other")});
    EXPECT_TRUE(little.too_little);
    EXPECT_NE(little.reasons.back().find("too little for a session"), std::string::npos);
    library["other"].dose.hold = Band<Millis>{60s, 80s};
    EXPECT_FALSE(given({step_of("planned"), step_of("other")}).too_little);
}

// What was agreed.

Step agreed(const std::string& exercise) {
    Step step = step_of(exercise);
    step.agreed = "physiotherapist, 12 May";
    return step;
}

TEST_F(Substitute, IsNoneForWhatWasAgreed) {
    const Prescription session = given({agreed("planned")});
    EXPECT_EQ(session.steps.at(0).work.exercise.id, "planned");
    EXPECT_EQ(session.steps[0].reasons,
              (Ids{"The planned stays in although it has the tag 'kneel', and you named: sore "
                   "knees. Agreed: physiotherapist, 12 May."}));
    EXPECT_TRUE(session.reasons.empty());
}

TEST_F(Substitute, SaysNothingOfAnAgreementThatGoesAgainstNothing) {
    today.person.restrictions.clear();
    EXPECT_TRUE(all_reasons(given({agreed("planned")})).empty());
}

TEST_F(Substitute, NamesEveryRestrictionThatAnAgreementGoesAgainst) {
    today.person.restrictions.push_back({"more", "tired knees", {"kneel"}, false, "tired knees"});
    EXPECT_NE(given({agreed("planned")})
                  .steps.at(0)
                  .reasons.at(0)
                  .find("you named: sore knees; tired knees. Agreed"),
              std::string::npos);
}

TEST_F(Substitute, IsGivenAllTheSameForWhatIsAvoidedAndAboveTheDay) {
    today.person.avoided = {"planned"};
    EXPECT_EQ(in_place({agreed("planned")}), "other");
    today.person.avoided.clear();
    add("lower", 1, {"hips"});
    library["planned"].easier = "lower";
    today.cap = 1;
    EXPECT_EQ(in_place({agreed("planned")}), "lower");
    today.cap.reset();
    today.gate = Gate::gentle;
    EXPECT_EQ(in_place({agreed("planned")}), "lower");
}

TEST_F(Substitute, IsGivenForAnotherRungThanTheOneThatWasAgreed) {
    add("lower", 1, {"hips"}).risks = {"kneel"};
    library["planned"].easier = "lower";
    library["other"].level = 1;
    today.standings["planned"] = {"lower", 0, false, false};
    EXPECT_EQ(in_place({agreed("planned")}), "other");
}

}  // namespace
}  // namespace hipflow::coach
