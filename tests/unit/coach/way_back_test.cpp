// SPDX-License-Identifier: MIT
// What came down comes up again (docs/design/care.md, "Rules": the way back), in every routine that
// hipflow comes with: there the steps share ladders.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "catalog/library.h"
#include "coach/amounts.h"
#include "support/coach_story.h"

namespace hipflow::coach {
namespace {

using support::rung_of;
using support::Story;
using support::Told;

const Told easy{.before = 2, .peak = 2, .after = 2};

const catalog::Library& library() {
    static const catalog::Library shipped("");
    return shipped;
}

const Exercise& exercise(const std::string& id) { return library().exercise(id); }

/// A person who does a routine every other day.
class Doing {
   public:
    explicit Doing(const std::string& id)
        : routine_(library().routine(id)), story_(routine_, lookup()) {}

    void sessions(int number, const Told& told = easy, const std::string& of = "") {
        for (int i = 0; i < number; ++i, day_ += 2) {
            story_.session(day_, told, of.empty() ? routine_.steps.front().exercise : of);
            story_.morning(day_, 2);
        }
    }
    void rest(int days) { day_ += days; }
    /// The level that each step is given; 0 where it is given nothing.
    std::map<std::string, int> levels() const {
        const DayDecision today = story_.decided(day_);
        std::map<std::string, int> levels;
        for (const auto& step : routine_.steps) {
            const Standing& standing = today.standings.at(step.exercise);
            levels[step.exercise] = standing.left_out ? 0 : exercise(standing.rung).level;
        }
        return levels;
    }
    const Routine& routine() const { return routine_; }

   private:
    static ExerciseLookup lookup() {
        return [](const std::string& id) -> const Exercise& { return exercise(id); };
    }

    Routine routine_;
    Story story_;
    int day_ = 1;
};

void expect_no_less(const Doing& doing, const std::map<std::string, int>& before,
                    const std::string& after) {
    for (const auto& [id, level] : doing.levels()) {
        EXPECT_GE(level, before.at(id)) << doing.routine().id << ": " << id << ", " << after;
    }
}

constexpr int enough = 50;  // sessions

TEST(WayBack, LeadsEveryRoutineBackAfterABreak) {
    for (const auto& entry : library().routines()) {
        Doing doing(entry.id);
        doing.sessions(6);
        const auto before = doing.levels();
        doing.rest(35);
        doing.sessions(enough);
        expect_no_less(doing, before, "after five weeks off");
    }
}

TEST(WayBack, LeadsEveryExerciseBackAfterOneRed) {
    for (const char* id : {"hip-rotation", "balance-rotation", "hip-rotation-strong"}) {
        for (const auto& step : library().routine(id).steps) {
            Doing doing(id);
            doing.sessions(6);
            const auto before = doing.levels();
            doing.sessions(1, {.before = 2, .peak = 7, .after = 2}, step.exercise);
            doing.sessions(enough);
            expect_no_less(doing, before, "after a red of " + step.exercise);
        }
    }
}

// Else a step down would find nothing known of it, and write that down.
TEST(OnLadders, IsWhatLiesBelowARungAboveAsWell) {
    const auto ids =
        on_ladders_of(library().routine("gentle-day"),
                      [](const std::string& id) -> const Exercise& { return exercise(id); });
    EXPECT_TRUE(std::ranges::binary_search(ids, "bent-knee-fallout"));
}

TEST(HalfDose, IsLessThanTheLeastOfABand) {
    Exercise drill;
    drill.dose.reps = Band<int>{5, 9};
    Work work;
    work.exercise = drill;
    work.reps = 5;
    EXPECT_EQ(half_dose(work).reps, 3);
    work.reps.reset();
    work.hold = std::chrono::seconds(15);
    EXPECT_EQ(half_dose(work).hold, std::chrono::seconds(7));
    work.hold = std::chrono::seconds(6);
    EXPECT_EQ(half_dose(work).hold, std::chrono::seconds(5));
    work.sets = 2;
    EXPECT_EQ(half_dose(work).sets, 1);
}

TEST(WayBack, IsNotNeededByARoutineForSoreDays) {
    Story story(library().routine("gentle-day"),
                [](const std::string& id) -> const Exercise& { return exercise(id); });
    story.today.calm = true;
    int day = 1;
    for (int i = 0; i < enough; ++i, day += 2) {
        story.session(day, easy, "knee-to-chest-single");
        story.morning(day, 2);
    }
    const DayDecision today = story.decided(day);
    for (const auto& step : library().routine("gentle-day").steps) {
        EXPECT_LE(exercise(rung_of(today, step.exercise)).level, 1) << step.exercise;
    }
}

}  // namespace
}  // namespace hipflow::coach
