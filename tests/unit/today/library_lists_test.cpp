// SPDX-License-Identifier: MIT
#include "today/library_lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/a_desk.h"
#include "today/preferences.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

/// An exercise file of the user's, with lines of its own at the end.
void write_exercise(const ADesk& desk, const std::string& id, std::string_view rest) {
    desk.write_config("exercises/" + id + ".toml",
                      "format = 1\nname = \"Mine\"\nlevel = 1\nposition = \"chair\"\n"
                      "sides = \"both\"\nrisks = []\nstart = \"Sit.\"\ndo = [\"Turn.\"]\n"
                      "dose = { reps = 8, pace = \"5s\" }\n" +
                          std::string(rest));
}

std::vector<ListedExercise> exercises(Desk& desk, const LibraryFilter& filter) {
    FaultyFiles faulty;
    auto found = listed_exercises(desk.library(), {}, filter, faulty);
    faulty.refuse_any();
    return found;
}

TEST(FigureWords, AreThoseOfTheSide) {
    ADesk desk;
    const catalog::Library& library = desk->library();
    const auto words = [&](const std::string& id, Side side) {
        const Exercise& exercise = library.exercise(id);
        return figure_words(library, exercise, *library.figure_of({}, exercise), side);
    };
    EXPECT_NE(words("figure-4-seated", Side::left).find("the left ankle on the right knee"),
              std::string::npos);
    EXPECT_NE(words("figure-4-seated", Side::right).find("the right ankle on the left knee"),
              std::string::npos);
    EXPECT_EQ(words("figure-4-seated", Side::both), words("figure-4-seated", Side::left));
}

TEST(FigureWords, OfABorrowedFigureAreInTheLanguageOfItsLender) {
    ADesk desk;
    write_exercise(desk, "mine", "language = \"de\"\nfigure = \"figure-4-seated\"\n");
    const catalog::Library& library = desk.anew().library();
    const Exercise& mine = library.exercise("mine");
    const std::string words =
        figure_words(library, mine, *library.figure_of({}, mine), Side::right);
    EXPECT_NE(words.find("the right ankle on the left knee"), std::string::npos) << words;
}

TEST(ListedExercises, PassTheFilter) {
    ADesk desk;
    const auto all = exercises(*desk, {});
    const auto seated = exercises(*desk, {.positions = {Position::chair}});
    EXPECT_LT(seated.size(), all.size());
    EXPECT_TRUE(std::ranges::all_of(
        seated, [](const auto& one) { return one.exercise->position == Position::chair; }));
    const auto gentle = exercises(*desk, {.level = 1, .target = "piriformis"});
    EXPECT_FALSE(gentle.empty());
    EXPECT_TRUE(
        std::ranges::all_of(gentle, [](const auto& one) { return one.exercise->level == 1; }));
}

TEST(ListedExercises, NeedNoMoreThanIsAtHand) {
    ADesk desk;
    std::set<std::string> comforts;
    for (const auto& one : exercises(*desk, {.needs = {"none"}})) {
        comforts.insert(one.exercise->needs.begin(), one.exercise->needs.end());
    }
    EXPECT_EQ(comforts, (std::set<std::string>{"cushion", "mat"}));
}

TEST(ListedExercises, AreListedBesideFilesWithFaults) {
    ADesk desk;
    desk.write_config("exercises/mine.toml", "format = 7\n");
    desk.anew();
    FaultyFiles faulty;
    EXPECT_FALSE(listed_exercises(desk->library(), {}, {}, faulty).empty());
    EXPECT_NE(error_of([&] { faulty.refuse_any(); }).find("mine.toml"), std::string::npos);
}

TEST(ListedRoutines, AreTheSameByTheBuildAndByTheirFiles) {
    ADesk desk;
    FaultyFiles faulty;
    const auto shipped = listed_routines(desk->library(), {}, {}, {}, faulty);
    Person nobody;
    nobody.avoided = {"no-such-exercise"};  // so that the files are read
    const auto read = listed_routines(desk->library(), {}, nobody, {}, faulty);
    ASSERT_EQ(shipped.size(), read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(shipped[i].entry->id, read[i].entry->id);
        EXPECT_EQ(shipped[i].total, read[i].total) << read[i].entry->id;
        EXPECT_EQ(shipped[i].needs, read[i].needs) << read[i].entry->id;
        EXPECT_EQ(shipped[i].positions, read[i].positions) << read[i].entry->id;
    }
}

TEST(ListedRoutines, AreAsTheUsersOwnExercisesMakeThem) {
    ADesk desk;
    write_exercise(desk, "glute-bridge", "needs = [\"band\"]\n");
    desk.anew();
    FaultyFiles faulty;
    const auto listed = listed_routines(desk->library(), {}, {}, {}, faulty);
    const auto minimum = std::ranges::find_if(
        listed, [](const ListedRoutine& one) { return one.entry->id == "five-minute-minimum"; });
    ASSERT_NE(minimum, listed.end());
    EXPECT_EQ(std::ranges::count(minimum->needs, "band"), 1);
}

TEST(ListedRoutines, TellAFaultOnceThatSeveralOfThemHave) {
    ADesk desk;
    desk.write_config("exercises/glute-bridge.toml", "format = 7\n");
    desk.anew();
    FaultyFiles faulty;
    const auto listed = listed_routines(desk->library(), {}, {}, {}, faulty);
    EXPECT_LT(listed.size() + 1, desk->library().routines().size());
    try {
        faulty.refuse_any();
        FAIL();
    } catch (const FileError& error) {
        EXPECT_EQ(error.faults().size(), 1U) << error.what();
    }
}

TEST(ListedPrograms, ShowThoseWithoutFaultsAndKeepTheFaultsOfTheOthers) {
    ADesk desk;
    FaultyFiles none;
    const auto shipped = listed_programs(desk->library(), none).size();
    EXPECT_GT(shipped, 0U);
    EXPECT_NO_THROW(none.refuse_any());
    desk.write_config("programs/mine.toml", "format = 7\n");
    desk.anew();
    FaultyFiles faulty;
    EXPECT_EQ(listed_programs(desk->library(), faulty).size(), shipped);
    EXPECT_THROW(faulty.refuse_any(), FileError);
}

TEST(Ladder, GoesFromTheEasiestToTheHardest) {
    ADesk desk;
    const auto ladder = ladder_of(desk->library(), desk->library().exercise("figure-4-supine"));
    ASSERT_GT(ladder.size(), 1U);
    for (std::size_t i = 1; i < ladder.size(); ++i) {
        EXPECT_EQ(ladder[i].easier, ladder[i - 1].id);
    }
}

TEST(Ladder, EndsWhereItsLinksLeadInACircle) {
    ADesk desk;
    write_exercise(desk, "one", "easier = \"two\"\nharder = \"two\"\n");
    write_exercise(desk, "two", "easier = \"one\"\nharder = \"one\"\n");
    desk.anew();
    const auto ladder = ladder_of(desk->library(), desk->library().exercise("one"));
    ASSERT_EQ(ladder.size(), 2U);
    EXPECT_EQ(ladder[0].id, "two");
    EXPECT_EQ(ladder[1].id, "one");
}

}  // namespace
}  // namespace hipflow::today
