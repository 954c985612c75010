// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/content_files.h"
#include "catalog/library.h"
#include "support/scratch_folder.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view whole = R"(format = 1
name = "Two weeks"
summary = "Short."
per_week = 2
tokens = 1
repeat_below = 1

[[week]]
cap = 1
sessions = ["gentle-day", "*"]
test = { start = ["range", "function"], end = ["function"] }

[[week]]
cap = [1, 2]
sessions = ["hip-rotation", "hip-rotation"]

[after]
per_week = 1
sessions = ["*"]
)";

Lines complaints(const std::string& text) {
    std::vector<Diagnostic> faults;
    const bool fits = parse_program(text, "x", "f", faults).has_value();
    EXPECT_EQ(fits, faults.empty());
    return texts_of(faults);
}

std::string without(std::string_view part, std::string_view instead = "") {
    std::string text(whole);
    return text.replace(text.find(part), part.size(), instead);
}

TEST(ParseProgram, ReadsEveryField) {
    std::vector<Diagnostic> faults;
    const auto source = parse_program(whole, "two", "f", faults);
    ASSERT_TRUE(source) << texts_of(faults).front();
    Program expected;
    expected.id = "two";
    expected.name = "Two weeks";
    expected.summary = "Short.";
    expected.per_week = 2;
    expected.tokens = 1;
    expected.repeat_below = 1;
    expected.weeks = {{{1, 1},
                       {"gentle-day", "*"},
                       {Measured::rotation, Measured::function},
                       {Measured::function}},
                      {{1, 2}, {"hip-rotation", "hip-rotation"}, {}, {}}};
    expected.after = {1, {"*"}};
    EXPECT_EQ(source->program, expected);
    ASSERT_EQ(source->routines.size(), 3U);
    EXPECT_EQ(source->routines[0].place, (Place{10, 13}));
}

TEST(ParseProgram, NeedsItsKeys) {
    EXPECT_EQ(complaints("format = 1\n").size(), 3U);  // name, per_week, week
    EXPECT_EQ(complaints(without("cap = 1\n")).size(), 1U);
    EXPECT_EQ(complaints(without("sessions = [\"gentle-day\", \"*\"]\n")).size(), 1U);
}

TEST(ParseProgram, RefusesWhatDoesNotFit) {
    EXPECT_EQ(complaints(without("cap = [1, 2]", "cap = [2, 1]")).size(), 1U);
    EXPECT_EQ(complaints(without("cap = 1\n", "cap = 4\n")).size(), 1U);
    EXPECT_EQ(complaints(without("repeat_below = 1", "repeat_below = 3")).size(), 1U);
    EXPECT_EQ(complaints(without("\"range\", ", "\"rage\", ")),
              (Lines{R"(f:11:19: unknown "rage" in 'start', expected "range" or "function")"}));
    EXPECT_EQ(complaints(without("\"gentle-day\", \"*\"", "\"gentle-day\"")),
              (Lines{"f:10:12: 'sessions' has 1, expected 2, as 'per_week' says"}));
    EXPECT_EQ(complaints(without("\"gentle-day\"", "\"../x\"")),
              (Lines{"f:10:13: \"../x\" in 'sessions' cannot name a routine; expected the name of "
                     "one, or \"*\" for any"}));
    EXPECT_EQ(complaints(without("[\"gentle-day\", \"*\"]", "\"gentle-day\"")).size(), 1U);
    EXPECT_EQ(complaints(without("tokens = 1", "token = 1")).size(), 1U);
}

TEST(LibraryPrograms, NameRoutinesThatThereAre) {
    const support::ScratchFolder folder;
    folder.write("programs/mine.toml", without("\"hip-rotation\", ", "\"hip-rotatoin\", "));
    const Library library(folder.path());
    try {
        library.program_source("mine");
        FAIL() << "an unknown routine";
    } catch (const FileError& error) {
        ASSERT_EQ(error.faults().size(), 1U);
        EXPECT_EQ(error.faults()[0].line, 15U);
        EXPECT_EQ(error.faults()[0].message,
                  "there is no routine 'hip-rotatoin'. Did you mean 'hip-rotation'? 'hipflow "
                  "routine list' shows all.");
    }
    EXPECT_EQ(library.check().size(), 1U);
}

// The programs that are shipped: docs/design/care.md, "Programs".
TEST(LibraryPrograms, HaveTheSixWeeks) {
    const Library library("");
    const Program& program = library.program_source("steady-six").program;
    ASSERT_EQ(program.weeks.size(), 6U);
    const std::vector<Band<int>> caps = {{1, 1}, {1, 2}, {2, 2}, {2, 2}, {3, 3}, {3, 3}};
    for (std::size_t week = 0; week < caps.size(); ++week) {
        EXPECT_EQ(program.weeks[week].cap, caps[week]) << week;
        EXPECT_EQ(program.weeks[week].sessions.size(), 5U) << week;
    }
    EXPECT_EQ(program.weeks[0].test_at_start.size(), 2U);
    EXPECT_EQ(program.weeks[2].test_at_end.size(), 2U);
    EXPECT_EQ(program.weeks[5].test_at_end.size(), 2U);
    EXPECT_EQ(program.repeat_below, 3);
    EXPECT_EQ(program.tokens, 1);
    EXPECT_EQ(program.after.per_week, 3);
}

}  // namespace
}  // namespace hipflow::catalog
