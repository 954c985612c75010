// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/bundled.h"
#include "catalog/content_files.h"
#include "catalog/figure_check.h"
#include "figure/movement.h"

namespace hipflow::catalog {
namespace {

/// The exercises as their files have them: the library adds the risks that a figure shows.
std::vector<Exercise> all_exercises() {
    std::vector<Exercise> exercises;
    std::vector<Diagnostic> faults;
    for (const auto& file : bundled_exercises()) {
        auto parsed = parse_exercise(file.text, file.id, std::string(file.id), faults);
        if (parsed) exercises.push_back(std::move(parsed->exercise));
    }
    EXPECT_EQ(exercises.size(), bundled_exercises().size());
    return exercises;
}

std::vector<std::string> faults_of(const Exercise& exercise) {
    std::vector<std::string> faults;
    for (const auto& warning : figure_warnings(exercise, exercise.figure.value(), {}, "")) {
        faults.push_back(warning.text());
    }
    return faults;
}

// What a figure shows and no risk says may harm somebody; what no body does teaches nothing.
TEST(ShippedPictures, NeedNoWarning) {
    for (const auto& exercise : all_exercises()) {
        EXPECT_EQ(faults_of(exercise), std::vector<std::string>{}) << exercise.id;
    }
}

TEST(ShippedPictures, HaveANoteOnlyWhereARiskIsNotShown) {
    for (auto exercise : all_exercises()) {
        if (!exercise.risks_note) continue;
        EXPECT_TRUE(exercise.risks_note->ends_with('.')) << exercise.id;
        exercise.risks_note.reset();
        EXPECT_FALSE(faults_of(exercise).empty()) << exercise.id;
    }
}

TEST(ShippedPictures, SayFirstWhereTheyAreSeenFrom) {
    constexpr std::size_t three_sentences = 290;
    for (const auto& exercise : all_exercises()) {
        const std::string& text = exercise.figure->text;
        EXPECT_TRUE(text.starts_with("Seen from ") || text.starts_with("Seen at an angle from "))
            << exercise.id << ": " << text;
        EXPECT_LE(text.size(), three_sentences) << exercise.id << ": " << text;
        EXPECT_TRUE(text.ends_with('.')) << exercise.id << ": " << text;
    }
}

/// The places of hands and feet, left before right.
std::vector<std::pair<std::string_view, figure::Vec>> ends_of(const figure::Body& body) {
    return {{"left hand", body.arm.left.wrist},
            {"right hand", body.arm.right.wrist},
            {"left foot", body.leg.left.ankle},
            {"right foot", body.leg.right.ankle}};
}

// A foot that carries somebody and slides on the way is not the movement that is meant.
TEST(ShippedPictures, KeepInPlaceWhatIsInOnePlaceInBothPoses) {
    constexpr double one_place = 0.006;
    constexpr double most = 0.010;
    constexpr int moments = 10;
    for (const auto& exercise : all_exercises()) {
        const figure::Movement movement(*exercise.figure);
        const auto& frames = exercise.figure->frames;
        for (std::size_t i = 0; i + 1 < frames.size(); ++i) {
            const double begin = frames[i].share;
            const double size = frames[i + 1].share - begin;
            const auto before = ends_of(movement.at(begin));
            const auto after = ends_of(movement.at(begin + size));
            for (int m = 1; m < moments; ++m) {
                const auto on_the_way = ends_of(movement.at(begin + size * m / moments));
                for (std::size_t k = 0; k < before.size(); ++k) {
                    const auto& [name, place] = before[k];
                    if (figure::distance(after[k].second, place) > one_place) continue;
                    EXPECT_LE(figure::distance(on_the_way[k].second, place), most)
                        << exercise.id << ": the " << name << " at " << begin + size * m / moments;
                }
            }
        }
    }
}

}  // namespace
}  // namespace hipflow::catalog
