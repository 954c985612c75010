// SPDX-License-Identifier: MIT
#include "figure/limits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "made_figures.h"

namespace hipflow::figure {
namespace {

/// A joint, how an angle of it is set, and its range.
struct Joint {
    std::string key;
    std::function<void(Angles&, double)> set;
    double least;
    double most;
};

constexpr double straight = -6;  // a knee or an elbow; up to 7 degrees beyond it are not told apart

/// Left limbs only: the right leg stands.
std::vector<Joint> joints() {
    return {
        {"hip_l", [](Angles& a, double by) { a.hip.left.flex = by; }, -30, 135},
        {"hip_l", [](Angles& a, double by) { a.hip.left.abd = by; }, -35, 62},
        {"hip_l", [](Angles& a, double by) { a.hip.left.rot = by; }, -82, 52},
        {"knee_l", [](Angles& a, double by) { a.knee.left = by; }, straight, 158},
        {"ankle_l",
         [](Angles& a, double by) {
             a.hip.left.flex = 60;
             a.ankle.left.degrees = by;
             a.ankle.left.flat = 0;
         },
         -56, 40},
        {"elbow_l", [](Angles& a, double by) { a.elbow.left = by; }, straight, 152},
        {"spine",
         [](Angles& a, double by) {
             a.lumbar.flex = by / 2;
             a.thoracic.flex = by / 2;
         },
         -62, 75},
        {"spine", [](Angles& a, double by) { a.thoracic.bend = by; }, -42, 42},
        {"spine", [](Angles& a, double by) { a.thoracic.rot = by; }, -45, 45},
    };
}

std::vector<Impossible> found_at(const Joint& joint, double degrees) {
    return impossible_in(Movement(on_the_right_leg([&](Angles& angles) {
        angles.hip.left = {30, 5, 0};
        angles.knee.left = 40;
        joint.set(angles, degrees);
    })));
}

TEST(Limits, AreADegreeBeyondTheEndsOfEachJoint) {
    for (const Joint& joint : joints()) {
        for (const double degrees :
             {joint.least - 0.9, joint.least, joint.most, joint.most + 0.9}) {
            const auto found = found_at(joint, degrees);
            EXPECT_TRUE(found.empty()) << joint.key << ' ' << degrees << ": " << found.front().what;
        }
        for (const double degrees : {joint.least - 1.1, joint.most + 1.1}) {
            const auto found = found_at(joint, degrees);
            ASSERT_EQ(found.size(), 1U) << joint.key << ' ' << degrees;
            EXPECT_EQ(found.front().joint, joint.key);
            EXPECT_EQ(found.front().pose, "pose-0");
        }
    }
}

TEST(Limits, SayJointSideAndDegrees) {
    const auto found =
        impossible_in(Movement(on_the_right_leg([](Angles& a) { a.knee.left = 164; })));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().what, "the left knee bends 164°, more than 158°");
    const auto right =
        impossible_in(Movement(held(Base::supine, [](Angles& a) { a.hip.right.rot = -90; })));
    ASSERT_EQ(right.size(), 1U);
    EXPECT_EQ(right.front().what, "the right hip turns out 90°, more than 82°");
    EXPECT_EQ(right.front().joint, "hip_r");
}

TEST(Limits, HoldForWhatIsWrittenOfALimbThatReaches) {
    Pose pose = base_pose(Base::standing);
    pose.angles.knee.left = -20;
    pose.foot.left = Reach{ReachTarget::floor, {}, {}};
    const auto found = impossible_in(Movement(figure_of(Base::standing, {pose})));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().what, "the left knee overstretches 20°, more than 0°");
    EXPECT_EQ(found.front().joint, "knee_l");
}

TEST(Limits, TellTheWorstOfAMovementOnceAndItsPose) {
    Pose more = base_pose(Base::supine);
    more.angles.hip.left = {142, 0, 0};
    more.angles.knee.left = 150;
    Pose most = more;
    most.angles.hip.left.flex = 150;
    const auto found =
        impossible_in(Movement(figure_of(Base::supine, {base_pose(Base::supine), more, most})));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().what, "the left hip bends 150°, more than 135°");
    EXPECT_EQ(found.front().pose, "pose-2");
}

TEST(Limits, HoldForWhatReachingMakesOfTheAngles) {
    Pose pose = base_pose(Base::chair);
    pose.foot.left = Reach{ReachTarget::none, {}, Vec{0.05, 0.35, 0.06}};  // at the hip
    const auto found = impossible_in(Movement(figure_of(Base::chair, {pose})));
    EXPECT_TRUE(
        std::ranges::any_of(found, [](const Impossible& each) { return each.joint == "knee_l"; }));
}

TEST(Limits, KeepPartsOutOfTheFloor) {
    const auto found = impossible_in(Movement(held(Base::prone, [](Angles& a) {
        a.hip.left.flex = 25;
        a.knee.left = 60;
    })));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().joint, "");
    EXPECT_EQ(found.front().what.find("the left thigh is 0."), 0U) << found.front().what;
    EXPECT_NE(found.front().what.find("in the floor"), std::string::npos);
}

TEST(Limits, LetEveryBaseBe) {
    for (std::size_t i = 0; i < words<Base>.size(); ++i) {
        const auto base = static_cast<Base>(i);
        const auto found = impossible_in(Movement(figure_of(base, {base_pose(base)})));
        EXPECT_TRUE(found.empty()) << word(base) << ": " << found.front().what;
    }
}

}  // namespace
}  // namespace hipflow::figure
