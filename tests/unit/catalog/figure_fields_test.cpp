// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "catalog/content_files.h"
#include "catalog/exercise_fields.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

constexpr std::string_view exercise = R"(format = 1
name = "Bridge"
level = 2
position = "supine"
sides = "both"
start = "On your back."
do = ["Lift."]
dose = { hold = "30s" }
)";

constexpr std::string_view joints = R"(head = [0.1, 0.2]
neck = [0.2, 0.2]
pelvis = [0.5, 0.2]
elbow_l = [0.3, 0.1]
hand_l = [0.4, 0.1]
knee_l = [0.6, 0.5]
foot_l = [0.8, 0.1]
elbow_r = [0.3, 0.1, -0.1]
hand_r = [0.4, 0.1, -0.1]
knee_r = [0.6, 0.5, -0.1]
foot_r = [0.8, 0.1, -0.1]
)";

/// Lines 9 to 12 are what is given; the pose "start" begins in line 13.
std::string with_figure(const std::string& lines, const std::string& rest = "") {
    return std::string(exercise) + lines + "[figure.pose.start]\n" + std::string(joints) + rest;
}

const std::string usual = R"([figure]
view = "side"
scene = ["floor", "chair"]
frames = [["start", 0.0], ["up", 0.5], ["start", 1]]
)";
const std::string up = "[figure.pose.up]\nknee_l = [0.6, 0.6]\n";

std::optional<Figure> figure_in(const std::string& text) {
    std::vector<Diagnostic> faults;
    const auto source = parse_exercise(text, "x", "f", faults);
    EXPECT_EQ(texts_of(faults), Lines{});
    return source ? source->exercise.figure : std::nullopt;
}

Lines complaints(const std::string& text) {
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(parse_exercise(text, "x", "f", faults).has_value());
    return texts_of(faults);
}

TEST(ReadFigure, AnExerciseNeedsNone) { EXPECT_FALSE(figure_in(std::string(exercise))); }

TEST(ReadFigure, ReadsEveryField) {
    const auto figure = figure_in(
        with_figure(usual + "text = \"A knee lifts.\"\nmoving = [\"knee_l\", \"foot_l\"]\n",
                    "waist = [0.35, 0.25]\ntoe_l = [0.85, 0.1]\n" + up +
                        "[figure.place]\nchair = [0.7, 0.4]\n"));
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->view, FigureView::side);
    EXPECT_EQ(figure->text, "A knee lifts.");
    EXPECT_EQ(figure->moving, (std::vector<Joint>{Joint::knee_l, Joint::foot_l}));
    EXPECT_EQ(figure->frames, (std::vector<FigureFrame>{{0, 0.0}, {1, 0.5}, {0, 1.0}}));
    EXPECT_EQ(figure->scene, (std::vector<ScenePart>{{SceneThing::floor, {}},
                                                     {SceneThing::chair, {0.7, 0.4, 0}}}));
    ASSERT_EQ(figure->poses.size(), 2U);
    EXPECT_EQ(figure->poses[0].name, "start");
    EXPECT_EQ(at(figure->poses[0].joints, Joint::elbow_r), (Point{0.3, 0.1, -0.1}));
    EXPECT_EQ(at(figure->poses[0].joints, Joint::waist), (Point{0.35, 0.25, 0}));
    EXPECT_EQ(at(figure->poses[1].joints, Joint::knee_l), (Point{0.6, 0.6, 0}));
}

TEST(ReadFigure, ALaterPoseNamesOnlyWhatDiffers) {
    const auto figure = figure_in(with_figure(usual, up));
    ASSERT_TRUE(figure);
    Joints expected = figure->poses[0].joints;
    at(expected, Joint::knee_l) = {0.6, 0.6, 0};
    EXPECT_EQ(figure->poses[1].joints, expected);
    EXPECT_EQ(figure->moving, std::vector<Joint>{Joint::knee_l});
}

TEST(ReadFigure, WhatIsLeftOutDoesNotShow) {
    const auto figure = figure_in(with_figure(usual, up));
    ASSERT_TRUE(figure);
    const Joints& first = figure->poses[0].joints;
    EXPECT_EQ(at(first, Joint::toe_l), at(first, Joint::foot_l));
    EXPECT_EQ(at(first, Joint::waist), (Point{0.35, 0.2, 0}));
}

