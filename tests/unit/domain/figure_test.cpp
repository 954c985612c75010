// SPDX-License-Identifier: MIT
#include "domain/figure.h"

#include <gtest/gtest.h>

#include <set>

namespace hipflow {
namespace {

using enum BodyPart;

TEST(PartWords, MeanTheirParts) {
    BodyParts left_leg;
    for (const BodyPart part : {thigh_l, shank_l, foot_l}) {
        left_leg.set(static_cast<std::size_t>(part));
    }
    EXPECT_EQ(parts_named("leg_l"), left_leg);
    EXPECT_EQ(parts_named("legs"), parts_named("leg_l") | parts_named("leg_r"));
    EXPECT_EQ(parts_named("arms"), parts_named("arm_l") | parts_named("arm_r"));
    EXPECT_EQ(parts_named("thighs"), parts_named("thigh_l") | parts_named("thigh_r"));
    EXPECT_TRUE(has(parts_named("head"), neck));
    EXPECT_TRUE(has(parts_named("trunk"), pelvis));
    EXPECT_FALSE(has(parts_named("trunk"), neck));
    EXPECT_TRUE(parts_named("tail").none());
}

TEST(PartWords, AreAllKnownAndDifferent) {
    std::set<std::string_view> seen;
    BodyParts all;
    for (const auto each : part_words()) {
        EXPECT_TRUE(parts_named(each).any()) << each;
        EXPECT_TRUE(seen.insert(each).second) << each;
        all |= parts_named(each);
    }
    EXPECT_TRUE(all.all());
}

TEST(Words, AreAsManyAsTheirValues) {
    EXPECT_EQ(word(Base::side_lying_right), "side-lying-right");
    EXPECT_EQ(word(BodyPoint::toe_r), "toe_r");
    EXPECT_EQ(word(ReachTarget::forehead), "forehead");
    EXPECT_EQ(word(ReachTarget::behind_thigh), "behind-thigh");
    EXPECT_EQ(word(foot_r), "foot_r");
    EXPECT_EQ(body_part_count, 19U);
}

TEST(Pairs, AreTakenBySide) {
    Pair<int> pair{1, 2};
    EXPECT_EQ(pair[Side::left], 1);
    EXPECT_EQ(pair[Side::right], 2);
    pair[Side::right] = 3;
    EXPECT_EQ(pair, (Pair<int>{1, 3}));
}

TEST(BasePoses, AreAlikeOnBothSidesWhereTheBodyIs) {
    for (const Base base : {Base::standing, Base::chair, Base::floor_sitting, Base::kneeling,
                            Base::all_fours, Base::supine, Base::prone}) {
        const Pose pose = base_pose(base);
        EXPECT_EQ(mirrored(pose), pose) << word(base);
    }
    EXPECT_EQ(mirrored(base_pose(Base::side_lying_left)), base_pose(Base::side_lying_right));
    EXPECT_NE(mirrored(base_pose(Base::half_kneeling)), base_pose(Base::half_kneeling));
}

TEST(BasePoses, BeginAsTheirPositionSays) {
    EXPECT_EQ(base_pose(Base::standing).angles.shoulder.left, (BallAngles{0, 8, 0}));
    EXPECT_EQ(base_pose(Base::chair).angles.hip.right, (BallAngles{88, 6, 0}));
    EXPECT_EQ(base_pose(Base::half_kneeling).angles.knee, (Pair<double>{88, 90}));
    EXPECT_EQ(base_pose(Base::all_fours).hand.left->target, ReachTarget::floor);
    EXPECT_EQ(base_pose(Base::supine).angles.ankle.left, (AnkleAngle{-12, 0}));
    EXPECT_FALSE(base_pose(Base::supine).hand.left);
}

TEST(BaseTraits, SayWhatCarriesAndWhatStays) {
    EXPECT_EQ(usual_contact(Base::standing), (std::vector<Contact>{{BodyPoint::feet, {}}}));
    EXPECT_EQ(usual_contact(Base::chair), (std::vector<Contact>{{BodyPoint::pelvis, {}}}));
    EXPECT_EQ(usual_contact(Base::half_kneeling), (std::vector<Contact>{{BodyPoint::knee_l, {}}}));
    EXPECT_EQ(usual_contact(Base::supine), (std::vector<Contact>{{BodyPoint::trunk, {}}}));
    EXPECT_EQ(usual_anchor(Base::supine), BodyPoint::pelvis);
    EXPECT_EQ(usual_anchor(Base::all_fours), BodyPoint::knees);
    EXPECT_EQ(usual_camera(Base::prone), (CameraAngles{-40, 24}));
}

Pose uneven() {
    Pose pose;
    pose.angles.pelvis = {5, 6, 7};
    pose.angles.lumbar = {8, 9, 10};
    pose.angles.neck = {11, 12, 13};
    pose.angles.hip = {{1, 2, 3}, {4, 5, 6}};
    pose.angles.knee = {30, 40};
    pose.angles.ankle = {{-10, 0}, {0, 1}};
    pose.contact = {{BodyPoint::foot_l, 0.1}, {BodyPoint::shoulders, {}}};
    pose.hand.left = Reach{ReachTarget::thigh, Side::right, {}};
    pose.foot.right = Reach{ReachTarget::none, {}, Point{1, 2, 3}};
    return pose;
}

TEST(MirroredPoses, ExchangeLeftAndRight) {
    const Pose mirror = mirrored(uneven());
    EXPECT_EQ(mirror.angles.pelvis, (PelvisAngles{5, -6, -7}));
    EXPECT_EQ(mirror.angles.lumbar, (SpineAngles{8, -9, -10}));
    EXPECT_EQ(mirror.angles.neck, (SpineAngles{11, -12, -13}));
    EXPECT_EQ(mirror.angles.hip.left, (BallAngles{4, 5, 6}));
    EXPECT_EQ(mirror.angles.knee, (Pair<double>{40, 30}));
    EXPECT_EQ(mirror.angles.ankle.left, (AnkleAngle{0, 1}));
    EXPECT_EQ(mirror.contact,
              (std::vector<Contact>{{BodyPoint::foot_r, 0.1}, {BodyPoint::shoulders, {}}}));
    EXPECT_EQ(mirror.hand.right, (Reach{ReachTarget::thigh, Side::left, {}}));
    EXPECT_FALSE(mirror.hand.left);
    EXPECT_EQ(mirror.foot.left, (Reach{ReachTarget::none, {}, Point{1, 2, -3}}));
}

TEST(MirroredPoses, AreThemselvesInASecondMirror) {
    EXPECT_EQ(mirrored(mirrored(uneven())), uneven());
    for (std::size_t i = 0; i < words<BodyPoint>.size(); ++i) {
        Pose pose;
        pose.contact = {{static_cast<BodyPoint>(i), {}}};
        EXPECT_EQ(mirrored(mirrored(pose)), pose) << words<BodyPoint>[i];
    }
}

Figure with_frames(std::vector<FigureFrame> frames) {
    Figure figure;
    figure.frames = std::move(frames);
    figure.poses.resize(4);
    return figure;
}

TEST(Holds, AreHeldInTheMiddleOfTheLongestStay) {
    EXPECT_DOUBLE_EQ(held_share(with_frames({{0, 0}, {1, 0.4}, {1, 0.6}, {0, 1}})), 0.5);
    EXPECT_DOUBLE_EQ(
        held_share(with_frames({{0, 0}, {0, 0.1}, {1, 0.2}, {1, 0.8}, {2, 0.9}, {2, 1}})), 0.5);
    EXPECT_DOUBLE_EQ(held_share(with_frames({{0, 0}, {1, 0.2}, {1, 1}})), 0.6);
    EXPECT_DOUBLE_EQ(held_share(with_frames({{0, 0}, {1, 1}})), 0.5);
    EXPECT_DOUBLE_EQ(held_share(with_frames({{0, 0}})), 0.5);
    EXPECT_DOUBLE_EQ(furthest_share(with_frames({{0, 0}, {0, 0.3}, {1, 0.6}, {0, 1}})), 0.6);
    EXPECT_DOUBLE_EQ(furthest_share(with_frames({{0, 0}, {1, 0.4}, {1, 0.6}, {0, 1}})), 0.5);
    EXPECT_DOUBLE_EQ(furthest_share(with_frames({{0, 0}, {1, 1}})), 0.5);
    EXPECT_DOUBLE_EQ(furthest_share(with_frames({{0, 0}, {0, 1}})), 0.5);
}

TEST(Movedness, IsTheWayBetweenTwoPoses) {
    const Figure figure = with_frames({{0, 0}, {1, 0.4}, {1, 0.6}, {0, 1}});
    EXPECT_TRUE(moves_at(figure, 0));
    EXPECT_TRUE(moves_at(figure, 0.39));
    EXPECT_FALSE(moves_at(figure, 0.4));
    EXPECT_FALSE(moves_at(figure, 0.5));
    EXPECT_TRUE(moves_at(figure, 0.6));
    EXPECT_FALSE(moves_at(figure, 1));
    EXPECT_FALSE(moves_at(figure, 2));
}

TEST(Figures, AreDrawnIfTheyHaveFrames) {
    EXPECT_FALSE(is_drawn(Figure{}));
    EXPECT_TRUE(is_drawn(with_frames({{0, 0}})));
}

}  // namespace
}  // namespace hipflow
