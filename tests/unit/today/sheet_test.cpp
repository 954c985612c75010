// SPDX-License-Identifier: MIT
#include "today/sheet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "domain/spoken_exercise.h"
#include "support/a_desk.h"
#include "today/cautions.h"
#include "today/routine_source.h"

namespace hipflow::today {
namespace {

using support::ADesk;

SheetValues sheet(Desk& desk, const std::string& routine) {
    return read_sheet(desk, find_routine(desk.library(), routine));
}

std::string joined_texts(const std::vector<Phrase>& phrases) {
    std::string text;
    for (const auto& phrase : phrases) text += phrase.text + '\n';
    return text;
}

/// A routine of steps over one drill with two sides.
void write_routine(const ADesk& desk, const std::string& steps) {
    desk.write_config("routines/mine.toml", R"(format = 1
name = "Mine"
[exercise.drill]
name = "Drill"
level = 1
position = "supine"
sides = "each"
risks = []
start = ["Put your {side} ankle on your {other} thigh."]
do = ["Stay."]
feel = "Your {side} hip."
avoid = ["the {other} knee hurts"]
figure = "figure-4-supine"
dose = { hold = "20s" }
)" + steps);
}

TEST(Sheet, HasEveryExerciseOfARoutineWithItsTextsAndFigure) {
    ADesk desk;
    const SheetValues values = sheet(*desk, "hip-rotation");
    EXPECT_EQ(values.name, "Hip rotation");
    EXPECT_EQ(values.exercises.size(), 8U);
    EXPECT_EQ(values.left_out, 0U);
    EXPECT_EQ(values.replaced, 0U);
    for (const auto& exercise : values.exercises) {
        EXPECT_FALSE(exercise.start.empty()) << exercise.name.text;
        EXPECT_FALSE(exercise.movement.empty()) << exercise.name.text;
        EXPECT_FALSE(exercise.feel.text.empty()) << exercise.name.text;
        EXPECT_FALSE(exercise.avoid.empty()) << exercise.name.text;
        ASSERT_TRUE(exercise.figure) << exercise.name.text;
        const std::string texts = joined_texts(exercise.start) + joined_texts(exercise.movement) +
                                  exercise.feel.text + joined_texts(exercise.avoid) +
                                  exercise.figure->text;
        EXPECT_EQ(texts.find('{'), std::string::npos) << texts;
    }
    EXPECT_EQ(values.made, support::day("2026-11-24"));
}

TEST(Sheet, TellsTheLeftSideAndThatTheOtherHasItsTurn) {
    ADesk desk;
    write_routine(desk, "[[step]]\nexercise = \"drill\"\n");
    const SheetValues values = sheet(desk.anew(), "mine");
    ASSERT_EQ(values.exercises.size(), 1U);
    const SheetExercise& drill = values.exercises.front();
    EXPECT_EQ(joined_texts(drill.start), "Put your left ankle on your right thigh.\n");
    EXPECT_EQ(drill.feel.text, "Your left hip.");
    EXPECT_EQ(joined_texts(drill.avoid), "the right knee hurts\n");
    EXPECT_TRUE(drill.other_side);
    EXPECT_EQ(drill.side, Side::left);
}

TEST(Sheet, TellsTheRightSideOfWhatIsDoneOnItAlone) {
    ADesk desk;
    write_routine(desk, "[[step]]\nexercise = \"drill\"\nsides = \"right\"\n");
    const SheetValues values = sheet(desk.anew(), "mine");
    const SheetExercise& drill = values.exercises.front();
    EXPECT_EQ(joined_texts(drill.start), "Put your right ankle on your left thigh.\n");
    EXPECT_FALSE(drill.other_side);
    EXPECT_EQ(drill.side, Side::right);
    ASSERT_TRUE(drill.figure);
    EXPECT_NE(drill.figure->text.find("right ankle"), std::string::npos) << drill.figure->text;
}

TEST(Sheet, TellsAnExerciseThatComesAgainOnce) {
    ADesk desk;
    const std::string step = "[[step]]\nexercise = \"drill\"\n";
    write_routine(desk, step + step + step + "sides = \"left\"\n");
    const SheetValues values = sheet(desk.anew(), "mine");
    ASSERT_EQ(values.exercises.size(), 2U);
    EXPECT_EQ(values.exercises.front().steps, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(values.exercises.back().steps, std::vector<std::size_t>{2});
}

TEST(Sheet, OfABlockThatIsDoneSideBySideIsForBoth) {
    ADesk desk;
    write_routine(desk,
                  "[[block]]\nrounds = 2\nsides = \"whole-block-then-other-side\"\n"
                  "[[block.step]]\nexercise = \"drill\"\n");
    const SheetValues values = sheet(desk.anew(), "mine");
    ASSERT_EQ(values.exercises.size(), 1U);
    EXPECT_TRUE(values.exercises.front().other_side);
    EXPECT_EQ(values.exercises.front().side, Side::left);
    EXPECT_EQ(values.left_out, 0U);
}

TEST(Sheet, IsInTheLanguageOfTheRoutine) {
    ADesk desk;
    desk.write_config("config.toml",
                      "format = 1\n[session]\nlanguage = \"de\"\n[me]\nweek_starts = \"sunday\"\n");
    const SheetValues values = sheet(desk.anew(), "desk-reset");
    EXPECT_EQ(values.care.language, "de");
    EXPECT_EQ(values.week_starts, std::chrono::Sunday);
    for (const auto& exercise : values.exercises) {
        EXPECT_EQ(exercise.name.language, "de") << exercise.name.text;
        for (const auto& phrase : exercise.start) EXPECT_EQ(phrase.language, "de") << phrase.text;
    }
}

TEST(Sheet, LeavesOutWhatIsOnlyForTheEars) {
    ADesk desk;
    EXPECT_EQ(spoken(desk->library().exercise("walk"), "en").start.size(), 3U) << "it is said";
    const SheetValues values = sheet(*desk, "walk-and-turn");
    EXPECT_EQ(values.exercises.front().start.size(), 2U);
    for (const std::string language : {"en", "de"}) {
        desk.write_config("config.toml",
                          "format = 1\n[session]\nlanguage = \"" + language + "\"\n");
        Desk& anew = desk.anew();
        for (const auto& entry : anew.library().routines()) {
            for (const auto& exercise : sheet(anew, entry.id).exercises) {
                const std::string texts =
                    joined_texts(exercise.start) + joined_texts(exercise.movement);
                EXPECT_EQ(texts.find("voice"), std::string::npos) << texts;
                EXPECT_EQ(texts.find("Stimme"), std::string::npos) << texts;
            }
        }
    }
}

TEST(Sheet, KnowsTheFlareUpDay) {
    ADesk desk;
    EXPECT_TRUE(sheet(*desk, "flare-up-day").in_flare);
    EXPECT_FALSE(sheet(*desk, "gentle-day").in_flare);
}

TEST(Sheet, SaysWhatSeveralExercisesShareOnce) {
    ADesk desk;
    const SheetValues values = sheet(*desk, "hip-rotation");
    const std::string surgery =
        "hip replacement or hip surgery: wait until your surgeon or physiotherapist agrees";
    ASSERT_EQ(values.shared.size(), 1U);
    EXPECT_EQ(values.shared.front().text.text, surgery);
    EXPECT_GE(values.shared.front().exercises.size(), 3U);
    for (const auto& exercise : values.exercises) {
        EXPECT_EQ(joined_texts(exercise.avoid).find(surgery), std::string::npos);
    }
}

TEST(Cautions, ComeWithOperationsAndLegSignsFirst) {
    std::vector<Phrase> cautions = {{"a sore shoulder: leave the arm down", "en"},
                                    {"your back arches: move the legs only", "en"},
                                    {"tingling down the leg: stop", "en"},
                                    {"your legs go numb: change the position", "en"},
                                    {"hip surgery: wait until your surgeon agrees", "en"}};
    order_cautions(cautions);
    EXPECT_EQ(joined_texts(cautions),
              "hip surgery: wait until your surgeon agrees\n"
              "tingling down the leg: stop\n"
              "your legs go numb: change the position\n"
              "a sore shoulder: leave the arm down\n"
              "your back arches: move the legs only\n");
    EXPECT_EQ(caution_rank({"ein Wirbelbruch: warte", "de"}), 0);
    EXPECT_EQ(caution_rank({"die Beine werden taub: ändere die Lage", "de"}), 1);
}

TEST(Cautions, AreSharedFromThreeExercisesOnAndOnlyIfTheyMatter) {
    const Phrase surgery{"hip surgery: wait", "en"};
    const Phrase knee{"knee pain: do less", "en"};
    std::vector<std::vector<Phrase>> exercises(3, {surgery, knee});
    std::vector<std::vector<Phrase>*> two = {exercises.data(), &exercises[1]};
    EXPECT_TRUE(take_shared(two).empty());
    two.push_back(&exercises[2]);
    const auto shared = take_shared(two);
    ASSERT_EQ(shared.size(), 1U);
    EXPECT_EQ(shared.front().text, surgery);
    EXPECT_EQ(shared.front().exercises, (std::vector<std::size_t>{0, 1, 2}));
    for (const auto& exercise : exercises) EXPECT_EQ(exercise, std::vector{knee});
}

TEST(Sheet, LeavesOutAndReplacesWhatThePersonDoes) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\n[me]\nrestrictions = [\"no-floor\"]\n");
    const SheetValues values = sheet(desk.anew(), "hip-rotation");
    EXPECT_GT(values.left_out + values.replaced, 0U);
    const bool any_on_floor = std::ranges::any_of(values.session.steps, [](const auto& step) {
        return is_lying(step.work.exercise.position) && step.work.exercise.on != Surface::bed;
    });
    EXPECT_FALSE(any_on_floor);
}

}  // namespace
}  // namespace hipflow::today
