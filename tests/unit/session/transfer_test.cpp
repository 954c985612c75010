// SPDX-License-Identifier: MIT
#include "session/transfer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "session/passage.h"
#include "session/player.h"
#include "support/english.h"
#include "support/spoken_sessions.h"

namespace hipflow::session {
namespace {

using namespace std::chrono_literals;
using namespace support;
using Lines = std::vector<std::string>;

Millis between(Position from, Position to) { return transfer_time(Stance{from}, Stance{to}); }

TEST(Transfer, TakeTheTimeOfTheTable) {
    EXPECT_EQ(transfer_time({}, Stance{Position::supine}), 15s);
    EXPECT_EQ(transfer_time({}, Stance{Position::chair}), 8s);
    EXPECT_EQ(between(Position::supine, Position::supine), 0s);
    EXPECT_EQ(between(Position::supine, Position::standing), 20s);
    EXPECT_EQ(between(Position::chair, Position::all_fours), 20s);
    EXPECT_EQ(between(Position::chair, Position::standing), 10s);
    EXPECT_EQ(between(Position::supine, Position::side_lying), 6s);
    EXPECT_EQ(between(Position::side_lying, Position::prone), 8s);
    EXPECT_EQ(between(Position::prone, Position::supine), 12s);
    EXPECT_EQ(between(Position::supine, Position::all_fours), 10s);
    EXPECT_EQ(between(Position::all_fours, Position::floor_sitting), 8s);
}

// A bed is like a chair to whoever gets onto it, and like the floor to whoever turns over on it.
TEST(Transfer, CountABedAsAChair) {
    const Stance back{Position::supine, Surface::bed};
    const Stance side{Position::side_lying, Surface::bed};
    const Stance fours{Position::all_fours, Surface::bed};
    EXPECT_EQ(transfer_time({}, back), 8s);
    EXPECT_EQ(transfer_time(Stance{Position::standing}, back), 10s);
    EXPECT_EQ(transfer_time(back, Stance{Position::chair}), 10s);
    EXPECT_EQ(transfer_time(back, Stance{Position::supine}), 20s);
    EXPECT_EQ(transfer_time(Stance{Position::half_kneeling}, back), 20s);
    EXPECT_EQ(transfer_time(back, side), 6s);
    EXPECT_EQ(transfer_time(fours, back), 10s);
    EXPECT_EQ(transfer_time(back, back), 0s);
}

TEST(Transfer, TakeTheTimeToChangeSidesFromThePosition) {
    Exercise exercise;
    exercise.position = Position::supine;
    EXPECT_EQ(change_time(exercise), 5s);
    exercise.position = Position::standing;
    EXPECT_EQ(change_time(exercise), 6s);
    exercise.position = Position::floor_sitting;
    EXPECT_EQ(change_time(exercise), 10s);
    exercise.position = Position::half_kneeling;
    EXPECT_EQ(change_time(exercise), 12s);
    exercise.position = Position::side_lying;
    EXPECT_EQ(change_time(exercise), 14s) << "who lies on the side rolls over";
    exercise.change = SideChange::turn;
    EXPECT_EQ(change_time(exercise), 10s);
}

std::shared_ptr<const Script> said(std::vector<PrescribedStep> steps) {
    return make_script(spoken_session(std::move(steps)), AskPeak::at_the_end, one_second_each());
}

/// The steps before which one is told to use the bed or the floor.
Lines told_surfaces(const session::Script& script) {
    Lines told;
    for (const auto& cue : script.cues) {
        const bool bed = cue.text == "Use the bed from here on, not the floor.";
        const bool floor = cue.text == "Use the floor again from here on.";
        if (!bed && !floor) continue;
        const int step = script.timeline.segments.at(cue.segment).key.step;
        told.push_back(fmt::format("{} {}", step, bed ? "bed" : "floor"));
    }
    return told;
}

PrescribedStep on_bed(PrescribedStep step) {
    put_on(step.work.exercise, Surface::bed);
    return step;
}

PrescribedStep seated(PrescribedStep step) {
    step.work.exercise.position = Position::chair;
    return step;
}

TEST(Passage, SaysOnceThatTheBedIsUsed) {
    for (const Guidance level : {Guidance::full, Guidance::brief, Guidance::counts}) {
        const auto script =
            said({seated(bridge(level)), on_bed(bridge(level)), on_bed(figure_four(level)),
                  seated(bridge(level)), on_bed(bridge(level))});
        EXPECT_EQ(told_surfaces(*script), Lines{"2 bed"});
    }
    EXPECT_EQ(told_surfaces(*said({bridge(Guidance::full), figure_four(Guidance::full)})), Lines{});
}

TEST(Passage, SaysWhereOneLiesWhereThatChanges) {
    const auto script = said({bridge(Guidance::full), on_bed(bridge(Guidance::full)),
                              seated(bridge(Guidance::full)), figure_four(Guidance::full)});
    EXPECT_EQ(told_surfaces(*script), (Lines{"2 bed", "4 floor"}));
}

TEST(Announcement, SaysThatTheBedIsUsedToWhoIsNotOnIt) {
    const PrescribedStep step = on_bed(bridge(Guidance::brief));
    const SetPlace place{{1, 1, Side::both}, &step};
    const Hearing hearing = one_second_each();
    const auto says = [&](Occasion occasion, const BodyPlace& from) {
        const Passage passage = announcement(occasion, place, from, {}, hearing);
        return std::ranges::any_of(passage.lines, [](const Line& line) {
            return line.words.text == "Use the bed from here on, not the floor.";
        });
    };
    EXPECT_TRUE(says(Occasion::taken_up, {}));
    EXPECT_TRUE(says(Occasion::gone_to, {Stance{Position::standing}, Side::both}));
    EXPECT_FALSE(says(Occasion::swapped, {stance_of(step.work.exercise), Side::both}));
    EXPECT_FALSE(says(Occasion::again, {stance_of(step.work.exercise), Side::both}));
}

}  // namespace
}  // namespace hipflow::session
