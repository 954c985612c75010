// SPDX-License-Identifier: MIT
#include "catalog/step_check.h"

#include <gtest/gtest.h>

#include <array>

#include "support/scratch_folder.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view bridge = R"(format = 1
name = "Bridge"
level = 2
position = "supine"
sides = "both"
start = "On your back."
do = ["Lift."]
dose = { reps = [8, 10], pace = "5s" }
)";
constexpr std::string_view clam = R"(format = 1
name = "Clam"
level = 1
position = "side-lying"
sides = "each"
start = "On your side."
do = ["Open."]
dose = { reps = 8, pace = "5s", sets = 2 }
)";
constexpr std::string_view squeeze = R"(format = 1
name = "Squeeze"
level = 1
position = "supine"
sides = "each"
start = "On your back."
do = ["Press."]
dose = { reps = 10, hold = "5s", release = "3s" }
)";

constexpr std::array<BundledFile, 3> exercise_files{
    {{"bridge", bridge}, {"clam", clam}, {"squeeze", squeeze}}};
constexpr Bundle bundle{{}, exercise_files};

std::string step_of(const std::string& exercise, const std::string& rest = "") {
    return "[[step]]\nexercise = \"" + exercise + "\"\n" + rest;
}

std::string in_block(const std::string& exercise, const std::string& rest = "") {
    return "[[block.step]]\nexercise = \"" + exercise + "\"\n" + rest;
}

struct Checked {
    Lines faults;
    Lines warnings;
};

/// Checks a routine file; its first line of `text` is line 3.
Checked checked(const std::string& text) {
    const support::ScratchFolder folder;
    const Library library("", bundle);
    auto source =
        library.open_routine(folder.write("mine.toml", "format = 1\nname = \"Mine\"\n" + text));
    source.file = "f";
    return {texts_of(library.check(source)), texts_of(keys_without_effect(library, source))};
}

Lines warnings(const std::string& text) {
    const Checked found = checked(text);
    EXPECT_EQ(found.faults, Lines{});
    return found.warnings;
}

TEST(StepCheck, HasNothingToSayOfKeysThatWork) {
    EXPECT_EQ(warnings(step_of("clam", "order = \"LRLR\"\ngap = \"20s\"\nfirst = \"left\"\n")),
              Lines{});
    EXPECT_EQ(warnings(step_of("bridge", "sets = [1, 2]\ngap = \"20s\"\n")), Lines{});
}

TEST(StepCheck, TellsKeysThatOneSideAloneCannotUse) {
    EXPECT_EQ(warnings(step_of("clam",
                               "sides = \"left\"\nsets = 1\nfirst = \"left\"\n"
                               "order = \"LLRR\"\nextra = { left = 1 }\ngap = \"5s\"\n")),
              (Lines{"f:7:9: 'first' changes nothing: 'clam' is done on one side only here",
                     "f:8:9: 'order' changes nothing: 'clam' is done on one side only here",
                     "f:9:9: 'extra' changes nothing: 'clam' is done on one side only here",
                     "f:10:7: 'gap' changes nothing: 'clam' has no second set here"}));
}

TEST(StepCheck, TellsRestsWithNoStepAfterThem) {
    EXPECT_EQ(warnings(step_of("clam") + "[[step]]\nrest = \"30s\"\n"),
              Lines{"f:5:1: this 'rest' changes nothing: it stands before the first step, or after "
                    "the last one"});
    EXPECT_EQ(warnings("[[step]]\nrest = \"30s\"\n" + step_of("clam")).size(), 1U);
    EXPECT_EQ(warnings(step_of("clam") + "[[step]]\nrest = \"30s\"\n" + step_of("clam")), Lines{});
}

TEST(StepCheck, TellsKeysOfABlockThatIsDoneOnce) {
    EXPECT_EQ(warnings("[[block]]\nrounds = 1\nrest = \"30s\"\n" + in_block("clam")),
              (Lines{"f:4:10: 'rounds' changes nothing: a block is done once without it",
                     "f:5:8: 'rest' changes nothing: the block has one round"}));
    EXPECT_EQ(warnings("[[block]]\nrounds = 2\nrest = \"30s\"\n" + in_block("clam")), Lines{});
    EXPECT_EQ(warnings("[[block]]\nsides = \"whole-block-then-other-side\"\nrest = \"30s\"\n" +
                       in_block("clam")),
              Lines{});
}

TEST(StepCheck, TellsTheSidesOfABlockWithoutASide) {
    const std::string block = "[[block]]\nrounds = 2\nsides = \"whole-block-then-other-side\"\n";
    const Lines told{
        "f:5:9: 'sides' changes nothing: no step of the block works one side after the other"};
    EXPECT_EQ(warnings(block + in_block("bridge")), told);
    EXPECT_EQ(warnings(block + in_block("clam", "sides = \"left\"\n")), told);
    EXPECT_EQ(warnings(block + in_block("bridge") + in_block("clam")), Lines{});
    EXPECT_EQ(warnings(block + in_block("clam", "order = \"LLRR\"\n")),
              Lines{"f:8:9: 'order' changes nothing: 'clam' is in a block that is done on one side "
                    "first here"});
}

