// SPDX-License-Identifier: MIT
// What stands around a figure.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "figure_texts.h"

namespace hipflow::catalog {
namespace {

/// The surroundings that these lines describe; they begin in line 14.
Surroundings scene_of(const std::string& lines) {
    const auto figure = figure_in(figure_text(lines));
    EXPECT_TRUE(figure);
    return figure ? figure->scene : Surroundings{};
}

Lines faults_of(const std::string& lines) { return complaints(figure_text(lines)); }

TEST(ReadScene, IsEmptyAtFirst) {
    EXPECT_EQ(scene_of(""), Surroundings{});
    EXPECT_EQ(scene_of("scene = []\n"), Surroundings{});
}

TEST(ReadScene, ReadsEveryThing) {
    const Surroundings scene = scene_of(R"(scene = ["chair", "wall", "counter", "step", "band"]
cushions = [[0, 0.1, 0.2, 0.07, 0.03, 0.09], [1, 1, 1, 1, 1, 0.005]]
props.chair = { at = [0.12, -0.5], seat = 0.272, back = -1, rest = false }
props.wall = { axis = "z", at = -0.2, n = 1, span = [0.4, -0.1], height = 1.2 }
props.counter = { box = [-0.30, 0, -0.42, 0.30, 0.60, -0.24], fit = 0.5 }
props.step = { box = [0.1, 0.1, 0.3, -0.1, 0, 0.2] }
)");
    EXPECT_EQ(scene.chair, (ChairProp{std::array{0.12, -0.5}, 0.272, -1, false}));
    EXPECT_EQ(scene.wall, (WallProp{Axis::z, -0.2, 1, {-0.1, 0.4}, 1.2}));
    EXPECT_EQ(scene.counter, (BoxProp{{-0.30, 0, -0.42}, {0.30, 0.60, -0.24}, 0.5}));
    EXPECT_EQ(scene.step, (BoxProp{{-0.1, 0, 0.2}, {0.1, 0.1, 0.3}, 0.6}));
    EXPECT_TRUE(scene.band);
    EXPECT_EQ(scene.cushions, (std::vector<Cushion>{{{0, 0.1, 0.2}, {0.07, 0.03, 0.09}},
                                                    {{1, 1, 1}, {1, 1, 0.005}}}));
}

TEST(ReadScene, AThingThatIsOnlyNamedHasItsUsualPlace) {
    const Surroundings scene = scene_of("scene = [\"chair\", \"wall\"]\n");
    EXPECT_EQ(scene.chair, ChairProp{});
    EXPECT_FALSE(scene.chair->at);  // under the pelvis
    EXPECT_EQ(scene.wall, WallProp{});
    EXPECT_FALSE(scene.counter);
    EXPECT_FALSE(scene.band);
}

TEST(ReadScene, ABoxMustSayWhereItIs) {
    EXPECT_EQ(faults_of("scene = [\"step\"]\n"),
              Lines{"f:14:9: 'scene' names a step, and props.step.box does not say where it is; "
                    "write props.step = { box = [x, y, z, x, y, z] }"});
    EXPECT_EQ(faults_of("scene = [\"counter\"]\nprops.counter = { fit = 1 }\n"),
              Lines{"f:14:9: 'scene' names a counter, and props.counter.box does not say where it "
                    "is; write props.counter = { box = [x, y, z, x, y, z] }"});
    // A box that was refused is not missing as well.
    EXPECT_EQ(faults_of("scene = [\"step\"]\nprops.step = { box = [0, 0] }\n"),
              Lines{"f:15:22: 'box' is a list, expected a list of 6 numbers"});
}

TEST(ReadScene, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(faults_of("scene = [\"sofa\"]\n"),
              Lines{"f:14:10: unknown \"sofa\" in 'scene'. Known: chair, wall, counter, step, "
                    "band."});
    EXPECT_EQ(faults_of("scene = [\"chair\", \"wal\"]\n"),
              Lines{"f:14:19: unknown \"wal\" in 'scene'. Did you mean 'wall'?"});
    EXPECT_EQ(
        faults_of("props.sofa = {}\n"),
        Lines{"f:14:7: unknown key 'sofa' in the things. Known: chair, wall, counter, step."});
    EXPECT_EQ(faults_of("scene = [\"chair\"]\nprops.chair = { colour = 1 }\n"),
              Lines{"f:15:17: unknown key 'colour' in a thing. Known: at, seat, back, rest."});
    EXPECT_EQ(faults_of("props.wall = { at = 0.2 }\n"),
              Lines{"f:14:14: 'wall' is described, but 'scene' does not name it"});
}

TEST(ReadScene, RefusesPlacesAndSizesOutOfSight) {
    const auto chair = [](const std::string& fields) {
        return faults_of("scene = [\"chair\"]\nprops.chair = { " + fields + " }\n");
    };
    EXPECT_EQ(chair("back = 0"), Lines{"f:15:24: 'back' is 0, expected 1 or -1"});
    EXPECT_EQ(chair("back = 2"),
              Lines{"f:15:24: 'back' is 2 (integer), expected a whole number from -1 to 1"});
    EXPECT_EQ(chair("at = [0.1, 2.5]"),
              Lines{"f:15:28: 'at' is 2.5 (decimal number), expected a number from -2 to 2"});
    EXPECT_EQ(chair("seat = 0.7"),
              Lines{"f:15:24: 'seat' is 0.7 (decimal number), expected a number "
                    "from 0.05 to 0.6: heights of the body"});
    EXPECT_EQ(chair("rest = 1"),
              Lines{"f:15:24: 'rest' is 1 (integer), expected true or false, without quotes"});
    const auto wall = [](const std::string& fields) {
        return faults_of("scene = [\"wall\"]\nprops.wall = { " + fields + " }\n");
    };
    EXPECT_EQ(wall("axis = \"y\"").size(), 1U);
    EXPECT_EQ(wall("at = nan"),
              Lines{"f:15:21: 'at' is nan (decimal number), expected a number from "
                    "-2 to 2: heights of the body"});
    EXPECT_EQ(wall("height = 0"), Lines{"f:15:25: 'height' is 0 (integer), expected a number from "
                                        "0.005 to 2: heights of the body"});
    EXPECT_EQ(wall("span = [0.1]"),
              Lines{"f:15:23: 'span' is a list, expected a list of 2 numbers"});
    EXPECT_EQ(
        faults_of("scene = [\"step\"]\nprops.step = { box = [0, 0, 0, 1, 1, 1], fit = 1.1 }\n"),
        Lines{"f:15:48: 'fit' is 1.1 (decimal number), expected a number from 0 to 1: the "
              "share of its width in view"});
}

TEST(ReadScene, RefusesCushionsThatAreNone) {
    EXPECT_EQ(faults_of("cushions = [[0, 0, 0]]\n"),
              Lines{"f:14:13: 'cushions' is a list, expected a list of 6 numbers"});
    EXPECT_EQ(faults_of("cushions = 5\n"),
              Lines{"f:14:12: 'cushions' is 5 (integer), expected a list of lists of 6 numbers"});
    EXPECT_EQ(faults_of("cushions = [[0, 0, 0, 0.1, -0.1, 0.1]]\n"),
              Lines{"f:14:12: 'cushions' has a radius of -0.1, expected [x, y, z, rx, ry, rz] with "
                    "radii of at least 0.005"});
    std::string many;
    for (int i = 0; i < 9; ++i) many += "[0, 0, 0, 0.1, 0.1, 0.1], ";
    EXPECT_EQ(faults_of("cushions = [" + many + "]\n"),
              Lines{"f:14:12: there are 9 cushions, expected at most 8"});
}

}  // namespace
}  // namespace hipflow::catalog
