// SPDX-License-Identifier: MIT
#include "catalog/one_file.h"

#include <gtest/gtest.h>

#include <array>

#include "catalog/bundled.h"
#include "catalog/content_files.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

RoutineFile read(const std::string& text) {
    std::vector<Diagnostic> faults;
    auto source = parse_routine(text, "r", "r.toml", faults);
    EXPECT_EQ(texts_of(faults), Lines{}) << text;
    return source.value_or(RoutineFile{});
}

std::string routine_with(const std::string& exercise) {
    return "#:schema ../x.json\nformat = 1\nname = \"R\" # mine\n[[step]]\nexercise = \"" +
           exercise + "\"\n";
}

TEST(OneFile, HoldsEveryBundledExerciseAsItsOwnFileDoes) {
    for (const BundledFile& file : bundled_exercises()) {
        std::vector<Diagnostic> faults;
        const auto alone = parse_exercise(file.text, file.id, "x.toml", faults);
        ASSERT_TRUE(alone) << file.id;
        const std::array texts{ExerciseText{std::string(file.id), std::string(file.text)}};
        const std::string text = in_one_file(routine_with(std::string(file.id)), texts);
        const auto together = read(text).routine.inline_exercises;
        ASSERT_EQ(together.size(), 1U) << file.id;
        EXPECT_EQ(together.front(), alone->exercise) << file.id;
    }
}

TEST(OneFile, KeepsTheCommentsAndLeavesTheSchemasOut) {
    const std::array texts{ExerciseText{"a",
                                        "#:schema ../y.json\r\n# Of the clinic.\r\nformat = 1\r\n"
                                        "name = \"A\"\r\n[dose]\r\nhold = \"9s\"\r\n"}};
    EXPECT_EQ(in_one_file(routine_with("a"), texts),
              "format = 1\nname = \"R\" # mine\n[[step]]\nexercise = \"a\"\n"
              "\n[exercise.a]\n# Of the clinic.\nname = \"A\"\n[exercise.a.dose]\nhold = \"9s\"\n");
}

TEST(OneFile, MovesTablesOfTablesAndLeavesListsAlone) {
    const std::array texts{
        ExerciseText{"a", "cues = [\n[\"x\"],\n]\n[figure]\n  [[figure.pose]]\nat = 1\n"}};
    EXPECT_EQ(in_one_file("", texts),
              "\n[exercise.a]\ncues = [\n[\"x\"],\n]\n[exercise.a.figure]\n"
              "  [[exercise.a.figure.pose]]\nat = 1\n");
}

}  // namespace
}  // namespace hipflow::catalog
