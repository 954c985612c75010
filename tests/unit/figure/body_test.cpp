// SPDX-License-Identifier: MIT
#include "figure/body.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

// Hand-computed places. An upright body faces -x, so its left is at +z.

namespace hipflow::figure {
namespace {

using namespace lengths;

constexpr double exact = 1e-9;
const double half = std::sin(30 * radian);
const double most = std::cos(30 * radian);

void expect_at(const Vec& point, const Vec& expected) {
    EXPECT_NEAR(point.x, expected.x, exact);
    EXPECT_NEAR(point.y, expected.y, exact);
    EXPECT_NEAR(point.z, expected.z, exact);
}

template <typename Change>
Body upright(const Change& change) {
    Angles angles;
    change(angles);
    return assembled(Base::standing, angles);
}

TEST(Bones, HangStraightWithoutAnyAngle) {
    const Body body = assembled(Base::standing, {});
    expect_at(body.trunk.pelvis, {0, 0, 0});
    expect_at(body.trunk.neck, {0, pelvis + lumbar + lower_thorax + upper_thorax, 0});
    expect_at(body.trunk.skull, {0, 0.308 + neck, 0});
    expect_at(body.trunk.head, {-0.012, 0.308 + neck + head, 0});
    expect_at(body.leg.left.hip, {0, 0, half_hips});
    expect_at(body.leg.right.hip, {0, 0, -half_hips});
    expect_at(body.leg.left.knee, {0, -thigh, half_hips});
    expect_at(body.leg.left.ankle, {0, -thigh - shank, half_hips});
    expect_at(body.leg.left.toe, {-toe_ahead, -thigh - shank - ankle_height + 0.013, half_hips});
    expect_at(body.leg.left.heel, {heel_behind, -thigh - shank - ankle_height + 0.020, half_hips});
    expect_at(body.arm.right.shoulder, {0, 0.308 - shoulder_below_neck, -half_shoulders});
    expect_at(body.arm.right.wrist, {0, 0.288 - upper_arm - forearm, -half_shoulders});
    expect_at(body.arm.right.hand, {0, 0.288 - upper_arm - forearm - hand, -half_shoulders});
}

TEST(Bones, FlexAHipForward) {
    const Body body = upright([](Angles& a) { a.hip.left.flex = 90; });
    expect_at(body.leg.left.knee, {-thigh, 0, half_hips});
    expect_at(body.leg.left.ankle, {-thigh - shank, 0, half_hips});
    expect_at(body.leg.right.knee, {0, -thigh, -half_hips});
}

TEST(Bones, TakeAHipAwayFromTheMiddle) {
    const Body body = upright([](Angles& a) { a.hip = {{0, 30, 0}, {0, 30, 0}}; });
    expect_at(body.leg.left.knee, {0, -thigh * most, half_hips + thigh * half});
    expect_at(body.leg.right.knee, {0, -thigh * most, -half_hips - thigh * half});
}

// Flexion comes first: at 90 degrees of it, abduction opens the knee sideways.
TEST(Bones, AbductABentHipSideways) {
    const Body body = upright([](Angles& a) { a.hip = {{90, 30, 0}, {90, 30, 0}}; });
    expect_at(body.leg.left.knee, {-thigh * most, 0, half_hips + thigh * half});
    expect_at(body.leg.right.knee, {-thigh * most, 0, -half_hips - thigh * half});
}

// Rotation is about the bone: turned inwards, the foot of a bent knee swings out.
TEST(Bones, SwingTheFootOutWhereTheHipTurnsIn) {
    const Body body = upright([](Angles& a) {
        a.hip = {{90, 0, 30}, {90, 0, 30}};
        a.knee = {90, 90};
    });
    expect_at(body.leg.left.knee, {-thigh, 0, half_hips});
    expect_at(body.leg.left.ankle, {-thigh, -shank * most, half_hips + shank * half});
    expect_at(body.leg.right.ankle, {-thigh, -shank * most, -half_hips - shank * half});
}

TEST(Bones, BendAKneeBackAndAnElbowForward) {
    const Body body = upright([](Angles& a) {
        a.knee.right = 90;
        a.elbow.right = 90;
        a.wrist.right = 90;
    });
    expect_at(body.leg.right.ankle, {shank, -thigh, -half_hips});
    expect_at(body.arm.right.wrist, {-forearm, 0.288 - upper_arm, -half_shoulders});
    // The wrist bends towards the palm, back down.
    expect_at(body.arm.right.hand, {-forearm, 0.288 - upper_arm - hand, -half_shoulders});
}

TEST(Bones, LiftAFootByItsAnkle) {
    const Body body = upright([](Angles& a) { a.ankle.left.degrees = 30; });
    EXPECT_GT(body.leg.left.toe.y, body.leg.right.toe.y + 0.05);
    EXPECT_EQ(body.leg.left.ankle_degrees, 30);
}

TEST(Bones, LayAFlatSoleLevelAsFarAsAnAnkleGoes) {
    const auto flat = [](double flex) {
        return upright([&](Angles& a) {
            a.hip.left.flex = flex;
            a.ankle.left = {0, 1};
        });
    };
    const Body level = flat(30);
    EXPECT_NEAR(level.leg.left.foot.x.y, 0, exact);
    EXPECT_NEAR(level.leg.left.ankle_degrees, -30, exact);
    EXPECT_EQ(flat(80).leg.left.ankle_degrees, -55);
    EXPECT_EQ(flat(-60).leg.left.ankle_degrees, 38);
}

TEST(Bones, TiltThePelvisForwardListAndTurnItToTheRight) {
    const Body tilted = upright([](Angles& a) { a.pelvis.tilt = 30; });
    expect_at(tilted.trunk.waist, {-pelvis * half, pelvis * most, 0});
    const Body listed = upright([](Angles& a) { a.pelvis.list = 30; });
    expect_at(listed.leg.right.hip, {0, -half_hips * half, -half_hips * most});
    // Facing -x, the right is at -z: turned to it by 90 degrees, one faces -z.
    const Body turned = upright([](Angles& a) { a.pelvis.turn = 90; });
    expect_at(turned.trunk.pelvis_frame.x, {0, 0, -1});
    expect_at(turned.leg.right.hip, {half_hips, 0, 0});
}

// Turn, then list, then tilt: listing is about the axis that faces ahead after the turn.
TEST(Bones, TurnThePelvisFirst) {
    const Body body = upright([](Angles& a) { a.pelvis = {0, 30, 90}; });
    expect_at(body.leg.right.hip, {half_hips * most, -half_hips * half, 0});
}

TEST(Bones, BendTheSpineByHalvesAtItsTwoEnds) {
    const Body body = upright([](Angles& a) { a.lumbar.flex = 60; });
    expect_at(body.trunk.waist, {0, pelvis, 0});
    expect_at(body.trunk.ribs, {-lumbar * half, pelvis + lumbar * most, 0});
    expect_at(body.trunk.chest, {-lumbar * half - lower_thorax * most,
                                 pelvis + lumbar * most + lower_thorax * half, 0});
    expect_at(body.trunk.chest_frame.y, {-most, half, 0});
}

TEST(Bones, BendAndTurnTheSpineToTheRight) {
    const Body bent = upright([](Angles& a) { a.thoracic.bend = 60; });
    EXPECT_LT(bent.trunk.neck.z, -0.05);
    const Body turned = upright([](Angles& a) { a.thoracic.rot = 90; });
    expect_at(turned.trunk.chest_frame.x, {0, 0, -1});
    expect_at(turned.trunk.head_frame.x, {0, 0, -1});
}

TEST(Bones, LieAsTheirBaseSays) {
    const auto frame = [](Base base) { return assembled(base, {}).trunk.pelvis_frame; };
    expect_at(frame(Base::supine).x, up);
    expect_at(frame(Base::supine).y, {1, 0, 0});
    expect_at(frame(Base::prone).x, -up);
    expect_at(frame(Base::prone).y, {-1, 0, 0});
    expect_at(frame(Base::side_lying_right).x, {0, 0, 1});
    expect_at(frame(Base::side_lying_right).z, -up);
    expect_at(frame(Base::side_lying_left).x, {0, 0, 1});
    expect_at(frame(Base::side_lying_left).z, up);
    expect_at(frame(Base::all_fours).y, {-std::sin(82 * radian), std::cos(82 * radian), 0});
    for (const Base base :
         {Base::standing, Base::chair, Base::floor_sitting, Base::kneeling, Base::half_kneeling}) {
        expect_at(frame(base).x, {-1, 0, 0});
        expect_at(frame(base).y, up);
    }
}

TEST(Bones, MoveAndTurnAsAWhole) {
    Body body = assembled(Base::standing, {});
    shift(body, {1, 2, 3});
    expect_at(body.leg.left.hip, {1, 2, 3 + half_hips});
    turn(body, about_y(90), {1, 2, 3});
    expect_at(body.leg.left.hip, {1 + half_hips, 2, 3});
    expect_at(body.trunk.pelvis_frame.x, {0, 0, 1});
    expect_at(body.arm.left.fore.y, up);
}

// ---- angles read back

double any(int from, int to) { return *rc::gen::inRange(from * 100, to * 100) / 100.0; }
BallAngles any_ball() { return {any(-170, 170), any(-85, 85), any(-170, 170)}; }

void assert_near(double read, double written) { RC_ASSERT(std::abs(read - written) < 1e-5); }

void assert_near(const BallAngles& read, const BallAngles& written) {
    assert_near(read.flex, written.flex);
    assert_near(read.abd, written.abd);
    assert_near(read.rot, written.rot);
}

RC_GTEST_PROP(ReadAngles, AreThoseThatTheBodyWasMadeOf, ()) {
    Angles angles;
    angles.pelvis = {any(-90, 90), any(-90, 90), any(-180, 180)};
    angles.lumbar = {any(-60, 60), any(-40, 40), any(-40, 40)};
    angles.thoracic = {any(-60, 60), any(-40, 40), any(-40, 40)};
    for (const Side side : two_sides) {
        angles.hip[side] = any_ball();
        angles.shoulder[side] = any_ball();
        angles.knee[side] = any(1, 179);
        angles.elbow[side] = any(1, 179);
        angles.ankle[side] = {any(-90, 90), 0};
    }
    const auto base = static_cast<Base>(*rc::gen::inRange(0, 10));
    const ReadAngles read = read_angles(assembled(base, angles));
    for (const Side side : two_sides) {
        assert_near(read.hip[side], angles.hip[side]);
        assert_near(read.shoulder[side], angles.shoulder[side]);
        assert_near(read.knee[side], angles.knee[side]);
        assert_near(read.elbow[side], angles.elbow[side]);
        assert_near(read.ankle[side], angles.ankle[side].degrees);
    }
}

TEST(ReadAngles, AreLessThanNothingWhereAKneeOrAnElbowBendsTheWrongWay) {
    const ReadAngles read = read_angles(upright([](Angles& a) {
        a.knee.left = -15;
        a.elbow.right = -12;
    }));
    EXPECT_NEAR(read.knee.left, -15, 1e-6);
    EXPECT_NEAR(read.elbow.right, -12, 1e-6);
    EXPECT_NEAR(read.knee.right, 0, 1e-6);
}

TEST(ReadAngles, AddUpThePartsOfTheSpine) {
    const auto spine = [](const SpineAngles& lumbar, const SpineAngles& thoracic) {
        return read_angles(upright([&](Angles& a) {
                   a.lumbar = lumbar;
                   a.thoracic = thoracic;
               }))
            .spine;
    };
    EXPECT_NEAR(spine({30, 0, 0}, {20, 0, 0}).flex, 50, 1e-6);
    EXPECT_NEAR(spine({0, -10, 0}, {0, -15, 0}).bend, -25, 1e-6);
    EXPECT_NEAR(spine({0, 0, 5}, {0, 0, 20}).rot, 25, 1e-6);
}

TEST(ReadAngles, TellHowFarAKneeIsFromTheMiddle) {
    const ReadAngles read = read_angles(upright([](Angles& a) {
        a.hip = {{0, -30, 0}, {70, 30, 0}};
    }));
    EXPECT_NEAR(read.knee_from_middle.left, half_hips - thigh * half, exact);
    EXPECT_NEAR(read.knee_from_middle.right, half_hips + thigh * half, exact);
}

}  // namespace
}  // namespace hipflow::figure
