// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/content_files.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view complete = R"(format = 1
name = "Lying figure-4"
say = "figure four"
target = ["piriformis"]
level = 1
position = "supine"
view = "ceiling"
sides = "each"
risks = ["hip-flex-90", "hip-er-end:mild"]
needs = ["mat"]
start = "On your back."
do = ["Rest one ankle above the other knee.", "Breathe."]
cues = ["Tailbone heavy."]
feel = "A mild stretch."
avoid = ["knee pain"]
easier = "figure-4-seated"
harder = "knee-to-opposite-shoulder"
source = "a book"
dose = { hold = ["20s", "40s"], sets = 1 }
)";

constexpr std::string_view short_one = R"(format = 1
name = "Bridge"
level = 2
position = "supine"
sides = "both"
start = "On your back."
do = ["Lift."]
)";

Lines complaints(const std::string& text) {
    std::vector<Diagnostic> faults;
    const bool fits = parse_exercise(text, "x", "f", faults).has_value();
    EXPECT_EQ(fits, faults.empty());
    return texts_of(faults);
}

/// The complaints about a line that is added to an otherwise complete exercise.
Lines complaints_about(const std::string& line) {
    return complaints(std::string(short_one) + "dose = { hold = \"30s\" }\n" + line + "\n");
}

Lines complaints_about_dose(const std::string& dose) {
    return complaints(std::string(short_one) + "dose = { " + dose + " }\n");
}

TEST(ParseExercise, ReadsEveryField) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(complete, "figure-4-supine", "f", faults);
    ASSERT_TRUE(source.has_value());
    Exercise expected;
    expected.id = "figure-4-supine";
    expected.name = "Lying figure-4";
    expected.say = "figure four";
    expected.target = {"piriformis"};
    expected.level = 1;
    expected.position = Position::supine;
    expected.view = View::ceiling;
    expected.sides = Sides::each;
    expected.risks = {"hip-flex-90", "hip-er-end:mild"};
    expected.needs = {"mat"};
    expected.start = {{"On your back.", {}}};
    expected.instructions = {{"Rest one ankle above the other knee.", {}}, {"Breathe.", {}}};
    expected.cues = {"Tailbone heavy."};
    expected.feel = "A mild stretch.";
    expected.avoid = {"knee pain"};
    expected.easier = "figure-4-seated";
    expected.harder = "knee-to-opposite-shoulder";
    expected.source = "a book";
    expected.dose.hold = Band<Millis>{20s, 40s};
    expected.dose.sets = Band<int>{1, 1};
    EXPECT_EQ(source->exercise, expected);
    EXPECT_EQ(source->file, "f");
    EXPECT_EQ(source->places.ladder.easier, (Place{16, 10}));
    EXPECT_EQ(source->places.ladder.harder, (Place{17, 10}));
}

TEST(ParseExercise, IsSpokenByItsNameUnlessToldOtherwise) {
    std::vector<Diagnostic> faults;
    const auto text = std::string(short_one) + "dose = { hold = \"30s\" }\n";
    EXPECT_EQ(parse_exercise(text, "x", "f", faults).value().exercise.say, "Bridge");
}

TEST(ParseExercise, NamesEverythingThatIsMissing) {
    EXPECT_EQ(complaints(""),
              (Lines{"f:1:1: 'format' is missing; write format = 1 at the top of the file",
                     "f:1:1: 'name' is missing; an exercise needs it",
                     "f:1:1: 'level' is missing; an exercise needs it",
                     "f:1:1: 'position' is missing; an exercise needs it",
                     "f:1:1: 'sides' is missing; an exercise needs it",
                     "f:1:1: 'start' is missing; an exercise needs it",
                     "f:1:1: 'do' is missing; an exercise needs it",
                     "f:1:1: 'dose' is missing; an exercise needs it"}));
}

TEST(ParseExercise, SaysNothingElseAboutAFileOfANewerFormat) {
    EXPECT_EQ(complaints("format = 2\nfuture = true\n"),
              Lines{"f:1:10: 'format' is 2, so this file was written for a newer hipflow; please "
                    "upgrade"});
}

TEST(ParseExercise, KnowsTheWordsOfAnEnumeration) {
    EXPECT_EQ(
        complaints_about("view = \"celling\""),
        Lines{"f:9:8: 'view' is \"celling\", expected \"screen\", \"ceiling\", \"none\". Did you "
              "mean 'ceiling'?"});
}

TEST(ParseExercise, TakesABedForWhatABedCarries) {
    EXPECT_EQ(complaints_about("on = \"bed\""), Lines{});
    EXPECT_EQ(complaints_about("on = \"floor\""), Lines{});
    EXPECT_EQ(complaints_about("on = \"sofa\""),
              Lines{"f:9:6: 'on' is \"sofa\", expected \"floor\", \"bed\"."});
    const auto in = [](const std::string& position) {
        std::string text(short_one);
        text.replace(text.find("supine"), 6, position);
        return complaints(text + "dose = { hold = \"30s\" }\non = \"bed\"\n");
    };
    for (const auto* position : {"prone", "side-lying", "all-fours"}) {
        EXPECT_EQ(in(position), Lines{}) << position;
    }
    for (const std::string position : {"half-kneeling", "floor-sitting", "chair", "standing"}) {
        EXPECT_EQ(in(position),
                  Lines{"f:9:6: 'on' is \"bed\", and the position is " + position +
                        "; a bed carries supine, prone, side-lying and all-fours. Take 'on' out, "
                        "or choose one of these"});
    }
}

