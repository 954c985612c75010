// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "catalog/library.h"
#include "domain/figure.h"

namespace hipflow::catalog {
namespace {

constexpr double tolerance = 0.02;  // of a length, between poses and between figures
constexpr double rounding = 0.001;  // of the numbers in the files

const Library& library() {
    static const Library shipped("");
    return shipped;
}

std::vector<Exercise> all_exercises() {
    std::vector<Exercise> all;
    for (const auto& entry : library().exercises()) all.push_back(library().exercise(entry.id));
    return all;
}

double limb(const Joints& joints, Joint joint) {
    return distance(at(joints, parent(joint)), at(joints, joint));
}

/// Arms and legs, and the whole neck; the back bends, and is looked at apart.
const std::vector<Joint> limbs = {Joint::head,   Joint::elbow_l, Joint::hand_l,  Joint::knee_l,
                                  Joint::foot_l, Joint::toe_l,   Joint::elbow_r, Joint::hand_r,
                                  Joint::knee_r, Joint::foot_r,  Joint::toe_r};

TEST(ShippedFigures, EveryExerciseHasOneWithItsWords) {
    for (const auto& exercise : all_exercises()) {
        ASSERT_TRUE(exercise.figure) << exercise.id;
        EXPECT_TRUE(exercise.figure->text.starts_with("Seen ")) << exercise.id;
        EXPECT_TRUE(exercise.figure->text.ends_with(".")) << exercise.id;
    }
}

TEST(ShippedFigures, LimbsKeepTheirLengthThroughTheMovement) {
    for (const auto& exercise : all_exercises()) {
        const Figure& figure = *exercise.figure;
        for (const Joint joint : limbs) {
            const double length = limb(figure.poses.front().joints, joint);
            for (int i = 0; i <= 200; ++i) {
                EXPECT_NEAR(limb(joints_at(figure, i / 200.0), joint), length,
                            tolerance * length + rounding)
                    << exercise.id << " " << word(joint) << " at " << i / 2 << " %";
            }
        }
    }
}

TEST(ShippedFigures, TheBackBendsAndKeepsItsLength) {
    for (const auto& exercise : all_exercises()) {
        const auto back = [&](double share) {
            const Joints joints = joints_at(*exercise.figure, share);
            return limb(joints, Joint::waist) + limb(joints, Joint::neck);
        };
        for (int i = 0; i <= 200; ++i) {
            EXPECT_NEAR(back(i / 200.0), back(0), tolerance * back(0)) << exercise.id << " " << i;
        }
    }
}

TEST(ShippedFigures, ItIsOnePersonThroughout) {
    const Joints model = library().exercise("glute-bridge").figure->poses.front().joints;
    for (const auto& exercise : all_exercises()) {
        for (const Joint joint : limbs) {
            const double expected = limb(model, joint);
            EXPECT_NEAR(limb(exercise.figure->poses.front().joints, joint), expected,
                        tolerance * expected + rounding)
                << exercise.id << " " << word(joint);
        }
        for (const Joint left : {Joint::elbow_l, Joint::hand_l, Joint::knee_l, Joint::foot_l}) {
            const auto right = static_cast<Joint>(static_cast<std::size_t>(left) +
                                                  static_cast<std::size_t>(Joint::elbow_r) -
                                                  static_cast<std::size_t>(Joint::elbow_l));
            EXPECT_NEAR(limb(model, left), limb(model, right), tolerance * limb(model, left));
        }
    }
}

TEST(ShippedFigures, EveryMomentIsInsideTheBox) {
    for (const auto& exercise : all_exercises()) {
        for (const Figure& figure : {*exercise.figure, mirrored(*exercise.figure)}) {
            for (int i = 0; i <= 200; ++i) {
                for (const Point& point : joints_at(figure, i / 200.0)) {
                    EXPECT_GE(std::min(point.x, point.y), 0) << exercise.id << " " << i;
                    EXPECT_LE(std::max(point.x, point.y), 1) << exercise.id << " " << i;
                }
            }
        }
    }
}

TEST(ShippedFigures, AMovementIsSeenAndEndsWhereItBegan) {
    for (const auto& exercise : all_exercises()) {
        const Figure& figure = *exercise.figure;
        const Joints start = joints_at(figure, 0);
        const Joints there = joints_at(figure, held_share(figure));
        double furthest = 0;
        for (std::size_t i = 0; i < joint_count; ++i) {
            const Point flat{there.at(i).x, there.at(i).y, start.at(i).z};
            furthest = std::max(furthest, distance(start.at(i), flat));
        }
        EXPECT_GT(furthest, 0.03) << exercise.id << ": it must show on the screen";
        EXPECT_EQ(figure.frames.front().share, 0.0) << exercise.id;
        EXPECT_EQ(figure.frames.back().share, 1.0) << exercise.id;
        if (exercise.dose.hold) continue;
        EXPECT_EQ(joints_at(figure, 1), start) << exercise.id;
    }
}

TEST(ShippedFigures, NothingJumps) {
    for (const auto& exercise : all_exercises()) {
        const Figure& figure = *exercise.figure;
        for (int i = 0; i < 400; ++i) {
            const Joints here = joints_at(figure, i / 400.0);
            const Joints next = joints_at(figure, (i + 1) / 400.0);
            for (std::size_t joint = 0; joint < joint_count; ++joint) {
                EXPECT_LT(distance(here.at(joint), next.at(joint)), 0.03)
                    << exercise.id << " " << words<Joint>.at(joint) << " at " << i / 4.0 << " %";
            }
        }
    }
}

TEST(ShippedFigures, ThatTakeTurnsBeginAndEndAlikeOnBothSides) {
    for (const auto& exercise : all_exercises()) {
        if (exercise.sides != Sides::alternate) continue;
        const Figure& figure = *exercise.figure;
        const bool from_side = figure.view == FigureView::side;
        const Figure other = from_side ? with_sides_changed(figure) : mirrored(figure);
        const Joints here = joints_at(figure, 0);
        const Joints there = joints_at(other, 0);
        for (std::size_t i = 0; i < joint_count; ++i) {
            EXPECT_NEAR(here.at(i).x, there.at(i).x, 0.01) << exercise.id << words<Joint>.at(i);
            EXPECT_NEAR(here.at(i).y, there.at(i).y, 0.01) << exercise.id << words<Joint>.at(i);
        }
    }
}

}  // namespace
}  // namespace hipflow::catalog
