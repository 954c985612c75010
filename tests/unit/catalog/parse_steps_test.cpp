// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/content_files.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

const std::string top = "format = 1\nname = \"Hips\"\n";
const std::string bridge = "[[step]]\nexercise = \"bridge\"\n";
const std::string in_block = "[[block.step]]\nexercise = \"bridge\"\n";

Lines complaints(const std::string& text) {
    std::vector<Diagnostic> faults;
    const bool fits = parse_routine(top + text, "x", "f", faults).has_value();
    EXPECT_EQ(fits, faults.empty());
    return texts_of(faults);
}

/// The complaints about the lines of a step, the first of which is line 5.
Lines complaints_about_step(const std::string& lines) { return complaints(bridge + lines + "\n"); }

RoutineFile parsed(const std::string& text) {
    std::vector<Diagnostic> faults;
    auto source = parse_routine(top + text, "x", "f", faults);
    EXPECT_EQ(texts_of(faults), Lines{});
    return source.value_or(RoutineFile{});
}

Step parsed_step(const std::string& lines) { return parsed(bridge + lines).routine.steps.at(0); }

TEST(ParseSteps, ReadsOneSideAlone) {
    const Step step = parsed_step("sides = \"left\"\n");
    EXPECT_EQ(step.only, Side::left);
    EXPECT_EQ(step.sides, Sides::each);
    EXPECT_EQ(parsed_step("sides = \"right\"\n").only, Side::right);
    EXPECT_FALSE(parsed_step("sides = \"each\"\n").only);
    EXPECT_EQ(complaints_about_step("sides = \"lft\"").size(), 1U);
}

TEST(ParseSteps, ReadsBandsOfSets) {
    EXPECT_EQ(parsed_step("sets = 3\n").dose.sets, (Band<int>{3, 3}));
    EXPECT_EQ(parsed_step("sets = [2, 3]\n").dose.sets, (Band<int>{2, 3}));
    EXPECT_EQ(
        complaints_about_step("sets = [3, 2]"),
        Lines{"f:5:8: 'sets' begins with the larger value, expected the smaller value first"});
}

TEST(ParseSteps, ReadsSetsForEachSide) {
    const Step step = parsed_step("sets = { left = 3, right = 2 }\n");
    EXPECT_EQ(step.dose.sets, (Band<int>{2, 2}));
    EXPECT_EQ(step.extra, (ExtraSets{1, 0}));
    const Step equal = parsed_step("sets = { left = 2, right = 2 }\n");
    EXPECT_EQ(equal.dose.sets, (Band<int>{2, 2}));
    EXPECT_EQ(equal.extra, ExtraSets{});
}

TEST(ParseSteps, RefusesSetsForEachSideThatAreNotWhole) {
    EXPECT_EQ(complaints_about_step("sets = { left = 3 }"),
              Lines{"f:5:8: 'sets' names one side only, expected both, such as { left = 3, right = "
                    "2 }; for one side alone say sides = \"left\" and 'sets' as a number"});
    EXPECT_EQ(complaints_about_step("sets = {}"),
              Lines{"f:5:8: 'sets' names no side, expected a number, or { left = 3, right = 2 }"});
    EXPECT_EQ(complaints_about_step("sets = { left = 3, right = 21 }"),
              Lines{"f:5:28: 'right' is 21 (integer), expected a whole number from 1 to 20"});
    EXPECT_EQ(
        complaints_about_step("sets = { left = 3, right = 2 }\nextra = { left = 1 }"),
        Lines{"f:6:9: 'extra' and 'sets' for each side cannot be used together; keep 'sets'"});
    EXPECT_EQ(complaints_about_step("sets = { left = 3, right = 2 }\nsides = \"left\""),
              Lines{"f:5:8: 'sets' has both sides, but 'sides' names one; write 'sets' as a "
                    "number, such as sets = 3"});
}

