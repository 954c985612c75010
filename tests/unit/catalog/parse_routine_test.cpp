// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/content_files.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

const std::string top = "format = 1\nname = \"Hips\"\n";

Lines complaints(const std::string& text) {
    std::vector<Diagnostic> faults;
    const bool fits = parse_routine(text, "x", "f", faults).has_value();
    EXPECT_EQ(fits, faults.empty());
    return texts_of(faults);
}

/// The complaints about the lines of a step, the first of which is line 5.
Lines complaints_about_step(const std::string& lines) {
    return complaints(top + "[[step]]\nexercise = \"bridge\"\n" + lines + "\n");
}

RoutineFile parsed(const std::string& text) {
    std::vector<Diagnostic> faults;
    auto source = parse_routine(text, "x", "f", faults);
    EXPECT_EQ(texts_of(faults), Lines{});
    return source.value_or(RoutineFile{});
}

Step parsed_step(const std::string& lines) {
    return parsed(top + "[[step]]\nexercise = \"bridge\"\n" + lines).routine.steps.at(0);
}

TEST(ParseRoutine, ReadsEveryField) {
    const auto source = parsed(R"(format = 1
name = "Hip rotation"
summary = "Settle, rotate."
level = 2
easier = "hip-rotation-gentle"
harder = "hip-rotation-strong"
counts = false
[gaps]
ready = "0s"
side = "6s"
position = "20s"
set = "30s"
[[step]]
exercise = "glute-bridge"
sets = 2
reps = [8, 10]
pace = "5s"
gap = "20s"
sides = "alternate"
first = "worse"
order = "LLRR"
extra = { left = 1 }
optional = true
on = "bed"
agreed = "physiotherapist, 12 May"
)");
    Routine expected;
    expected.id = "x";
    expected.name = "Hip rotation";
    expected.summary = "Settle, rotate.";
    expected.level = 2;
    expected.easier = "hip-rotation-gentle";
    expected.harder = "hip-rotation-strong";
    expected.counts = false;
    expected.gaps = {0s, 6s, 20s, 30s};
    Step step;
    step.exercise = "glute-bridge";
    step.dose.sets = Band<int>{2, 2};
    step.dose.reps = Band<int>{8, 10};
    step.dose.pace = 5s;
    step.gap = 20s;
    step.sides = Sides::alternate;
    step.first = First::worse;
    step.order = SideOrder::each_side;
    step.extra = {1, 0};
    step.optional = true;
    step.on = Surface::bed;
    step.agreed = "physiotherapist, 12 May";
    expected.steps = {step};
    EXPECT_EQ(source.routine, expected);
    EXPECT_EQ(source.places.harder, (Place{6, 10}));
    EXPECT_EQ(source.steps.at(0).step, (Place{13, 1}));
    EXPECT_EQ(source.steps.at(0).exercise, (Place{14, 12}));
}

TEST(ParseRoutine, RefusesASurfaceAndAnAgreementThatAreNone) {
    EXPECT_EQ(complaints_about_step("on = \"sofa\""),
              (Lines{"f:5:6: 'on' is \"sofa\", expected \"floor\", \"bed\"."}));
    EXPECT_EQ(complaints_about_step("agreed = \"" + std::string(81, 'x') + "\""),
              (Lines{"f:5:10: 'agreed' has 81 characters, expected at most 80, such as "
                     "\"physiotherapist, 12 May\""}));
    EXPECT_EQ(complaints_about_step("agreed = \"" + std::string(80, 'x') + "\""), Lines{});
    EXPECT_EQ(complaints_about_step("agreed = \"\"").size(), 1U);
}

TEST(ParseRoutine, TakesOneValueForABandOfOne) {
    EXPECT_EQ(parsed_step("reps = 8\n").dose.reps, (Band<int>{8, 8}));
    EXPECT_EQ(parsed_step("hold = \"30s\"\n").dose.hold, (Band<Millis>{30s, 30s}));
}

TEST(ParseRoutine, AddsATempoUpToThePace) {
    const Dose dose = parsed_step("reps = 8\ntempo = \"2-1-2-0\"\n").dose;
    EXPECT_EQ(dose.tempo, (std::vector<Millis>{2s, 1s, 2s, 0s}));
    EXPECT_EQ(dose.pace, 5s);
}

TEST(ParseRoutine, ReadsAStepThatEndsWithAKey) {
    EXPECT_EQ(parsed_step("until = \"key\"\ncap = \"2m\"\n").dose.cap, 2min);
}

