// SPDX-License-Identifier: MIT
#include "today/library_lists.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/a_desk.h"
#include "today/preferences.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

std::vector<ListedExercise> exercises(Desk& desk, const LibraryFilter& filter) {
    FaultyFiles faulty;
    auto found = listed_exercises(desk.library(), {}, filter, faulty);
    faulty.refuse_any();
    return found;
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
    for (const auto& one : exercises(*desk, {.needs = {"none"}})) {
        for (const auto& thing : one.exercise->needs) {
            EXPECT_TRUE(thing == "mat" || thing == "cushion") << one.entry->id << ' ' << thing;
        }
    }
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
    const auto shipped = listed_routines(desk->library(), {}, {}, faulty);
    Person nobody;
    nobody.avoided = {"no-such-exercise"};  // so that the files are read
    const auto read = listed_routines(desk->library(), nobody, {}, faulty);
    ASSERT_EQ(shipped.size(), read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(shipped[i].entry->id, read[i].entry->id);
        EXPECT_EQ(shipped[i].total, read[i].total) << read[i].entry->id;
        EXPECT_EQ(shipped[i].needs, read[i].needs) << read[i].entry->id;
        EXPECT_EQ(shipped[i].positions, read[i].positions) << read[i].entry->id;
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

}  // namespace
}  // namespace hipflow::today
