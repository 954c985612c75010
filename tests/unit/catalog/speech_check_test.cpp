// SPDX-License-Identifier: MIT
#include "catalog/speech_check.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "catalog/library.h"
#include "catalog/speech_words.h"
#include "support/english.h"
#include "support/scratch_folder.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view good = R"(format = 1
name = "Bridge"
level = 2
position = "supine"
sides = "each"
start = ["Lie on your back.", "Put your {side} foot on the floor."]
brief = "On your back, {side} foot down."
do = [
    { say = "Lift your hips.", beat = "up", time = "2s" },
    { say = "Lower them.", beat = "down", time = "3s" },
]
cues = ["Push down through your heel."]
finish = ["Put your foot down."]
dose = { reps = [4, 10] }
)";

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw Error("the test's text has changed");
    return text.replace(at, from.size(), to);
}

/// The remarks about a text, as "line: message".
std::vector<std::string> remarks_of(std::string_view text) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(text, "bridge", "f", faults);
    std::vector<std::string> lines;
    for (const auto& fault : faults) lines.push_back("fault: " + fault.message);
    if (!source) return lines;
    const Lengths length = estimated_lengths();
    const auto book = support::english();
    for (const auto& remark :
         check_speech(source->exercise, source->places.speech, {length, *book})) {
        lines.push_back(std::to_string(remark.place.line) + (remark.notice ? " (notice)" : "") +
                        ": " + remark.message);
    }
    return lines;
}

/// What the check says of the words of a figure.
std::vector<std::string> remarks_of_figure(std::string_view words) {
    const support::ScratchFolder folder;
    folder.write(
        "exercises/bridge.toml",
        std::string(good) + "[figure]\nview = \"side\"\ntext = \"" + std::string(words) + "\"\n");
    const Library library(folder.path());
    const auto findings = library.check_speech(library.exercise_source("bridge"), usual_rate);
    std::vector<std::string> lines;
    for (const auto& fault : findings.faults) {
        lines.push_back(std::to_string(fault.line) + ": " + fault.message);
    }
    return lines;
}

void expect_remark(std::string_view from, std::string_view to, std::string_view words) {
    const auto lines = remarks_of(changed(std::string(good), from, to));
    ASSERT_EQ(lines.size(), 1U) << (lines.size() < 2 ? std::string(to) : lines.at(1));
    EXPECT_NE(lines.front().find(words), std::string::npos) << lines.front();
}

TEST(SpeechCheck, HasNothingAgainstGoodWords) {
    EXPECT_EQ(remarks_of(good), std::vector<std::string>{});
}

TEST(SpeechCheck, TellsWhatIsTooLong) {
    expect_remark("name = \"Bridge\"", "name = \"A bridge with both hands under the lower back\"",
                  "1: 'say' takes ");
    expect_remark("Lift your hips.", "Lift your hips as high as they go, and then a little.",
                  "9: the words of this phase take");
    expect_remark("\"up\"", "\"upwards, gently\"", "9: 'beat' takes");
    expect_remark("Push down through your heel.",
                  "Push down through your heel, and keep on pushing all along.",
                  "12: 'cues' takes");
    expect_remark("Put your foot down.", "Put your foot down, then your hip, then the other parts.",
                  "13: 'finish' takes");
    expect_remark("On your back, {side} foot down.",
                  "On your back, {side} foot down, hands on the floor.", "7: 'brief' ");
}

TEST(SpeechCheck, CountsTheWholeStartWithItsPauses) {
    const std::string long_start =
        R"("Lie on your back.", "Draw both feet in towards your bottom.", )"
        R"("Turn your palms up to the ceiling.", "Let your shoulders sink down.", )"
        R"("Lift your toes a little.", )";
    expect_remark("\"Lie on your back.\", ", long_start, "6: 'start' takes");
}

TEST(SpeechCheck, TakesTheLongerSide) {
    expect_remark("Push down through your heel.",
                  "Push {well|down through your heel and keep on pushing all along}.",
                  "12: 'cues' takes");
}

TEST(SpeechCheck, TellsWhatNoVoiceCanSay) {
    expect_remark("Push down through your heel.", "Push 2 times.", "has '2'");
    expect_remark("Push down through your heel.", "Push in/out.", "has '/'");
    expect_remark("Push down through your heel.", "Push (on).", "has '('");
    expect_remark("Push down through your heel.", "Push, e.g. now.", "abbreviation");
    expect_remark("Push down through your heel.", "- push.", "begins with '-'");
}

TEST(SpeechCheck, TellsWhatLeavesTheSideOpen) {
    expect_remark("through your heel", "through the working heel", "\"working\"");
    expect_remark("through your heel", "with your other leg", "\"other leg\"");
    expect_remark("{side} foot on", "left foot on", "no sentence of 'start' names the side");
    expect_remark("through your heel", "through your {left|left} heel", "the same for the left");
    EXPECT_EQ(unclear_side("Your other shoe."), "");
}

