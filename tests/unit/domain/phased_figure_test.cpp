// SPDX-License-Identifier: MIT
#include "domain/phased_figure.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

/// Down, up, and down again, as its file times it.
Figure figure() {
    Figure figure;
    figure.poses.resize(2);
    figure.poses[0].name = "down";
    figure.poses[1].name = "up";
    figure.frames = {{0, 0}, {1, 0.25}, {1, 0.6}, {0, 1}};
    return figure;
}

Exercise bridge() {
    Exercise exercise;
    exercise.phases = {
        {"Lift.", "up", 2s, "up"}, {"Stay.", "hold", 2s, "up"}, {"Come down.", "down", 4s, "down"}};
    return exercise;
}

TEST(FigureInPhases, ReachesThePoseOfEachPhaseAtItsEnd) {
    const auto timed = figure_in_phases(bridge(), figure(), {2s, 2s, 4s});
    ASSERT_TRUE(timed);
    EXPECT_EQ(timed->frames, (std::vector<FigureFrame>{{0, 0}, {1, 0.25}, {1, 0.5}, {0, 1}}));
    EXPECT_TRUE(moves_at(*timed, 0.1));
    EXPECT_FALSE(moves_at(*timed, 0.3)) << "the same pose is held";
    EXPECT_TRUE(moves_at(*timed, 0.6));
    EXPECT_EQ(timed->poses, figure().poses);
}

TEST(FigureInPhases, FollowsATempo) {
    const auto timed = figure_in_phases(bridge(), figure(), {5s, 1s, 4s});
    ASSERT_TRUE(timed);
    EXPECT_EQ(timed->frames, (std::vector<FigureFrame>{{0, 0}, {1, 0.5}, {1, 0.6}, {0, 1}}));
}

TEST(FigureInPhases, NeedsAPoseOfEveryPhase) {
    EXPECT_FALSE(figure_in_phases(bridge(), figure(), {2s, 2s}));
    EXPECT_FALSE(figure_in_phases(bridge(), figure(), {2s, 0s, 4s}));
    EXPECT_FALSE(figure_in_phases(bridge(), Figure{}, {2s, 2s, 4s}));
    EXPECT_FALSE(figure_in_phases(Exercise{}, figure(), {}));
    auto unnamed = bridge();
    unnamed.phases[1].pose.reset();
    EXPECT_FALSE(figure_in_phases(unnamed, figure(), {2s, 2s, 4s}));
    auto unknown = bridge();
    unknown.phases[1].pose = "sideways";
    EXPECT_FALSE(figure_in_phases(unknown, figure(), {2s, 2s, 4s}));
}

}  // namespace
}  // namespace hipflow
