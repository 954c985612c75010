// SPDX-License-Identifier: MIT
#include "figure/reach.h"

#include <gtest/gtest.h>

#include "made_figures.h"
#include "reached.h"
#include "shipped.h"

namespace hipflow::figure {
namespace {

constexpr double reached = 0.003;
constexpr double on_skin = 0.018;  // a part is thinner at one end than at the other

/// Somebody on a chair between a counter ahead and a wall to the right.
Figure sitting(const Pose& pose) {
    Figure figure = figure_of(Base::chair, {base_pose(Base::chair), pose});
    figure.scene.counter = BoxProp{{-0.5, 0, -0.3}, {-0.15, 0.50, 0.3}, 0.6};
    figure.scene.wall = WallProp{Axis::z, -0.30, 1, {-0.5, 0.5}, 0.95};
    return figure;
}

constexpr auto hand_targets = std::to_array<ReachTarget>(
    {ReachTarget::stay, ReachTarget::floor, ReachTarget::seat, ReachTarget::counter,
     ReachTarget::wall, ReachTarget::thigh, ReachTarget::knee, ReachTarget::shin,
     ReachTarget::ankle, ReachTarget::groin, ReachTarget::hip, ReachTarget::behind_thigh,
     ReachTarget::outer_knee, ReachTarget::belly, ReachTarget::back, ReachTarget::forehead});
constexpr auto foot_targets =
    std::to_array<ReachTarget>({ReachTarget::stay, ReachTarget::stay_foot, ReachTarget::together,
                                ReachTarget::floor, ReachTarget::seat, ReachTarget::counter,
                                ReachTarget::wall, ReachTarget::thigh, ReachTarget::shin});

/// Expects that a hand is where it is put to at the end of a movement.
void expect_hand(const Figure& figure, Side side, const Reach& reach) {
    const Movement movement(figure);
    const Body body = movement.at(1);
    if (is_at_its_end(body.arm[side])) return;
    EXPECT_LE(hand_off(reach, side, {figure, body, movement.first()}), on_skin)
        << word(reach.target) << " by the " << word(side) << " hand";
}

TEST(Hands, ReachEveryTargetOrAreStretchedOut) {
    for (const ReachTarget target : hand_targets) {
        for (const Side side : two_sides) {
            for (const auto on :
                 {std::optional<Side>(), std::optional(Side::left), std::optional(Side::right)}) {
                const Reach reach{target, on, {}};
                Pose pose = base_pose(Base::chair);
                pose.hand[side] = reach;
                expect_hand(sitting(pose), side, reach);
            }
        }
    }
}

TEST(Hands, ReachWhatIsNearWithoutStretchingOut) {
    for (const ReachTarget target :
         {ReachTarget::thigh, ReachTarget::knee, ReachTarget::groin, ReachTarget::hip,
          ReachTarget::belly, ReachTarget::forehead, ReachTarget::counter}) {
        Pose pose = base_pose(Base::chair);
        pose.hand.right = Reach{target, {}, {}};
        const Figure figure = sitting(pose);
        EXPECT_FALSE(is_at_its_end(Movement(figure).at(1).arm.right)) << word(target);
    }
}

TEST(Hands, ReachAPlaceButNotTheFloorItself) {
    for (const Vec& place : {Vec{-0.2, 0.35, -0.2}, Vec{0.0, 0.55, -0.25}}) {
        Pose pose = base_pose(Base::chair);
        pose.hand.right = Reach{ReachTarget::none, {}, place};
        const Figure figure = sitting(pose);
        EXPECT_LE(distance(Movement(figure).at(1).arm.right.wrist, place), reached);
    }
    Pose pose = base_pose(Base::floor_sitting);
    pose.hand.right = Reach{ReachTarget::none, {}, Vec{0.05, -0.3, -0.2}};
    const Body body = Movement(figure_of(Base::floor_sitting, {pose})).at(0);
    EXPECT_GE(body.arm.right.wrist.y, 0.020 - 1e-9);
    EXPECT_GE(body.arm.right.hand.y, 0.017 - 1e-9);
}

TEST(Hands, LieAlongTheSurfaceThatTheyAreOn) {
    Pose pose = base_pose(Base::chair);
    pose.hand.right = Reach{ReachTarget::wall, {}, {}};
    const Arm arm = Movement(sitting(pose)).at(1).arm.right;
    EXPECT_NEAR(arm.hand.z, arm.wrist.z, 1e-6);
    const Body fours = Movement(figure_of(Base::all_fours, {base_pose(Base::all_fours)})).at(0);
    for (const Side side : two_sides) {
        EXPECT_NEAR(fours.arm[side].hand.y, fours.arm[side].wrist.y, 0.004);
        EXPECT_LT(fours.arm[side].hand.x, fours.arm[side].wrist.x);  // fingers ahead
    }
}

TEST(Hands, GoStraightToWhatOnlyOnePoseReachesFor) {
    Pose pose = base_pose(Base::chair);
    pose.hand.right = Reach{ReachTarget::forehead, {}, {}};
    const Movement movement(sitting(pose));
    const Vec from = movement.at(0).arm.right.wrist;
    const Vec to = movement.at(1).arm.right.wrist;
    EXPECT_GT(distance(from, to), 0.1);
    EXPECT_LE(distance(movement.at(0.5).arm.right.wrist, mix(from, to, 0.5)), 1e-6);
}

TEST(Hands, AreFreeAgainWhereAPoseSaysSo) {
    Pose down = base_pose(Base::all_fours);
    Pose raised = down;
    raised.angles.shoulder.right.flex = 170;
    raised.hand.right = Reach{};
    const Body body = Movement(figure_of(Base::all_fours, {down, raised})).at(1);
    EXPECT_LT(body.arm.left.wrist.y, 0.03);
    EXPECT_GT(body.arm.right.wrist.y, 0.2);
}

void expect_foot(const Figure& figure, Side side, const Reach& reach) {
    const Movement movement(figure);
    const Body body = movement.at(1);
    if (is_at_its_end(body.leg[side])) return;
    // Out of the floor takes precedence.
    if (lowest_of(volumes_of(body), part_on(side, BodyPart::foot_l)) < 0.002) return;
    EXPECT_LE(foot_off(reach, side, {figure, body, movement.first()}), 0.02)
        << word(reach.target) << " by the " << word(side) << " foot";
}

TEST(Feet, ReachEveryTargetOrAreStretchedOut) {
    for (const ReachTarget target : foot_targets) {
        for (const Side side : two_sides) {
            const Reach reach{target, {}, {}};
            Pose pose = base_pose(Base::chair);
            pose.angles.hip[side] = {95, 20, -40};
            pose.foot[side] = reach;
            expect_foot(sitting(pose), side, reach);
        }
    }
}

TEST(Feet, StayWithTheKneeWhereTheAnglesPointOrNot) {
    const auto knee_after = [](ReachTarget target) {
        Pose start = base_pose(Base::supine);
        start.angles.hip = {{50, 0, 0}, {50, 0, 0}};
        start.angles.knee = {100, 100};
        Pose open = start;
        open.angles.hip.left = {48, 42, -35};
        open.foot.left = Reach{target, {}, {}};
        const Movement movement(figure_of(Base::supine, {start, open}));
        const Leg& before = movement.first().leg.left;
        const Leg after = movement.at(1).leg.left;
        EXPECT_LE(distance(after.ankle, before.ankle), reached);
        return distance(after.knee, before.knee);
    };
    EXPECT_LE(knee_after(ReachTarget::stay), reached);
    EXPECT_GE(knee_after(ReachTarget::stay_foot), 0.05);
}

TEST(Feet, ReachAPlace) {
    Pose pose = base_pose(Base::chair);
    const Vec place{-0.25, 0.20, 0.10};
    pose.foot.left = Reach{ReachTarget::none, {}, place};
    EXPECT_LE(distance(Movement(sitting(pose)).at(1).leg.left.ankle, place), reached);
}

TEST(Limbs, KeepTheirLengthWhenTheyReachTooFar) {
    Pose pose = base_pose(Base::chair);
    pose.hand.left = Reach{ReachTarget::none, {}, Vec{-2, 2, 2}};
    pose.foot.left = Reach{ReachTarget::none, {}, Vec{-2, 2, 2}};
    const Body body = Movement(sitting(pose)).at(1);
    EXPECT_NEAR(distance(body.leg.left.hip, body.leg.left.knee), lengths::thigh, 1e-9);
    EXPECT_NEAR(distance(body.leg.left.knee, body.leg.left.ankle), lengths::shank, 1e-9);
    EXPECT_NEAR(distance(body.arm.left.shoulder, body.arm.left.elbow), lengths::upper_arm, 1e-9);
    EXPECT_NEAR(distance(body.arm.left.elbow, body.arm.left.wrist), lengths::forearm, 1e-9);
    EXPECT_TRUE(is_at_its_end(body.leg.left));
    EXPECT_TRUE(is_at_its_end(body.arm.left));
}

TEST(ShippedReaches, AreReachedOrTheLimbIsAtItsEnd) {
    for (const auto& [exercise, movement] : all_shipped()) {
        const Figure& figure = movement.figure();
        for (const auto& frame : figure.frames) {
            const Pose& pose = figure.poses.at(frame.pose);
            const Body body = movement.at(frame.share);
            const Scene scene{figure, body, movement.first()};
            for (const Side side : two_sides) {
                if (const auto& reach = pose.hand[side]; reach && !is_at_its_end(body.arm[side])) {
                    EXPECT_LE(hand_off(*reach, side, scene), on_skin)
                        << exercise.id << ", " << pose.name << ", the " << word(side) << " hand";
                }
                if (const auto& reach = pose.foot[side]; reach && !is_at_its_end(body.leg[side])) {
                    EXPECT_LE(foot_off(*reach, side, scene), 0.02)
                        << exercise.id << ", " << pose.name << ", the " << word(side) << " foot";
                }
            }
        }
    }
}

}  // namespace
}  // namespace hipflow::figure