TEST(ParseRoutine, ReadsExercisesOfItsOwn) {
    const auto source = parsed(top + R"([[step]]
exercise = "my-drill"
[exercise.my-drill]
name = "My drill"
level = 1
position = "chair"
sides = "both"
start = "Sit."
do = ["Turn."]
easier = "bridge"
dose = { hold = "30s" }
)");
    ASSERT_EQ(source.routine.inline_exercises.size(), 1U);
    EXPECT_EQ(source.routine.inline_exercises.at(0).id, "my-drill");
    EXPECT_EQ(source.routine.inline_exercises.at(0).position, Position::chair);
    EXPECT_EQ(source.inline_exercises.at(0).ladder.easier, (Place{12, 10}));
}

TEST(ParseRoutine, ReportsEveryFaultAtOnce) {
    EXPECT_EQ(
        complaints(
            "format = 1\nname = 5\ncounts = \"no\"\n[gaps]\nside = \"11m\"\nbreak = \"5s\"\n"
            "[[step]]\nexercise = \"bridge\"\npace = 5\nreps = 101\n[[step]]\nhold = true\n"),
        (Lines{"f:2:8: 'name' is 5 (integer), expected a text in quotes",
               "f:3:10: 'counts' is \"no\", expected true or false, without quotes",
               "f:5:8: 'side' is \"11m\", expected \"0s\" to \"10m\"",
               "f:6:1: unknown key 'break' in [gaps]. Known: ready, side, position, set.",
               "f:9:8: 'pace' is 5 (integer), expected a duration in quotes such as \"5s\" or "
               "\"1m30s\"",
               "f:10:8: 'reps' is 101 (integer), expected a whole number from 1 to 100",
               "f:11:1: 'exercise' is missing; a step needs it",
               "f:12:8: 'hold' is true (without quotes), expected a duration in quotes such as "
               "\"5s\" or \"1m30s\""}));
}

TEST(ParseRoutine, NeedsANameAndAStep) {
    EXPECT_EQ(complaints("format = 1\n"), (Lines{"f:1:1: 'name' is missing; a routine needs it",
                                                 "f:1:1: a routine needs at least one step, in a "
                                                 "[[step]] or a [[block]]"}));
    EXPECT_EQ(complaints(top + "step = []\n"),
              Lines{"f:3:8: 'step' is empty, expected at least one [[step]]"});
}

TEST(ParseRoutine, TakesAHundredSteps) {
    std::string text = top;
    for (int step = 0; step < 100; ++step) text += "[[step]]\nexercise = \"bridge\"\n";
    EXPECT_EQ(complaints(text), Lines{});
    EXPECT_EQ(complaints(text + "[[step]]\nexercise = \"bridge\"\n"),
              Lines{"f:203:1: this is one step more than a routine may have (100); split it into "
                    "two routines"});
}

TEST(ParseRoutine, NeedsBandsThatRise) {
    EXPECT_EQ(
        complaints_about_step("reps = [10, 8]\npace = \"5s\""),
        Lines{"f:5:8: 'reps' begins with the larger value, expected the smaller value first"});
    EXPECT_EQ(complaints_about_step("hold = [\"20s\"]"),
              Lines{"f:5:8: 'hold' is a list of 1, expected one value, or two: the smallest and "
                    "the largest"});
}

TEST(ParseRoutine, KeepsDosesWithinTheirLimits) {
    EXPECT_EQ(complaints_about_step("sets = 0"),
              Lines{"f:5:8: 'sets' is 0 (integer), expected a whole number from 1 to 20"});
    EXPECT_EQ(complaints_about_step("hold = \"999ms\""),
              Lines{"f:5:8: 'hold' is \"999ms\", expected \"1s\" to \"10m\""});
    EXPECT_EQ(complaints_about_step("reps = 8\npace = \"61s\""),
              Lines{"f:6:8: 'pace' is \"61s\", expected \"1s\" to \"1m\""});
    EXPECT_EQ(complaints_about_step("hold = \"1m75s\""),
              Lines{"f:5:8: 'hold' is \"1m75s\", expected a duration in quotes such as \"5s\" or "
                    "\"1m30s\""});
    EXPECT_EQ(
        complaints_about_step("reps = 8.0"),
        Lines{"f:5:8: 'reps' is 8.0 (decimal number), expected a whole number from 1 to 100"});
}