TEST(ParseSteps, ReadsHoldsInBreaths) {
    const Dose dose = parsed_step("hold = \"5 breaths\"\n").dose;
    EXPECT_EQ(dose.breaths, (Band<int>{5, 5}));
    EXPECT_FALSE(dose.hold);
    EXPECT_EQ(parsed_step("hold = \"1 breath\"\n").dose.breaths, (Band<int>{1, 1}));
    EXPECT_EQ(parsed_step("hold = [\"3 breaths\", \"5 breaths\"]\n").dose.breaths,
              (Band<int>{3, 5}));
}

TEST(ParseSteps, RefusesBreathsThatAreNone) {
    for (const std::string breaths :
         {"0 breaths", "31 breaths", "5 breath", "breaths", "-1 breaths", "5  breaths",
          "5 breaths long", "99999999999 breaths"}) {
        EXPECT_EQ(complaints_about_step("hold = \"" + breaths + "\""),
                  Lines{"f:5:8: 'hold' is \"" + breaths +
                        "\", expected 1 to 30 breaths, such as \"5 breaths\""});
    }
    EXPECT_EQ(complaints_about_step("hold = [\"3 breaths\", \"20s\"]"),
              Lines{"f:5:22: 'hold' is \"20s\", expected 1 to 30 breaths, such as \"5 breaths\""});
}

TEST(ParseSteps, ReadsARemarkAndALoad) {
    const Step step = parsed_step("note = \"pillow between the knees\"\nload = \"2 kg\"\n");
    EXPECT_EQ(step.note, "pillow between the knees");
    EXPECT_EQ(step.load, "2 kg");
    EXPECT_EQ(
        complaints_about_step("note = \"" + std::string(81, 'x') + "\""),
        Lines{"f:5:8: 'note' has 81 characters, expected at most 80, such as \"pillow between "
              "the knees\""});
    EXPECT_EQ(complaints_about_step("load = \"" + std::string(41, 'x') + "\""),
              Lines{"f:5:8: 'load' has 41 characters, expected at most 40, such as \"2 kg\""});
}

TEST(ParseSteps, ReadsPhasesWithTheirPace) {
    const Step step = parsed_step("phases = [\"push hard 6s\", \"relax 20s\"]\n");
    ASSERT_EQ(step.phases.size(), 2U);
    EXPECT_EQ(step.phases.front(), (RepPhase{"", "push hard", 6s, std::nullopt}));
    EXPECT_EQ(step.dose.pace, 26s);
    const Dose own =
        parsed_step("phases = [\"in 2s\", \"out 2s\"]\nreps = 5\npace = \"8s\"\n").dose;
    EXPECT_EQ(own.pace, 8s);
}

TEST(ParseSteps, RefusesPhasesThatAreNone) {
    for (const std::string phase :
         {"push", "6s", " 6s", "push 61s", "push 900ms", "push {side} 6s"}) {
        EXPECT_EQ(complaints_about_step("phases = [\"relax 2s\", \"" + phase + "\"]"),
                  Lines{"f:5:23: \"" + phase +
                        "\" in 'phases' is no phase, expected plain words and 1s to 1m, such as "
                        "\"push 6s\""});
    }
    EXPECT_EQ(
        complaints_about_step("phases = [\"push 6s\"]"),
        Lines{"f:5:10: 'phases' has 1, expected 2 to 6, such as [\"push 6s\", \"relax 20s\"]"});
    EXPECT_EQ(complaints_about_step("phases = [\"in 2s\", \"out 2s\"]\nhold = \"5s\""),
              Lines{"f:5:10: 'phases' are those of a rep, so they cannot be combined with 'hold', "
                    "'for' or 'until'; say 'reps'"});
}

TEST(ParseSteps, PutsRestsBeforeTheNextStep) {
    const auto source = parsed(bridge + "[[step]]\nrest = \"90s\"\n[[step]]\nrest = \"30s\"\n" +
                               bridge + bridge + "[[step]]\nrest = \"5s\"\n");
    ASSERT_EQ(source.routine.steps.size(), 3U);
    EXPECT_FALSE(source.routine.steps.at(0).rest_before);
    EXPECT_EQ(source.routine.steps.at(1).rest_before, 2min);
    EXPECT_FALSE(source.routine.steps.at(2).rest_before);
    EXPECT_EQ(source.useless_rests, (std::vector<Place>{{13, 1}}));
    EXPECT_EQ(source.steps.size(), 3U);
}