TEST(ReadFigure, AChairStandsUnderWhoeverSits) {
    const auto figure = figure_in(with_figure(usual, up));
    ASSERT_TRUE(figure);
    EXPECT_DOUBLE_EQ(figure->scene[1].at.x, 0.5);
    EXPECT_LT(figure->scene[1].at.y, 0.2);
}

TEST(ReadFigure, NamesWhatIsMissing) {
    EXPECT_EQ(complaints(std::string(exercise) + "[figure]\n"),
              (Lines{"f:9:1: 'view' is missing; a figure needs it",
                     "f:9:1: 'frames' is missing; a figure needs it",
                     "f:9:1: 'pose' is missing; a figure needs it"}));
    EXPECT_EQ(
        complaints(std::string(exercise) + usual + "[figure.pose.start]\nhead = [0.1, 0.2]\n" + up)
            .size(),
        10U);
    const std::string without = std::string(exercise) + usual + "[figure.pose.start]\n" +
                                std::string(joints.substr(joints.find('\n') + 1)) + up;
    EXPECT_EQ(complaints(without),
              Lines{"f:13:1: 'head' is missing; the first pose has every joint"});
}

TEST(ReadFigure, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(complaints(with_figure(usual + "colour = 1\n", up)),
              Lines{"f:13:1: unknown key 'colour' in a figure. Known: view, text, pose, scene, "
                    "place, frames, moving."});
    EXPECT_EQ(complaints(with_figure(usual, up + "knee_ll = [0.1, 0.1]\n")),
              Lines{"f:27:1: unknown key 'knee_ll' in a pose. Did you mean 'knee_l'?"});
    EXPECT_EQ(complaints(with_figure(usual + "moving = [\"knee\"]\n", up)),
              Lines{"f:13:11: unknown \"knee\" in 'moving'. Did you mean 'knee_l'?"});
    EXPECT_EQ(complaints(with_figure(usual, up + "[figure.place]\nwall = [0.1, 0.0]\n")),
              Lines{"f:28:8: 'wall' has a place, but 'scene' does not name it"});
}

TEST(ReadFigure, RefusesPointsOutsideTheBox) {
    EXPECT_EQ(complaints(with_figure(usual, up + "foot_l = [1.5, nan]\n")),
              (Lines{"f:27:11: 'foot_l' is 1.5 (decimal number), expected a number from 0 to 1 "
                     "across the box",
                     "f:27:16: 'foot_l' is nan (decimal number), expected a number from 0 to 1 up "
                     "the box"}));
    EXPECT_EQ(complaints(with_figure(usual, up + "foot_l = [0.5, 0.5, -2]\n")),
              Lines{"f:27:21: 'foot_l' is -2 (integer), expected a depth from -1 to 1"});
    EXPECT_EQ(complaints(with_figure(usual, up + "foot_l = [0.5]\n")),
              Lines{"f:27:10: 'foot_l' is a list, expected a point such as [0.5, 0.2], or with its "
                    "depth [0.5, 0.2, 0.1]"});
}

std::string with_frames(const std::string& frames) {
    return with_figure("[figure]\nview = \"side\"\nframes = " + frames + "\n", up);
}

TEST(ReadFigure, RefusesFramesThatCannotBePlayed) {
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.0], ["upp", 0.5], ["up", 1.0]])")),
              Lines{"f:11:27: 'frames' names the pose \"upp\", and there is no [figure.pose.upp]. "
                    "Did you mean 'up'?"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.6], ["up", 0.4]])")),
              Lines{"f:11:27: 'frames' goes back from 0.6 to 0.4, expected shares of the rep in "
                    "rising order"});
    EXPECT_EQ(complaints(with_frames(R"([["start", 0.0], ["up", 1.5]])")).front(),
              "f:11:34: 'frames' is 1.5 (decimal number), expected a share of the rep from 0 to 1");
    EXPECT_EQ(complaints(with_frames(R"(["start", "up"])")).front(),
              "f:11:11: 'frames' is \"start\", expected pairs such as [\"start\", 0.0]");
    EXPECT_EQ(
        complaints(with_frames(R"([["start", 0.0]])")),
        Lines{"f:24:1: the pose \"up\" is not in any frame; name it in 'frames', or remove it"});
}

}  // namespace
}  // namespace hipflow::catalog
