// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "domain/figure.h"

namespace hipflow {
namespace {

/// Somebody who stands, the left arm hanging; and the same with that arm held out.
Figure arm_lift() {
    Joints down{};
    at(down, Joint::pelvis) = {0.5, 0.5, 0};
    at(down, Joint::waist) = {0.5, 0.65, 0};
    at(down, Joint::neck) = {0.5, 0.8, 0};
    at(down, Joint::head) = {0.5, 0.9, 0};
    for (const Joint elbow : {Joint::elbow_l, Joint::elbow_r}) at(down, elbow) = {0.5, 0.65, 0};
    for (const Joint hand : {Joint::hand_l, Joint::hand_r}) at(down, hand) = {0.5, 0.5, 0};
    for (const Joint knee : {Joint::knee_l, Joint::knee_r}) at(down, knee) = {0.5, 0.27, 0};
    for (const Joint foot : {Joint::foot_l, Joint::foot_r}) at(down, foot) = {0.5, 0.04, 0};
    for (const Joint toe : {Joint::toe_l, Joint::toe_r}) at(down, toe) = {0.6, 0.04, 0};
    Joints out = down;
    at(out, Joint::elbow_l) = {0.65, 0.8, 0};
    at(out, Joint::hand_l) = {0.8, 0.8, 0};
    Figure figure;
    figure.moving = {Joint::elbow_l, Joint::hand_l};
    figure.poses = {{"down", down}, {"out", out}};
    figure.frames = {{0, 0.0}, {1, 0.4}, {1, 0.6}, {0, 1.0}};
    return figure;
}

double limb(const Joints& joints, Joint joint) {
    return distance(at(joints, parent(joint)), at(joints, joint));
}

TEST(FigureMotion, PosesAreReachedInTheirFrames) {
    const Figure figure = arm_lift();
    EXPECT_EQ(joints_at(figure, 0), figure.poses[0].joints);
    EXPECT_EQ(joints_at(figure, 0.4), figure.poses[1].joints);
    EXPECT_EQ(joints_at(figure, 0.5), figure.poses[1].joints);
    EXPECT_EQ(joints_at(figure, 1), figure.poses[0].joints);
}

TEST(FigureMotion, OutsideItsFramesItStandsStill) {
    Figure figure = arm_lift();
    figure.frames = {{0, 0.25}, {1, 0.75}};
    EXPECT_EQ(joints_at(figure, 0.1), figure.poses[0].joints);
    EXPECT_EQ(joints_at(figure, 0.9), figure.poses[1].joints);
}

TEST(FigureMotion, ALimbTurnsAndKeepsItsLength) {
    const Figure figure = arm_lift();
    for (int i = 0; i <= 100; ++i) {
        const Joints joints = joints_at(figure, i / 100.0);
        EXPECT_NEAR(limb(joints, Joint::elbow_l), 0.15, 1e-9);
        EXPECT_NEAR(limb(joints, Joint::hand_l), 0.15, 1e-9);
    }
    const Point half_way = at(joints_at(figure, 0.2), Joint::elbow_l);
    EXPECT_NEAR(half_way.x, 0.5 + 0.15 * std::sqrt(0.5), 1e-9);
    EXPECT_NEAR(half_way.y, 0.8 - 0.15 * std::sqrt(0.5), 1e-9);
}

TEST(FigureMotion, ItIsSlowWhereItComesToRest) {
    const Figure figure = arm_lift();
    const auto way = [&](double from, double to) {
        return distance(at(joints_at(figure, from), Joint::hand_l),
                        at(joints_at(figure, to), Joint::hand_l));
    };
    EXPECT_LT(way(0.0, 0.02), way(0.19, 0.21) / 4);
    EXPECT_LT(way(0.38, 0.4), way(0.19, 0.21) / 4);
}

TEST(FigureMotion, FeetThatStayInTheirPlaceDoSoAllTheWay) {
    Figure squat = arm_lift();
    Joints& low = squat.poses[1].joints;
    low = squat.poses[0].joints;
    for (const Joint joint : {Joint::pelvis, Joint::waist, Joint::neck, Joint::head, Joint::elbow_l,
                              Joint::hand_l, Joint::elbow_r, Joint::hand_r}) {
        at(low, joint).y -= 0.2;
        at(low, joint).x -= 0.1;
    }
    // Thigh and shin are 0.23 long: the knee lies where both lengths meet.
    const Point middle{(at(low, Joint::pelvis).x + 0.5) / 2, (at(low, Joint::pelvis).y + 0.04) / 2,
                       0};
    const Point way{0.5 - at(low, Joint::pelvis).x, 0.04 - at(low, Joint::pelvis).y, 0};
    const double far = std::hypot(way.x, way.y);
    const double aside = std::sqrt(0.23 * 0.23 - far * far / 4);
    for (const Joint knee : {Joint::knee_l, Joint::knee_r}) {
        at(low, knee) = {middle.x - way.y / far * aside, middle.y + way.x / far * aside, 0};
    }
    for (int i = 0; i <= 100; ++i) {
        const Joints joints = joints_at(squat, i / 100.0);
        for (const Joint foot : {Joint::foot_l, Joint::foot_r}) {
            EXPECT_NEAR(at(joints, foot).x, 0.5, 1e-6) << i;
            EXPECT_NEAR(at(joints, foot).y, 0.04, 1e-6) << i;
            EXPECT_NEAR(limb(joints, foot), 0.23, 1e-6) << i;
            EXPECT_NEAR(limb(joints, parent(foot)), 0.23, 1e-6) << i;
        }
    }
}

TEST(FigureMotion, AHoldHoldsThePoseThatLastsLongest) {
    Figure figure = arm_lift();
    EXPECT_DOUBLE_EQ(held_share(figure), 0.5);
    figure.frames = {{0, 0.0}, {1, 0.4}, {1, 1.0}};
    EXPECT_DOUBLE_EQ(held_share(figure), 0.7);
    figure.frames = {{0, 0.0}, {1, 0.5}, {0, 1.0}};
    EXPECT_EQ(joints_at(figure, held_share(figure)), figure.poses[1].joints);
}

TEST(FigureMotion, TheOtherSideIsSeenInAMirror) {
    Figure figure = arm_lift();
    figure.scene = {{SceneThing::wall, {0.1, 0, 0}}};
    const Figure other = mirrored(figure);
    EXPECT_EQ(other.moving, (std::vector<Joint>{Joint::elbow_r, Joint::hand_r}));
    EXPECT_DOUBLE_EQ(other.scene[0].at.x, 0.9);
    for (int i = 0; i <= 20; ++i) {
        const Joints here = joints_at(figure, i / 20.0);
        const Joints there = joints_at(other, i / 20.0);
        EXPECT_NEAR(at(there, Joint::hand_r).x, 1 - at(here, Joint::hand_l).x, 1e-9);
        EXPECT_NEAR(at(there, Joint::hand_r).y, at(here, Joint::hand_l).y, 1e-9);
        EXPECT_NEAR(at(there, Joint::head).x, 1 - at(here, Joint::head).x, 1e-9);
    }
    const Figure again = mirrored(other);
    EXPECT_EQ(again.moving, figure.moving);
    for (std::size_t i = 0; i < joint_count; ++i) {
        EXPECT_NEAR(distance(again.poses[1].joints.at(i), figure.poses[1].joints.at(i)), 0, 1e-9);
    }
}

TEST(FigureMotion, SidesThatTakeTurnsStayWhereTheyAre) {
    const Figure figure = arm_lift();
    const Figure other = with_sides_changed(figure);
    EXPECT_EQ(other.moving, (std::vector<Joint>{Joint::elbow_r, Joint::hand_r}));
    const Point here = at(joints_at(figure, 0.3), Joint::hand_l);
    const Point there = at(joints_at(other, 0.3), Joint::hand_r);
    EXPECT_EQ(there.x, here.x);
    EXPECT_EQ(there.y, here.y);
    EXPECT_EQ(with_sides_changed(other), figure);
}

}  // namespace
}  // namespace hipflow
