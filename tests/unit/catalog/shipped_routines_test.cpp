// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "catalog/library.h"
#include "coach/prescribe.h"
#include "support/score_check.h"

namespace hipflow::catalog {
namespace {

using namespace std::chrono_literals;

Prescription prescribed(const Library& library, const std::string& id, Gate gate = Gate::none) {
    const Routine& routine = library.routine(id);
    const coach::ExerciseLookup lookup = [&](const std::string& name) -> const Exercise& {
        return library.exercise_of(routine, name);
    };
    return coach::prescribe(routine, lookup, {gate, std::nullopt});
}

bool is_lying(Position position) {
    return position == Position::supine || position == Position::prone ||
           position == Position::side_lying;
}

bool is_up(Position position) {
    return position == Position::chair || position == Position::standing;
}

// The time of each routine in seconds, without what was added so that the words fit.
TEST(ShippedRoutines, TakeAsLongAsTheirTableSays) {
    const Library library("");
    const std::map<std::string, double> table = {
        {"hip-rotation", 606},        {"hip-rotation-gentle", 408}, {"hip-rotation-strong", 645},
        {"gentle-day", 431},          {"desk-reset", 185},          {"piriformis-stretch", 494},
        {"low-back-relief", 468},     {"balance-rotation", 489},    {"morning-loosen", 306},
        {"five-minute-minimum", 284}, {"flare-up-day", 340},
    };
    for (const auto& entry : library.routines()) {
        if (entry.id == "rom-check") continue;  // a warm-up, not in the table
        ASSERT_TRUE(table.contains(entry.id)) << entry.id;
        const session::Timeline timeline = session::compile(prescribed(library, entry.id));
        const double seconds =
            static_cast<double>((timeline.total - timeline.lengthened).count()) / 1000;
        EXPECT_NEAR(seconds, table.at(entry.id), table.at(entry.id) / 10) << entry.id;
    }
    EXPECT_EQ(library.routines().size(), table.size() + 1);
}

TEST(ShippedRoutines, LieDownOnceAndGetUpOnce) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        bool has_lain = false;
        bool left_lying = false;
        bool got_up = false;
        for (const auto& step : library.routine(entry.id).steps) {
            const Position position = library.exercise(step.exercise).position;
            const bool lying = is_lying(position);
            EXPECT_FALSE(lying && left_lying) << entry.id << ": " << step.exercise;
            EXPECT_FALSE(!is_up(position) && got_up) << entry.id << ": " << step.exercise;
            has_lain = has_lain || lying;
            left_lying = left_lying || (has_lain && !lying);
            got_up = got_up || is_up(position);
        }
    }
}

TEST(ShippedRoutines, NameNoExerciseTwice) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        std::set<std::string> seen;
        for (const auto& step : library.routine(entry.id).steps) {
            EXPECT_TRUE(seen.insert(step.exercise).second) << entry.id << ": " << step.exercise;
        }
    }
}

TEST(ShippedRoutines, CountUnlessTheyAreABreakOrATest) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        const bool apart = entry.id == "desk-reset" || entry.id == "rom-check";
        EXPECT_EQ(library.routine(entry.id).counts, !apart) << entry.id;
    }
}

TEST(ShippedRoutines, GiveBothSidesTheSame) {
    const Library library("");
    for (const auto& entry : library.routines()) {
        for (const Gate gate : {Gate::none, Gate::gentle}) {
            const session::Timeline timeline =
                session::compile(prescribed(library, entry.id, gate));
            std::map<int, std::map<Side, Millis>> work;  // by step
            for (const auto& segment : timeline.segments) {
                if (session::is_work(segment.kind))
                    work[segment.key.step][segment.side] += segment.duration;
            }
            for (auto& [step, sides] : work) {
                EXPECT_EQ(sides[Side::left], sides[Side::right]) << entry.id << ", step " << step;
            }
        }
    }
}

/// Every routine, on either side first, for every rate at which anybody listens, with players that
/// start late: nothing that must be said is missing, cut or dropped.
TEST(ShippedRoutines, AreSpokenWithoutFault) {
    const Library library("");
    const std::vector<std::string> none;
    for (const auto& entry : library.routines()) {
        for (const int rate : {140, 160, 180, 200, 220}) {
            for (const Side first : {Side::left, Side::right}) {
                Prescription prescription = prescribed(library, entry.id);
                for (auto& step : prescription.steps) step.first = first;
                const auto script = session::make_script(
                    std::move(prescription), AskPeak::at_the_end, session::estimated_at(rate));
                EXPECT_EQ(support::faults_of(*script), none) << entry.id << " at " << rate;
                for (const int most : {0, 150, 400}) {
                    const auto dropped =
                        support::dropped_when_late(*script, [&](std::size_t block) {
                            return Millis((block * 7'919) % static_cast<std::size_t>(most + 1));
                        });
                    EXPECT_EQ(dropped, none) << entry.id << " at " << rate;
                }
            }
        }
    }
}

}  // namespace
}  // namespace hipflow::catalog