TEST(StepCheck, KnowsThatSidesOfABlockPutOneSidedStepsInOrder) {
    EXPECT_EQ(
        warnings("[[block]]\nrounds = 2\nsides = \"whole-block-then-other-side\"\n" +
                 in_block("clam", "sides = \"left\"\n") + in_block("clam", "sides = \"right\"\n")),
        Lines{});
}

TEST(StepCheck, KnowsThatSidesThatDifferRest) {
    EXPECT_EQ(warnings("[gaps]\nset = \"40s\"\n" +
                       step_of("squeeze", "order = \"LRLR\"\nsets = { left = 2, right = 1 }\n")),
              Lines{});
}

TEST(StepCheck, TellsTimesThatDoNotFitEachOther) {
    const std::string as_many = "reps = \"as many as you can\"\n";
    EXPECT_EQ(warnings(step_of("bridge", as_many + "cap = \"2s\"\npace = \"5s\"\n")),
              Lines{"f:3:1: 'cap' is shorter than one rep of 'bridge', which takes 5 s: it is done "
                    "once"});
    EXPECT_EQ(
        warnings(step_of("bridge", as_many + "cap = \"10m\"\npace = \"1s\"\n")),
        Lines{"f:3:1: 'cap' is longer than the most reps there are: 'bridge' ends after 100"});
    EXPECT_EQ(warnings(step_of("bridge", as_many + "cap = \"1m\"\npace = \"5s\"\n")), Lines{});
    EXPECT_EQ(warnings(step_of("bridge", "for = \"30s\"\npace = \"1m\"\n")),
              Lines{"f:3:1: 'pace' changes nothing: 'bridge' ends before its second rep"});
    EXPECT_EQ(warnings(step_of("bridge", "for = \"30s\"\npace = \"5s\"\n")), Lines{});
}

TEST(StepCheck, SaysToHowManyOddRepsBecomeEven) {
    EXPECT_EQ(warnings(step_of("clam", "sides = \"alternate\"\nreps = 7\n")),
              Lines{"f:6:8: 'clam' is done left and right in turn, so its reps become even: 8 for "
                    "7"});
    EXPECT_EQ(warnings(step_of("clam", "sides = \"alternate\"\nreps = [6, 9]\n")),
              Lines{"f:6:8: 'clam' is done left and right in turn, so its reps become even: 6 to "
                    "10 for 6 to 9"});
    EXPECT_EQ(warnings(step_of("clam", "reps = 7\n")), Lines{});
}

TEST(StepCheck, TellsExercisesThatNothingUses) {
    std::string own(bridge);
    own.replace(0, std::string_view("format = 1").size(), "[exercise.mine]");
    EXPECT_EQ(warnings(step_of("clam") + own),
              Lines{"f:5:1: [exercise.mine] changes nothing: nothing in the file names it"});
    EXPECT_EQ(warnings(step_of("mine") + own), Lines{});
    std::string other = own;
    other.replace(0, std::string_view("[exercise.mine]").size(),
                  "[exercise.other]\neasier = \"mine\"");
    EXPECT_EQ(warnings(step_of("other") + own + other), Lines{});
}

TEST(CheckRoutine, AsksForTheRepsOfPhases) {
    const std::string phases = "phases = [\"push 6s\", \"relax 20s\"]\n";
    EXPECT_EQ(checked(step_of("squeeze", phases)).faults,
              Lines{"f:3:1: 'phases' are those of a rep, but 'squeeze' is held; say how many with "
                    "'reps', such as reps = 3"});
    EXPECT_EQ(warnings(step_of("squeeze", phases + "reps = 3\n")), Lines{});
    EXPECT_EQ(warnings(step_of("clam", phases)), Lines{});
}

TEST(CheckRoutine, KeepsTheOtherHalfOfHoldsInReps) {
    EXPECT_EQ(warnings(step_of("squeeze", "hold = \"10s\"\n")), Lines{});
    EXPECT_EQ(warnings(step_of("squeeze", "reps = 12\n")), Lines{});
    EXPECT_EQ(warnings(step_of("squeeze", "hold = \"2 breaths\"\n")), Lines{});
}

TEST(CheckRoutine, FindsSetsForEachSideWhereBothWorkAtOnce) {
    EXPECT_EQ(checked(step_of("bridge", "sets = { left = 3, right = 2 }\n")).faults,
              Lines{"f:3:1: 'sets' has a number for each side, but 'bridge' is not done one side "
                    "after the other; take it out, or say sides = \"each\""});
}

TEST(StepCheck, TellsGapsThatNoStepHas) {
    const std::string gaps = "[gaps]\nside = \"9s\"\nset = \"20s\"\n";
    EXPECT_EQ(warnings(gaps + step_of("bridge")),
              (Lines{"f:4:8: 'side' changes nothing: no step works one side after the other",
                     "f:5:7: 'set' changes nothing: no step rests between two sets; where sides "
                     "change after each set, 'gap' of a step makes a rest"}));
    EXPECT_EQ(warnings(gaps + step_of("clam", "sets = 2\norder = \"LLRR\"\n")), Lines{});
}

}  // namespace
}  // namespace hipflow::catalog
