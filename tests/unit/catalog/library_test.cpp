// SPDX-License-Identifier: MIT
#include "catalog/library.h"

#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "support/scratch_folder.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view bridge = R"(format = 1
name = "Bridge"
level = 2
position = "supine"
sides = "both"
start = "On your back."
do = ["Lift."]
dose = { reps = [8, 10], pace = "5s" }
)";
constexpr std::string_view short_routine = R"(format = 1
name = "Short"
[[step]]
exercise = "bridge"
)";

constexpr std::array<BundledFile, 2> bundled_exercise_files{{{"bridge", bridge}, {"broken", "x"}}};
constexpr std::array<BundledFile, 1> bundled_routine_files{{{"short", short_routine}}};
constexpr Bundle bundle{bundled_routine_files, bundled_exercise_files};

std::string what(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::usage);
        return error.what();
    }
    return "no error";
}

std::string step_of(std::string_view exercise, std::string_view rest = "") {
    return "[[step]]\nexercise = \"" + std::string(exercise) + "\"\n" + std::string(rest);
}

/// Faults of a routine file of the user's; its first step is in line 3.
Lines complaints(const std::string& steps) {
    const support::ScratchFolder folder;
    const Library library("", bundle);
    auto source =
        library.open_routine(folder.write("mine.toml", "format = 1\nname = \"Mine\"\n" + steps));
    source.file = "f";
    return texts_of(library.check(source));
}

TEST(Library, RefusesABedForWhatItDoesNotCarry) {
    EXPECT_EQ(complaints(step_of("bridge", "on = \"bed\"\n")), Lines{});
    const std::string drill =
        "[exercise.kneel]\nname = \"Kneel\"\nlevel = 1\nposition = \"half-kneeling\"\n"
        "sides = \"both\"\nstart = \"Kneel.\"\ndo = [\"Stay.\"]\ndose = { hold = \"30s\" }\n";
    EXPECT_EQ(complaints(step_of("kneel", "on = \"bed\"\n") + drill),
              Lines{"f:5:6: 'on' is \"bed\", and the position is half-kneeling; a bed carries "
                    "supine, prone, side-lying and all-fours. Take 'on' out, or choose one of "
                    "these"});
}

TEST(Library, ReadsABundledFileWhenAsked) {
    const Library library("", bundle);
    EXPECT_EQ(library.routine("short").name, "Short");
    EXPECT_EQ(&library.exercise("bridge"), &library.exercise("bridge"));
}

TEST(Library, ListsWithoutReading) {
    const support::ScratchFolder folder;
    folder.write("routines/broken.toml", "this is not TOML");
    const Library library(folder.path(), bundle);
    ASSERT_EQ(library.routines().size(), 2U);
    EXPECT_EQ(library.exercises().size(), 2U);
}

TEST(Library, PutsTheUsersFileInPlaceOfABundledOne) {
    const support::ScratchFolder folder;
    folder.write("routines/short.toml", "format = 1\nname = \"My short\"\n" + step_of("bridge"));
    const Library library(folder.path(), bundle);
    EXPECT_EQ(library.routine("short").name, "My short");
    EXPECT_TRUE(library.routines().at(0).overrides_bundled);
}

TEST(Library, HasTheNearestNameForAMistypedOne) {
    const Library library("", bundle);
    EXPECT_EQ(
        what([&] { library.routine("shrot"); }),
        "there is no routine 'shrot'. Did you mean 'short'? 'hipflow routine list' shows all.");
    EXPECT_EQ(what([&] { library.exercise("x\x1b"); }),
              "there is no exercise 'x\\u001B'. 'hipflow exercise list' shows all.");
}

TEST(Library, NamesThePlaceOfAFault) {
    const Library library("", bundle);
    EXPECT_EQ(what([&] { library.exercise("broken"); }),
              "bundled:routines/exercises/broken.toml:1:2: expected '=' and a value after the "
              "name, as in level = 1 "
              "(encountered end-of-file)");
}