TEST(ParseRoutine, RefusesWhatExcludesEachOther) {
    EXPECT_EQ(complaints_about_step("reps = 8\npace = \"5s\"\ntempo = \"2-1-2-0\""),
              Lines{"f:7:9: 'tempo' and 'pace' cannot be used together; keep one of the two"});
    EXPECT_EQ(complaints_about_step("hold = \"30s\"\npace = \"5s\""),
              Lines{"f:3:1: 'pace' and 'tempo' are for 'reps' without a 'hold'"});
    EXPECT_EQ(complaints_about_step("hold = \"30s\"\nuntil = \"key\"\ncap = \"2m\""),
              Lines{"f:3:1: 'until' cannot be combined with 'hold' or 'reps'"});
}

TEST(ParseRoutine, NeedsUntilAndCapTogether) {
    EXPECT_EQ(complaints_about_step("until = \"bell\"\ncap = \"2m\""),
              Lines{"f:5:9: 'until' is \"bell\", expected \"key\""});
    EXPECT_EQ(complaints_about_step("until = \"key\""),
              Lines{"f:5:9: 'until' needs a 'cap', the longest it may take, such as cap = \"2m\""});
    EXPECT_EQ(complaints_about_step("cap = \"2m\""), Lines{"f:5:7: 'cap' needs until = \"key\""});
}

TEST(ParseRoutine, NeedsATempoOfTwoToFourParts) {
    for (const std::string tempo :
         {"2", "2-1-2-0-1", "2-1-2-x", "0-0-0-0", "99-1-2-0", "-1-2-3-4"}) {
        EXPECT_EQ(
            complaints_about_step("reps = 8\ntempo = \"" + tempo + "\""),
            Lines{"f:6:9: 'tempo' is \"" + tempo +
                  "\", expected the seconds of each phase, such as \"2-1-2-0\" for out, hold, "
                  "back, hold, 1 to 60 in all"});
    }
}

TEST(ParseRoutine, LeavesToTheExerciseWhatTheStepDoesNotSay) {
    EXPECT_EQ(complaints_about_step("release = \"2s\"\nsets = 2"), Lines{});
    EXPECT_EQ(complaints_about_step("reps = 8"), Lines{});
    EXPECT_EQ(complaints_about_step(""), Lines{});
}

TEST(ParseRoutine, NeedsASideForExtraSets) {
    EXPECT_EQ(complaints_about_step("extra = {}"),
              Lines{"f:5:9: 'extra' names no side, expected { left = 1 } or { right = 1 }"});
    EXPECT_EQ(complaints_about_step("extra = { left = 0 }"),
              Lines{"f:5:18: 'left' is 0 (integer), expected a whole number from 1 to 20"});
}

TEST(ParseRoutine, ExplainsTheTwoBracketsOfAStep) {
    EXPECT_EQ(
        complaints(top + "[step]\nexercise = \"bridge\"\n"),
        Lines{"f:3:1: 'step' is a table, expected [[step]] with two brackets, once for each"});
}

TEST(ParseRoutine, LooksIntoExercisesOfItsOwn) {
    const auto faults = complaints(top + "[[step]]\nexercise = \"a\"\n[exercise.a]\nnam = \"A\"\n");
    ASSERT_EQ(faults.size(), 6U);
    EXPECT_EQ(faults.front(), "f:5:1: 'name' is missing; an exercise needs it");
    EXPECT_EQ(faults.back(), "f:6:1: unknown key 'nam' in an exercise. Did you mean 'name'?");
}

TEST(ParseRoutine, SaysHowAndInWhichLanguageItIsGuided) {
    std::vector<Diagnostic> faults;
    const auto source = parse_routine(R"(format = 1
name = "Meine"
guidance = "brief"
language = "de"
[[step]]
exercise = "meine"
for = "30s"
[exercise.meine]
name = "Meine"
level = 1
position = "chair"
sides = "both"
start = "Setz dich."
do = ["Dreh dich."]
dose = { hold = "30s" }
)",
                                      "mine", "f", faults);
    ASSERT_TRUE(source) << texts_of(faults).front();
    EXPECT_EQ(source->routine.guidance, Guidance::brief);
    EXPECT_EQ(source->routine.language, "de");
    EXPECT_EQ(source->routine.inline_exercises.front().language, "de");
    EXPECT_EQ(source->routine.steps.front().dose.duration, (Band<Millis>{30s, 30s}));
    EXPECT_EQ(source->steps.front().pace, (Place{5, 1}));
}

}  // namespace
}  // namespace hipflow::catalog