TEST(ParseExercise, KnowsRisksAndNeeds) {
    EXPECT_EQ(
        complaints_about(
            "risks = [\"floor:mild\", \"hip-flex\", \"sharks\"]\nneeds = [\"chairs\"]"),
        (Lines{"f:9:24: unknown \"hip-flex\" in 'risks'. Did you mean 'hip-flex-90'?",
               "f:9:36: unknown \"sharks\" in 'risks'. Known: hip-flex-90, hip-add-cross, "
               "hip-ir-end, hip-er-end, hip-ext-end, spine-flex, spine-rot, spine-ext, spine-side, "
               "trunk-load, shoulder, neural, kneel, wrist, single-leg, prone, supine-flat, floor.",
               "f:10:10: unknown \"chairs\" in 'needs'. Did you mean 'chair'?"}));
}

TEST(ParseExercise, RefusesUnknownKeys) {
    EXPECT_EQ(complaints_about("cue = []"),
              Lines{"f:9:1: unknown key 'cue' in an exercise. Did you mean 'cues'?"});
    EXPECT_EQ(complaints_about_dose("hold = \"30s\", weight = 2"),
              Lines{"f:8:24: unknown key 'weight' in a dose. Known: sets, hold, reps, for, pace, "
                    "tempo, release, until, cap."});
}

TEST(ParseExercise, NeedsTextsThatSaySomething) {
    EXPECT_EQ(complaints_about("feel = \" \""),
              Lines{"f:9:8: 'feel' has an empty text; write one, or leave it out"});
    EXPECT_EQ(
        complaints_about("cues = \"Breathe.\""),
        Lines{"f:9:8: 'cues' is \"Breathe.\", expected a list of texts such as [\"…\", \"…\"]"});
    EXPECT_EQ(
        complaints_about("feel = \"" + std::string(401, 'x') + "\""),
        Lines{"f:9:8: 'feel' has a text of 401 characters, expected at most 400; shorten it"});
}

TEST(ParseExercise, NeedsNeighboursThatCanBeFiles) {
    EXPECT_EQ(
        complaints_about("easier = \"../secret\""),
        Lines{"f:9:10: 'easier' is \"../secret\", expected the name of a file without its folder "
              "and \".toml\""});
}

TEST(ParseExercise, NeedsACompleteDose) {
    const std::string before = "f:8:8: the dose is incomplete: ";
    EXPECT_EQ(complaints_about_dose("reps = 8"),
              Lines{before + "'reps' needs a 'pace' or a 'tempo'"});
    EXPECT_EQ(complaints_about_dose("reps = 8, hold = \"5s\""),
              Lines{before + "'hold' with 'reps' needs a 'release'"});
    EXPECT_EQ(complaints_about_dose("sets = 2"),
              Lines{before + "expected a 'hold', 'reps', 'for', or 'until' with a 'cap'"});
}

TEST(ParseExercise, SaysOfABrokenDoseOnlyWhatIsBroken) {
    EXPECT_EQ(
        complaints_about_dose("hold = 30"),
        Lines{"f:8:17: 'hold' is 30 (integer), expected a duration in quotes such as \"5s\" or "
              "\"1m30s\""});
}

TEST(ParseExercise, TakesEveryKindOfDose) {
    EXPECT_EQ(complaints_about_dose("reps = [8, 10], tempo = \"2-1-2-0\""), Lines{});
    EXPECT_EQ(complaints_about_dose("reps = 5, hold = \"10s\", release = \"2s\""), Lines{});
    EXPECT_EQ(complaints_about_dose("until = \"key\", cap = \"2m\""), Lines{});
}

/// An exercise with these lines in place of `start`, `do` and the dose.
std::string spoken(std::string_view lines) {
    return "format = 1\nname = \"Clam\"\nlevel = 1\nposition = \"side-lying\"\nsides = \"each\"\n" +
           std::string(lines);
}

std::vector<std::string> complaints_about_words(std::string_view lines) {
    std::vector<Diagnostic> faults;
    parse_exercise(spoken(lines), "clam", "f", faults);
    return texts_of(faults);
}

constexpr std::string_view phases = R"(
start = ["Lie on your {other} side.", { say = "Bend your knees.", act = "4s" }]
brief = "On your {other} side."
do = [
    { say = "Lift your {side} knee.", beat = "up", time = "2s" },
    { say = "Lower it.", time = "4s" },
]
finish = ["Roll onto your back."]
part = "side"
change = "turn"
)";

