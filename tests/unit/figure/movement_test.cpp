// SPDX-License-Identifier: MIT
#include "figure/movement.h"

#include <gtest/gtest.h>

#include "figure/volumes.h"
#include "made_figures.h"

namespace hipflow::figure {
namespace {

constexpr double exact = 1e-6;

double lowest(const Body& body, BodyPoint point) {
    return lowest_of(body, volumes_of(body), point).height;
}

TEST(Movement, PutsEveryBaseOnWhatCarriesIt) {
    for (std::size_t i = 0; i < words<Base>.size(); ++i) {
        const auto base = static_cast<Base>(i);
        const Figure figure = figure_of(base, {base_pose(base)});
        const Body body = Movement(figure).at(0);
        const Contact& contact = figure.contact.front();
        EXPECT_NEAR(lowest(body, contact.point), surface_of(contact, figure), 1e-4) << word(base);
    }
}

TEST(Movement, SitsOnTheSeatThatIsSaid) {
    Figure figure = figure_of(Base::chair, {base_pose(Base::chair)});
    figure.scene.chair = ChairProp{{}, 0.30, 1, true};
    EXPECT_NEAR(lowest(Movement(figure).at(0), BodyPoint::pelvis), 0.30, exact);
}

TEST(Movement, StandsAtTheHeightThatAContactSays) {
    Figure figure = figure_of(Base::standing, {base_pose(Base::standing)});
    figure.contact = {{BodyPoint::foot_l, 0.10}};
    EXPECT_NEAR(lowest(Movement(figure).at(0), BodyPoint::foot_l), 0.10, exact);
}

TEST(Movement, TurnsTheBodyOntoTwoContacts) {
    Figure figure = held(Base::supine, [](Angles& angles) {
        angles.hip = {{20, 0, 0}, {20, 0, 0}};
        angles.knee = {90, 90};
        angles.ankle = {{0, 1}, {0, 1}};
    });
    figure.contact = {{BodyPoint::shoulders, {}}, {BodyPoint::feet, {}}};
    const Body body = Movement(figure).at(0);
    EXPECT_NEAR(lowest(body, BodyPoint::shoulders), 0, 1e-3);
    EXPECT_NEAR(lowest(body, BodyPoint::feet), 0, 1e-3);
    EXPECT_GT(lowest(body, BodyPoint::pelvis), 0.03);
    EXPECT_NEAR(body.leg.left.foot.x.y, 0, 0.02);
}

TEST(Movement, KeepsTheAnchorInItsPlace) {
    Pose bent = base_pose(Base::standing);
    bent.angles.hip = {{60, 0, 0}, {60, 0, 0}};
    bent.angles.knee = {90, 90};
    const Movement movement(figure_of(Base::standing, {base_pose(Base::standing), bent}));
    const Vec before = anchor_of(movement.first(), BodyPoint::feet);
    EXPECT_NEAR(before.x, 0, exact);
    EXPECT_NEAR(before.z, 0, exact);
    const Vec after = anchor_of(movement.at(1), BodyPoint::feet);
    EXPECT_NEAR(after.x, before.x, exact);
    EXPECT_NEAR(after.z, before.z, exact);
}

TEST(Movement, KeepsAHipInItsHeightAsWell) {
    Pose bent = base_pose(Base::standing);
    bent.angles.hip.left.flex = 60;
    bent.angles.knee.left = 90;
    Figure figure = figure_of(Base::standing, {base_pose(Base::standing), bent});
    figure.contact = {{BodyPoint::foot_l, {}}};
    figure.anchor = BodyPoint::hip_l;
    const Movement movement(figure);
    EXPECT_NEAR(distance(movement.first().leg.left.hip, movement.at(1).leg.left.hip), 0, exact);
}

TEST(Movement, GoesSmoothlyFromPoseToPose) {
    Pose bent = base_pose(Base::standing);
    bent.angles.shoulder.left.flex = 100;
    const Movement movement(figure_of(Base::standing, {base_pose(Base::standing), bent}));
    const auto flex_at = [&](double share) {
        return read_angles(movement.at(share)).shoulder.left.flex;
    };
    EXPECT_NEAR(flex_at(0), 0, exact);
    EXPECT_NEAR(flex_at(0.25), 100 * (0.25 * 0.25 * (3 - 0.5)), exact);
    EXPECT_NEAR(flex_at(0.5), 50, exact);
    EXPECT_NEAR(flex_at(1), 100, exact);
    // Before and after the rep stand its first and its last pose.
    EXPECT_NEAR(flex_at(-1), 0, exact);
    EXPECT_NEAR(flex_at(2), 100, exact);
}

TEST(Movement, ChangesItsContactsWithoutAJump) {
    Pose bridge = base_pose(Base::supine);
    bridge.angles.hip = {{10, 0, 0}, {10, 0, 0}};
    Pose flat = bridge;
    flat.angles.hip = {{55, 0, 0}, {55, 0, 0}};
    for (Pose* pose : {&bridge, &flat}) {
        pose->angles.knee = {90, 90};
        pose->angles.ankle = {{0, 1}, {0, 1}};
    }
    bridge.contact = {{BodyPoint::shoulders, {}}, {BodyPoint::feet, {}}};
    Figure figure = figure_of(Base::supine, {flat, bridge});
    figure.anchor = BodyPoint::feet;
    const Movement movement(figure);
    double before = movement.at(0).trunk.pelvis.y;
    for (int i = 1; i <= 96; ++i) {
        const double now = movement.at(i / 96.0).trunk.pelvis.y;
        EXPECT_NEAR(now, before, 0.01) << i;
        before = now;
    }
    EXPECT_GT(before, movement.at(0).trunk.pelvis.y + 0.05);
}

TEST(Movement, LiftsAFootOutOfTheFloor) {
    const Movement movement(on_the_right_leg([](Angles& angles) { angles.knee.right = 60; }));
    const Body body = movement.at(0);
    EXPECT_NEAR(lowest(body, BodyPoint::foot_r), 0, 2e-3);
    EXPECT_GE(lowest(body, BodyPoint::foot_l), -2e-3);
    EXPECT_GT(read_angles(body).knee.left, 10);
}

TEST(Movement, LiftsAFreeHandOutOfTheFloor) {
    const Body body = Movement(held(Base::supine, [](Angles& angles) {
                          angles.shoulder.left = {-40, 10, 0};
                          angles.elbow.left = 0;
                      })).at(0);
    EXPECT_GE(lowest(body, BodyPoint::hand_l), -5e-3);
}

TEST(Surface, IsTheFloorTheSeatOrWhatIsSaid) {
    const Figure standing = figure_of(Base::standing, {base_pose(Base::standing)});
    const Figure sitting = figure_of(Base::chair, {base_pose(Base::chair)});
    EXPECT_EQ(surface_of({BodyPoint::feet, {}}, standing), 0);
    EXPECT_EQ(surface_of({BodyPoint::foot_l, 0.1}, standing), 0.1);
    EXPECT_EQ(surface_of({BodyPoint::pelvis, {}}, sitting), ChairProp{}.seat);
    EXPECT_EQ(surface_of({BodyPoint::feet, {}}, sitting), 0);
}

TEST(Anchor, IsTheJointThatItNames) {
    const Body body = assembled(Base::standing, {});
    EXPECT_EQ(anchor_of(body, BodyPoint::pelvis), body.trunk.pelvis);
    EXPECT_EQ(anchor_of(body, BodyPoint::trunk), body.trunk.pelvis);
    EXPECT_EQ(anchor_of(body, BodyPoint::chest), body.trunk.neck);
    EXPECT_EQ(anchor_of(body, BodyPoint::shoulders),
              mix(body.arm.left.shoulder, body.arm.right.shoulder, 0.5));
    EXPECT_EQ(anchor_of(body, BodyPoint::elbow_l), body.arm.left.elbow);
    EXPECT_EQ(anchor_of(body, BodyPoint::hand_r), body.arm.right.wrist);
    EXPECT_EQ(anchor_of(body, BodyPoint::hip_r), body.leg.right.hip);
    EXPECT_EQ(anchor_of(body, BodyPoint::knee_l), body.leg.left.knee);
    EXPECT_EQ(anchor_of(body, BodyPoint::foot_l), body.leg.left.ankle);
    EXPECT_EQ(anchor_of(body, BodyPoint::toe_r), body.leg.right.toe);
}

}  // namespace
}  // namespace hipflow::figure