TEST(ParseSteps, NotesARestBeforeTheFirstStep) {
    const auto source = parsed("[[step]]\nrest = \"90s\"\n" + bridge);
    EXPECT_FALSE(source.routine.steps.at(0).rest_before);
    EXPECT_EQ(source.useless_rests, (std::vector<Place>{{3, 1}}));
}

TEST(ParseSteps, ReadsAsManyRepsAsOneCan) {
    const std::string many = "reps = \"as many as you can\"\n";
    const auto by_number = parsed(bridge + many + "cap = 20\npace = \"4s\"\n");
    EXPECT_TRUE(by_number.routine.steps.at(0).dose.as_many);
    EXPECT_EQ(by_number.routine.steps.at(0).dose.reps, (Band<int>{20, 20}));
    const auto by_time = parsed(bridge + many + "cap = \"1m\"\n");
    EXPECT_EQ(by_time.routine.steps.at(0).dose.cap, 60s);
    EXPECT_EQ(complaints_about_step(many),
              Lines{"f:5:8: \"as many as you can\" needs a 'cap', the most reps or the longest "
                    "time, such as cap = 20 or cap = \"1m\""});
    EXPECT_EQ(complaints_about_step("reps = \"8-12\""),
              Lines{"f:5:8: 'reps' is \"8-12\" (text), expected a number, two such as [8, 12], or "
                    "\"as many as you can\""});
    EXPECT_EQ(complaints_about_step(many + "cap = 20\nhold = \"5s\""),
              Lines{"f:3:1: 'reps' = \"as many as you can\" cannot be combined with 'hold' or "
                    "'for'"});
}

TEST(ParseSteps, LeavesTheOtherHalfOfHoldsInRepsToTheExercise) {
    const auto source = parsed(bridge + "hold = \"7s\"\nrelease = \"3s\"\n");
    EXPECT_EQ(source.routine.steps.at(0).dose.release, 3s);
}

TEST(ParseSteps, ReadsThePaceOfMovementForATime) {
    const auto source = parsed(bridge + "for = \"30s\"\npace = \"2s\"\n");
    EXPECT_EQ(source.routine.steps.at(0).dose.pace, 2s);
    EXPECT_EQ(complaints_about_step("for = \"30s\"\ntempo = \"1-1-1-0\""),
              Lines{"f:3:1: 'tempo' needs 'reps'"});
}

TEST(ParseSteps, RefusesASideInARemark) {
    EXPECT_EQ(
        complaints_about_step("note = \"{side} knee\""),
        Lines{"f:5:8: 'note' has '{' or '}', which stand for a side in the texts of exercises "
              "only; write it in plain words"});
}

TEST(ParseSteps, RefusesATempoOfPhases) {
    EXPECT_EQ(
        complaints_about_step("phases = [\"in 2s\", \"out 2s\"]\ntempo = \"1-1\"\nreps = 3"),
        Lines{"f:6:9: 'phases' have their own times, so 'tempo' cannot be used with them; keep "
              "one of the two"});
}

TEST(ParseSteps, RefusesARestThatIsNotAlone) {
    const std::string beside = "f:5:8: 'rest' stands alone in its step; ";
    EXPECT_EQ(complaints_about_step("rest = \"90s\""),
              Lines{beside + "put it into a [[step]] of its own; between the sets of one exercise "
                             "say 'gap'"});
    EXPECT_EQ(complaints("[[step]]\n\nrest = \"90s\"\nsets = 2\n" + bridge),
              Lines{beside + "take out its other keys"});
    EXPECT_EQ(complaints("[[step]]\nrest = \"500ms\"\n" + bridge),
              Lines{"f:4:8: 'rest' is \"500ms\", expected \"1s\" to \"10m\""});
    EXPECT_EQ(complaints("[[step]]\nrest = \"5s\"\n"),
              Lines{"f:1:1: a routine needs at least one step, in a [[step]] or a [[block]]"});
}