TEST(Library, RefusesAnIdThatTwoFilesClaim) {
    const support::ScratchFolder folder;
    const auto first = folder.write("routines/a/drill.toml", short_routine);
    const auto second = folder.write("routines/b/drill.toml", short_routine);
    const Library library(folder.path(), bundle);
    const std::string message = second + ": " + first + " has the same id; rename one of the two";
    EXPECT_EQ(what([&] { library.routine("drill"); }), message);
    EXPECT_EQ(library.routine("short").name, "Short");
}

TEST(Library, OpensAFileFromAnywhereByItsName) {
    const support::ScratchFolder folder;
    const Library library("", bundle);
    EXPECT_EQ(library.open_routine(folder.write("morning flow.toml", short_routine)).routine.id,
              "morning flow");
    EXPECT_EQ(what([&] { library.open_routine("no/such.toml"); }),
              "no/such.toml: there is no such file; check the path");
}

TEST(Library, LooksForAnExerciseInTheRoutineFirst) {
    const Library library("", bundle);
    Routine routine = library.routine("short");
    Exercise own;
    own.id = "bridge";
    own.name = "My own bridge";
    routine.inline_exercises = {own};
    EXPECT_EQ(library.exercise_of(routine, "bridge").name, "My own bridge");
    EXPECT_EQ(library.exercise_of(library.routine("short"), "bridge").name, "Bridge");
}

TEST(CheckRoutine, FindsNothingWrongWithAGoodOne) {
    EXPECT_EQ(complaints(step_of("bridge")), Lines{});
}

TEST(CheckRoutine, FindsExercisesThatThereAreNot) {
    EXPECT_EQ(
        complaints(step_of("bridge") + step_of("brigde")),
        Lines{"f:6:12: there is no exercise 'brigde'. Did you mean 'bridge'? 'hipflow exercise "
              "list' shows all."});
}

TEST(CheckRoutine, FindsDosesThatAreIncompleteWithTheExercisesOwn) {
    EXPECT_EQ(
        complaints(step_of("bridge", "hold = \"5s\"\nreps = 5\n")),
        Lines{"f:3:1: 'bridge' cannot be done like this: 'hold' with 'reps' needs a 'release'"});
    EXPECT_EQ(complaints(step_of("bridge", "release = \"5s\"\n")),
              Lines{"f:3:1: 'bridge' cannot be done like this: 'release' needs 'hold' and 'reps'"});
}

TEST(CheckRoutine, FindsExtraSetsOfASideWhereBothWorkAtOnce) {
    EXPECT_EQ(
        complaints(step_of("bridge", "extra = { left = 1 }\n")),
        Lines{"f:3:1: 'extra' is for one side, but 'bridge' is not done one side after the other; "
              "take it out, or say sides = \"each\""});
    EXPECT_EQ(complaints(step_of("bridge", "sides = \"each\"\nextra = { left = 1 }\n")), Lines{});
}

TEST(CheckRoutine, TellsTheFaultsOfTheExercisesThatItNeeds) {
    EXPECT_EQ(complaints(step_of("broken")).size(), 1U);
}

TEST(CheckRoutine, ChecksTheLinksOfItsOwnExercises) {
    std::string own(bridge);
    own.replace(0, std::string_view("format = 1").size(), "[exercise.mine]\nharder = \"brdge\"");
    EXPECT_EQ(
        complaints(step_of("mine") + own),
        Lines{"f:6:10: 'harder': there is no exercise 'brdge'. Did you mean 'bridge'? 'hipflow "
              "exercise list' shows all."});
}

TEST(CheckLibrary, GoesThroughEveryFile) {
    const support::ScratchFolder folder;
    const auto link =
        folder.write("routines/link.toml", "easier = \"shrt\"\n" + std::string(short_routine));
    const auto twice = folder.write("routines/twice/short.toml", short_routine);
    const auto once = folder.write("routines/short.toml", short_routine);
    const Library library(folder.path(), bundle);
    EXPECT_EQ(
        texts_of(library.check()),
        (Lines{link + ":1:10: 'easier': there is no routine 'shrt'. Did you mean 'short'? 'hipflow "
                      "routine list' shows all.",
               twice + ": " + once + " has the same id; rename one of the two",
               "bundled:routines/exercises/broken.toml:1:2: expected '=' and a value after the "
               "name, as in level = 1 (encountered end-of-file)"}));
}

}  // namespace
}  // namespace hipflow::catalog