TEST(ParseExercise, TakesSentencesAndPhases) {
    std::vector<Diagnostic> faults;
    const auto source =
        parse_exercise(spoken(std::string(phases) + "dose = { reps = 8 }\n"), "clam", "f", faults);
    ASSERT_TRUE(source) << texts_of(faults).front();
    const Exercise& clam = source->exercise;
    EXPECT_EQ(clam.start, (std::vector<Instruction>{{"Lie on your {other} side.", {}},
                                                    {"Bend your knees.", 4s}}));
    EXPECT_EQ(clam.brief, "On your {other} side.");
    EXPECT_EQ(clam.phases, (std::vector<RepPhase>{{"Lift your {side} knee.", "up", 2s, {}},
                                                  {"Lower it.", "", 4s, {}}}));
    EXPECT_TRUE(clam.instructions.empty());
    EXPECT_EQ(clam.finish, std::vector<std::string>{"Roll onto your back."});
    EXPECT_EQ(clam.part, Part::side);
    EXPECT_EQ(clam.change, SideChange::turn);
    EXPECT_EQ(clam.dose.pace, 6s);
    EXPECT_EQ(clam.view, View::none);  // of somebody who lies on a side
    EXPECT_EQ(source->places.speech.start.at(1), (Place{7, 39}));
    EXPECT_EQ(source->places.speech.movement.at(1), (Place{11, 5}));
}

TEST(ParseExercise, TakesMovementForATime) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(
        spoken("start = \"Lie down.\"\ndo = [\"Sway.\"]\ndose = { for = [\"30s\", \"1m\"] }\n"),
        "sway", "f", faults);
    ASSERT_TRUE(source) << texts_of(faults).front();
    EXPECT_EQ(source->exercise.dose.duration, (Band<Millis>{30s, 60s}));
    EXPECT_EQ(complaints_about_words("start = \"Lie down.\"\ndo = [\"Sway.\"]\n"
                                     "dose = { for = \"30s\", reps = 8, pace = \"5s\" }\n")
                  .size(),
              1U);
}

TEST(ParseExercise, RefusesWhatCannotBeSpoken) {
    const auto about = [](std::string_view lines) {
        const auto told = complaints_about_words(lines);
        return told.size() == 1 ? told.front() : std::to_string(told.size()) + " faults";
    };
    const std::string dose = "dose = { reps = 8, pace = \"5s\" }\n";
    EXPECT_EQ(about("start = [\"On your {left|right side.\"]\ndo = [\"Go.\"]\n" + dose),
              "f:6:10: 'start' has a '{' without a '}' behind it");
    EXPECT_NE(
        about("start = \"{Foot} up.\"\ndo = [\"Go.\"]\n" + dose).find("has '{Foot}', expected"),
        std::string::npos);
    EXPECT_NE(about("start = \"Lie.\"\ndo = [\"Go.\", { say = \"x\", time = \"2s\" }]\n" + dose)
                  .find("'do' has sentences and phases"),
              std::string::npos);
    EXPECT_EQ(about("start = \"Lie.\"\ndo = [{ say = \"Go.\" }]\n" + dose),
              "f:7:7: 'time' is missing; a phase needs it");
    EXPECT_NE(about("start = \"Lie.\"\ndo = [{ say = \"Go.\", time = \"2s\" }]\n"
                    "dose = { hold = \"20s\" }\n")
                  .find("the phases are those of a rep, but the dose is a hold"),
              std::string::npos);
    EXPECT_EQ(about("start = []\ndo = [\"Go.\"]\n" + dose),
              "f:6:9: 'start' is empty, expected at least one sentence");
    EXPECT_NE(about("language = \"German\"\nstart = \"Lie.\"\ndo = [\"Go.\"]\n" + dose)
                  .find("expected the code of a language in two or three small letters, such as "
                        "\"de\". Did you mean 'de'?"),
              std::string::npos);
}

TEST(ParseExercise, RefusesOneSideInAnExerciseOfBoth) {
    std::string text = spoken(std::string(phases) + "dose = { reps = 8 }\n");
    text.replace(text.find("\"each\""), 6, "\"both\"");
    std::vector<Diagnostic> faults;
    parse_exercise(text, "clam", "f", faults);
    EXPECT_EQ(faults.size(), 3U);
    EXPECT_NE(faults.front().message.find("words for one side"), std::string::npos);
}

TEST(ParseExercise, WantsThePosesOfPhasesInItsFigure) {
    std::vector<Diagnostic> faults;
    parse_exercise(
        spoken(
            "start = \"Lie.\"\ndo = [{ say = \"Go.\", time = \"2s\", pose = \"upp\" }]\n"
            "dose = { reps = 8 }\n[figure]\nbase = \"supine\"\ntext = \"x\"\nmoving = [\"leg_l\"]\n"
            "frames = [[\"start\", 0.0], [\"up\", 1.0]]\n[figure.pose.start]\n[figure.pose.up]\n"),
        "clam", "f", faults);
    ASSERT_EQ(faults.size(), 1U) << texts_of(faults).back();
    EXPECT_EQ(faults.front().text(), "f:7:7: the figure has no pose 'upp'. Did you mean 'up'?");
}

}  // namespace
}  // namespace hipflow::catalog