TEST(ParseSteps, ReadsBlocksInTheOrderOfTheFile) {
    const auto source =
        parsed("[[block]]\nrounds = 3\nrest = \"60s\"\n" + in_block + in_block + bridge +
               "[[block]]\nrounds = 2\nsides = \"whole-block-then-other-side\"\n" + in_block);
    const Routine& routine = source.routine;
    ASSERT_EQ(routine.steps.size(), 4U);
    EXPECT_EQ(routine.steps.at(0).block, 0U);
    EXPECT_EQ(routine.steps.at(1).block, 0U);
    EXPECT_FALSE(routine.steps.at(2).block);
    EXPECT_EQ(routine.steps.at(3).block, 1U);
    const std::vector<Block> expected{{3, 60s, BlockOrder::rounds},
                                      {2, std::nullopt, BlockOrder::sides}};
    EXPECT_EQ(routine.blocks, expected);
    EXPECT_EQ(source.steps.at(1).exercise, (Place{9, 12}));
    EXPECT_EQ(source.blocks.at(0).rest, (Place{5, 8}));
}

TEST(ParseSteps, DoesABlockOnceUnlessItSaysMore) {
    EXPECT_EQ(parsed("[[block]]\n" + in_block).routine.blocks, std::vector<Block>{Block{}});
}

TEST(ParseSteps, TakesARestAtTheEndOfABlockAsOneBetweenItsRounds) {
    const std::string rest = "[[block.step]]\nrest = \"20s\"\n";
    const auto source =
        parsed("[[block]]\nrounds = 2\nrest = \"40s\"\n" + in_block + rest + bridge);
    EXPECT_EQ(source.routine.blocks.at(0).rest, 60s);
    EXPECT_EQ(source.routine.steps.at(1).rest_before, 20s);
    EXPECT_TRUE(parsed("[[block]]\nrounds = 2\n" + in_block + rest).useless_rests.empty());
    const auto once = parsed("[[block]]\n" + in_block + rest);
    EXPECT_FALSE(once.routine.blocks.at(0).rest);
    EXPECT_EQ(once.useless_rests.size(), 1U);
}

TEST(ParseSteps, GivesARestBeforeABlockToTheBlock) {
    const auto source =
        parsed(bridge + "[[step]]\nrest = \"90s\"\n[[block]]\nrounds = 2\n" + in_block);
    EXPECT_EQ(source.routine.blocks.at(0).rest_before, 90s);
    EXPECT_FALSE(source.routine.steps.at(1).rest_before);
}

TEST(ParseSteps, RefusesBlocksThatCannotBeDone) {
    EXPECT_EQ(complaints("[[block]]\nrounds = 2\n"),
              Lines{"f:3:1: 'step' is missing; a block needs it"});
    EXPECT_EQ(complaints("[[block]]\nrounds = 21\n" + in_block),
              Lines{"f:4:10: 'rounds' is 21 (integer), expected a whole number from 1 to 20"});
    EXPECT_EQ(complaints("[[block]]\n[[block.step]]\nrest = \"5s\"\n"),
              Lines{"f:3:1: a block of rests alone; it needs a step with 'exercise'"});
    std::string long_block = "[[block]]\nrounds = 20\n";
    for (int step = 0; step < 21; ++step) long_block += in_block;
    EXPECT_EQ(complaints(long_block),
              Lines{"f:3:1: with all their rounds the blocks have 420 steps, expected at most 400; "
                    "take fewer 'rounds'"});
}

TEST(ParseSteps, ReadsNoBlockInAnExercise) {
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(parse_exercise("format = 1\n[[block]]\n" + in_block, "x", "f", faults));
    EXPECT_EQ(
        texts_of(faults),
        Lines{"f:2:1: this is a routine, not an exercise; 'hipflow routine check' checks it"});
}

}  // namespace
}  // namespace hipflow::catalog
