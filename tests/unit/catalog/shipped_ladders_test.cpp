// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "catalog/library.h"

namespace hipflow::catalog {
namespace {

using Ids = std::vector<std::string>;

/// From an exercise to the end of its ladder.
Ids upwards(const Library& library, const std::string& from) {
    Ids ids;
    for (std::optional<std::string> id = from; id; id = library.exercise(*id).harder) {
        ids.push_back(*id);
    }
    return ids;
}

// The ladders, with their variants.
TEST(ShippedLadders, HaveAllTheirRungs) {
    const Library library("");
    // Who leaves the wipers goes on turning in. The fallout, which only turns out, leads to the
    // same rung, and is the gentler way back from it.
    EXPECT_EQ(upwards(library, "knees-in-and-out-seated"),
              (Ids{"knees-in-and-out-seated", "hip-rotation-seated", "windshield-wipers-supine",
                   "inward-hold-supine", "prone-hip-rotation", "prone-hip-rotation-one-leg",
                   "hip-switch-90-90", "hip-switch-90-90-hands-free"}));
    EXPECT_EQ(library.exercise("bent-knee-fallout").harder, "prone-hip-rotation");
    EXPECT_EQ(library.exercise("bent-knee-fallout").easier, "windshield-wipers-supine");
    EXPECT_EQ(library.exercise("prone-hip-rotation").easier, "bent-knee-fallout");
    EXPECT_EQ(
        upwards(library, "figure-4-seated"),
        (Ids{"figure-4-seated", "figure-4-supine", "knee-to-opposite-shoulder", "hip-lean-90-90"}));
    EXPECT_EQ(upwards(library, "clamshell"),
              (Ids{"clamshell", "clamshell-band", "side-lying-abduction", "side-plank-knee",
                   "side-plank-clam"}));
    EXPECT_EQ(
        upwards(library, "clamshell-reverse"),
        (Ids{"clamshell-reverse", "side-lying-abduction", "side-plank-knee", "side-plank-clam"}));
    EXPECT_EQ(upwards(library, "pelvic-tilt-supine"),
              (Ids{"pelvic-tilt-supine", "glute-bridge", "single-leg-bridge"}));
    EXPECT_EQ(upwards(library, "heel-slide-supine"),
              (Ids{"heel-slide-supine", "dead-bug-march", "dead-bug-legs", "dead-bug"}));
    EXPECT_EQ(upwards(library, "bird-dog-leg"), (Ids{"bird-dog-leg", "bird-dog"}));
    EXPECT_EQ(upwards(library, "step-tap-pivot"),
              (Ids{"step-tap-pivot", "hip-cars-standing", "hip-airplane-kickstand",
                   "hip-airplane-supported"}));
    EXPECT_EQ(upwards(library, "cat-cow-seated"), (Ids{"cat-cow-seated", "cat-cow"}));
    EXPECT_EQ(upwards(library, "mini-squat-counter"),
              (Ids{"mini-squat-counter", "sit-to-stand", "step-down-slow"}));
    EXPECT_EQ(upwards(library, "hip-abduction-counter"),
              (Ids{"hip-abduction-counter", "hip-hitch"}));
}

// Rest on the back and rest on the side stand in for each other. On a ladder, whoever rests on the
// side for a reason would climb to the back one day.
TEST(ShippedLadders, HaveNoRests) {
    const Library library("");
    for (const auto* id : {"rest-90-90", "rest-side-lying"}) {
        EXPECT_FALSE(library.exercise(id).easier) << id;
        EXPECT_FALSE(library.exercise(id).harder) << id;
    }
}

TEST(ShippedLadders, NeverGetEasierWithAHigherLevel) {
    const Library library("");
    for (const auto& entry : library.exercises()) {
        const Exercise& exercise = library.exercise(entry.id);
        if (exercise.easier) {
            EXPECT_LE(library.exercise(*exercise.easier).level, exercise.level) << entry.id;
        }
        if (exercise.harder) {
            EXPECT_GE(library.exercise(*exercise.harder).level, exercise.level) << entry.id;
        }
    }
    for (const auto& entry : library.routines()) {
        const Routine& routine = library.routine(entry.id);
        if (routine.easier) {
            EXPECT_LT(library.routine(*routine.easier).level, routine.level) << entry.id;
        }
    }
}

TEST(ShippedLadders, ReachEveryExerciseFromARoutine) {
    const Library library("");
    std::set<std::string> reached;
    Ids open;
    for (const auto& entry : library.routines()) {
        for (const auto& step : library.routine(entry.id).steps) open.push_back(step.exercise);
    }
    // A rung with two below it names one of them; the other is on its ladder all the same.
    const auto neighbours = [&](const std::string& id) {
        Ids ids;
        for (const auto& entry : library.exercises()) {
            const Exercise& other = library.exercise(entry.id);
            const bool above = other.easier == id || library.exercise(id).harder == entry.id;
            const bool below = other.harder == id || library.exercise(id).easier == entry.id;
            if (above || below) ids.push_back(entry.id);
        }
        return ids;
    };
    // Only dead bug stands on a ladder of its own; it is there for routines of one's own.
    open.emplace_back("dead-bug");
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!reached.insert(id).second) continue;
        for (const auto& next : neighbours(id)) open.push_back(next);
    }
    for (const auto& entry : library.exercises())
        EXPECT_TRUE(reached.contains(entry.id)) << entry.id;
}

TEST(ShippedLadders, OfRoutinesAreTheThreeFormsOfTheFullSession) {
    const Library library("");
    EXPECT_EQ(library.routine("hip-rotation").easier, "hip-rotation-gentle");
    EXPECT_EQ(library.routine("hip-rotation").harder, "hip-rotation-strong");
}

}  // namespace
}  // namespace hipflow::catalog