TEST(SpeechCheck, TellsAFigureInWordsThatLeaveTheSideOpen) {
    for (const auto* open : {"the working leg", "the other toes", "the other shoulder"}) {
        const auto lines = remarks_of_figure(std::string("Seen from the side: ") + open + " up.");
        ASSERT_EQ(lines.size(), 1U) << open;
        EXPECT_TRUE(lines.front().starts_with("17: 'text' says \"")) << lines.front();
    }
    EXPECT_EQ(remarks_of_figure("Seen at 45° (above): the {other} leg, then the other."),
              std::vector<std::string>{});
}

TEST(SpeechCheck, NoticesHardWords) {
    expect_remark("through your heel", "with your pelvis", "12 (notice): 'cues' says \"pelvis\"");
}

TEST(SpeechCheck, WantsAWayOutOfAHold) {
    std::string hold = changed(std::string(good), "finish = [\"Put your foot down.\"]\n", "");
    EXPECT_EQ(remarks_of(hold), std::vector<std::string>{});
    hold = changed(hold, "{ reps = [4, 10] }", "{ hold = \"20s\" }");
    const auto begin = hold.find("do = [");
    hold.replace(begin, hold.find("cues") - begin, "do = [\"Lift your hips.\"]\n");
    const auto lines = remarks_of(hold);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines.front().find("needs a 'finish'"), std::string::npos);
}

TEST(SpeechCheck, SaysHowManyRepsKeepTheWork) {
    expect_remark("{ reps = [4, 10] }", "{ reps = [4, 10], pace = \"4s\" }",
                  "14: pace 4s is shorter than the 5s of 'bridge'; 3 to 8 reps of 5s are the same "
                  "work");
    expect_remark("{ reps = [4, 10] }", "{ reps = 8, tempo = \"2-1-3-0\" }",
                  "'tempo' has 3 numbers, zeros aside, expected 2, one for each phase");
    EXPECT_EQ(remarks_of(changed(std::string(good), "{ reps = [4, 10] }",
                                 "{ reps = 8, tempo = \"2-0-4-0\" }")),
              std::vector<std::string>{});
}

TEST(SpeechCheck, WantsAsManyPhasesInEveryLanguage) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(good, "bridge", "f", faults);
    const auto german = parse_translation(
        "name = \"Brücke\"\ndo = [{ say = \"Heb das Becken.\", beat = \"hoch\" }]\n", "de", "g",
        faults);
    ASSERT_TRUE(source && german);
    const Lengths length = estimated_lengths();
    const auto book = support::german();
    const auto remarks =
        check_translation(source->exercise, german->translation, german->places, {length, *book});
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks.front().message, "'do' has 1 phases, expected 2, as many as the exercise");
    EXPECT_EQ(remarks.front().place.line, 2U);
    EXPECT_EQ(lacking(source->exercise, german->translation),
              (std::vector<std::string>{"start", "brief", "cues", "finish"}));
}

TEST(SpeechCheck, FindsNamesThatAnEarMixesUp) {
    EXPECT_EQ(names_too_close({"bridge", "bird dog", "Bridges", "plank"}).size(), 1U);
    EXPECT_TRUE(names_too_close({"bridge", "bird dog", "plank"}).empty());
}

TEST(Translations, AreGivenToTheExercisesOfALanguageThatIsSpoken) {
    const Library library({});
    EXPECT_TRUE(library.exercise("glute-bridge").translations.empty());
    library.speak("de");
    ASSERT_EQ(library.exercise("glute-bridge").translations.size(), 1U);
    EXPECT_EQ(library.exercise("glute-bridge").translations.front().name, "Brücke");
    EXPECT_EQ(library.exercise("bird-dog").translations.size(), 1U);
    library.speak("de");
    library.speak("en-gb");
    EXPECT_EQ(library.exercise("glute-bridge").translations.size(), 1U);
}

TEST(Translations, OfTheUserStandBesideTheirExercises) {
    const support::ScratchFolder folder;
    folder.write("exercises/fr/glute-bridge.toml", "name = \"Le pont\"\n");
    folder.write("exercises/de/bridge.toml", "name = \"Meine\"\n");
    folder.write("exercises/pt/bridge.toml", good);  // a folder of the physiotherapist's
    const Library library(folder.path());
    EXPECT_EQ(library.exercise("bridge").name, "Bridge");
    EXPECT_EQ(library.translation("bridge", "de")->translation.name, "Meine");
    EXPECT_EQ(library.translation("glute-bridge", "fr")->translation.name, "Le pont");
    EXPECT_FALSE(library.translation("bridge", "pt"));
    EXPECT_EQ(library.languages(), (std::vector<std::string>{"de", "fr"}));
}

TEST(Translations, OfABundledExerciseAreNotThoseOfOneThatTakesItsPlace) {
    const support::ScratchFolder folder;
    folder.write("exercises/glute-bridge.toml", good);
    EXPECT_FALSE(Library(folder.path()).translation("glute-bridge", "de"));
}

}  // namespace
}  // namespace hipflow::catalog
