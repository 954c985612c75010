// SPDX-License-Identifier: MIT
#include "figure/demands.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "domain/restriction.h"
#include "made_figures.h"

namespace hipflow::figure {
namespace {

Demand demand_of(const Figure& figure, std::string_view tag) {
    const auto found = risks_of(Movement(figure));
    const auto risk = std::ranges::find(found, tag, &FoundRisk::tag);
    return risk == found.end() ? Demand::none : risk->demand;
}

using Change = std::function<void(Angles&)>;

Demand supine(std::string_view tag, const Change& change) {
    return demand_of(held(Base::supine, change), tag);
}
Demand standing(std::string_view tag, const Change& change) {
    return demand_of(held(Base::standing, change), tag);
}
Demand prone(std::string_view tag, const Change& change) {
    return demand_of(held(Base::prone, change), tag);
}

/// Sets an angle of one hip, and of the other, in turn.
template <typename Expect>
void for_each_side(const Expect& expect) {
    for (const Side side : two_sides) expect(side);
}

TEST(HipFlexion, CountsFrom75AndInFullFrom88) {
    for_each_side([](Side side) {
        const auto at = [&](double degrees) {
            return supine("hip-flex-90", [&](Angles& a) { a.hip[side].flex = degrees; });
        };
        EXPECT_EQ(at(88), Demand::full);
        EXPECT_EQ(at(87.9), Demand::mild);
        EXPECT_EQ(at(75), Demand::mild);
        EXPECT_EQ(at(74.9), Demand::none);
    });
}

TEST(HipFlexion, OfSittingOnAChairDoesNotCount) {
    const auto at = [&](double degrees) {
        return demand_of(held(Base::chair, [&](Angles& a) { a.hip.left.flex = degrees; }),
                         "hip-flex-90");
    };
    EXPECT_EQ(at(88), Demand::none);
    EXPECT_EQ(at(99.9), Demand::none);
    EXPECT_EQ(at(100), Demand::full);
}

// A knee is across where it is 0.015 beyond the middle: with straight adduction, at 15.9 degrees.
TEST(HipCrossing, CountsInFullWhereTheKneeIsAcross) {
    for_each_side([](Side side) {
        const auto at = [&](double inwards) {
            return supine("hip-add-cross", [&](Angles& a) { a.hip[side].abd = -inwards; });
        };
        EXPECT_EQ(at(16), Demand::full);
        EXPECT_EQ(at(15.8), Demand::mild);
        EXPECT_EQ(at(7), Demand::mild);
        EXPECT_EQ(at(6.9), Demand::none);
        EXPECT_EQ(at(-30), Demand::none);
    });
}

TEST(HipRotation, InwardsCountsFrom25AndInFullFrom36) {
    for_each_side([](Side side) {
        const auto at = [&](double degrees) {
            return supine("hip-ir-end", [&](Angles& a) { a.hip[side] = {50, 0, degrees}; });
        };
        EXPECT_EQ(at(36), Demand::full);
        EXPECT_EQ(at(35.9), Demand::mild);
        EXPECT_EQ(at(25), Demand::mild);
        EXPECT_EQ(at(24.9), Demand::none);
        EXPECT_EQ(at(-60), Demand::none);
    });
}

TEST(HipRotation, OutwardsCountsFrom38AndInFullFrom50) {
    for_each_side([](Side side) {
        const auto at = [&](double degrees) {
            return supine("hip-er-end", [&](Angles& a) { a.hip[side] = {50, 0, -degrees}; });
        };
        EXPECT_EQ(at(50), Demand::full);
        EXPECT_EQ(at(49.9), Demand::mild);
        EXPECT_EQ(at(38), Demand::mild);
        EXPECT_EQ(at(37.9), Demand::none);
        EXPECT_EQ(at(-60), Demand::none);
    });
}

TEST(HipRotation, OutwardsOfAStraightHipCountsInFullFrom20) {
    const auto at = [&](double flex, double outwards) {
        return supine("hip-er-end", [&](Angles& a) { a.hip.left = {flex, 0, -outwards}; });
    };
    EXPECT_EQ(at(0, 20), Demand::full);
    EXPECT_EQ(at(0, 19.9), Demand::none);
    EXPECT_EQ(at(19.9, 20), Demand::full);
    EXPECT_EQ(at(20.1, 20), Demand::none);
    EXPECT_EQ(at(20.1, 40), Demand::mild);
}

TEST(HipExtension, CountsFrom12AndInFullFrom15) {
    for_each_side([](Side side) {
        const auto at = [&](double back) {
            return prone("hip-ext-end", [&](Angles& a) { a.hip[side].flex = -back; });
        };
        EXPECT_EQ(at(15), Demand::full);
        EXPECT_EQ(at(14.9), Demand::mild);
        EXPECT_EQ(at(12), Demand::mild);
        EXPECT_EQ(at(11.9), Demand::none);
    });
}

TEST(Spine, CountsFlexionFrom20AndInFullFrom40) {
    const auto at = [](double degrees) {
        return standing("spine-flex", [&](Angles& a) { a.lumbar.flex = degrees; });
    };
    EXPECT_EQ(at(40), Demand::full);
    EXPECT_EQ(at(39.9), Demand::mild);
    EXPECT_EQ(at(20), Demand::mild);
    EXPECT_EQ(at(19.9), Demand::none);
}

TEST(Spine, CountsExtensionFrom22AndInFullFrom32) {
    const auto at = [](double degrees) {
        return standing("spine-ext", [&](Angles& a) { a.thoracic.flex = -degrees; });
    };
    EXPECT_EQ(at(32), Demand::full);
    EXPECT_EQ(at(31.9), Demand::mild);
    EXPECT_EQ(at(22), Demand::mild);
    EXPECT_EQ(at(21.9), Demand::none);
}

TEST(Spine, CountsRotationToBothSidesFrom15AndInFullFrom25) {
    for (const double way : {1.0, -1.0}) {
        const auto at = [&](double degrees) {
            return standing("spine-rot", [&](Angles& a) { a.thoracic.rot = way * degrees; });
        };
        EXPECT_EQ(at(25), Demand::full);
        EXPECT_EQ(at(24.9), Demand::mild);
        EXPECT_EQ(at(15), Demand::mild);
        EXPECT_EQ(at(14.9), Demand::none);
    }
}

TEST(Spine, CountsBendingToBothSidesFrom10AndInFullFrom20) {
    for (const double way : {1.0, -1.0}) {
        const auto at = [&](double degrees) {
            return standing("spine-side", [&](Angles& a) { a.lumbar.bend = way * degrees; });
        };
        EXPECT_EQ(at(20), Demand::full);
        EXPECT_EQ(at(19.9), Demand::mild);
        EXPECT_EQ(at(10), Demand::mild);
        EXPECT_EQ(at(9.9), Demand::none);
    }
}

Demand at_base(Base base, std::string_view tag) {
    return demand_of(figure_of(base, {base_pose(base)}), tag);
}

TEST(Floor, IsNotWhereABedIs) {
    for (const Base base : {Base::supine, Base::all_fours, Base::side_lying_left}) {
        Figure figure = figure_of(base, {base_pose(base)});
        EXPECT_EQ(demand_of(figure, "floor"), Demand::full) << word(base);
        figure.scene.bed = true;
        EXPECT_EQ(demand_of(figure, "floor"), Demand::none) << word(base);
        for (const auto* tag : {"kneel", "wrist", "supine-flat"}) {
            EXPECT_EQ(demand_of(figure, tag), at_base(base, tag)) << word(base) << ' ' << tag;
        }
    }
}

TEST(Kneeling, IsAKneeOnTheFloorInAKneelingBase) {
    for (const Base base : {Base::half_kneeling, Base::kneeling, Base::all_fours}) {
        EXPECT_EQ(at_base(base, "kneel"), Demand::full) << word(base);
    }
    for (const Base base : {Base::standing, Base::chair, Base::floor_sitting, Base::supine,
                            Base::prone, Base::side_lying_left, Base::side_lying_right}) {
        EXPECT_EQ(at_base(base, "kneel"), Demand::none) << word(base);
    }
}

TEST(Wrists, CarryTheBodyOnAllFours) {
    EXPECT_EQ(at_base(Base::all_fours, "wrist"), Demand::full);
    for (const Base base : {Base::half_kneeling, Base::supine, Base::prone, Base::floor_sitting}) {
        EXPECT_EQ(at_base(base, "wrist"), Demand::none) << word(base);
    }
    Pose hands_up = base_pose(Base::all_fours);
    hands_up.hand = {Reach{}, Reach{}};
    hands_up.angles.shoulder = {{170, 0, 0}, {170, 0, 0}};
    EXPECT_EQ(demand_of(figure_of(Base::all_fours, {hands_up}), "wrist"), Demand::none);
    Pose one_hand = hands_up;
    one_hand.hand.left = Reach{ReachTarget::floor, {}, {}};
    one_hand.angles.shoulder.left.flex = 85;
    EXPECT_EQ(demand_of(figure_of(Base::all_fours, {one_hand}), "wrist"), Demand::full);
}

TEST(Wrists, CarryLittleWhereTheShouldersAreLow) {
    Pose low = base_pose(Base::all_fours);
    low.angles.pelvis.tilt = 45;
    low.angles.hip = {{127, 0, 0}, {127, 0, 0}};
    const Movement movement(figure_of(Base::all_fours, {low}));
    ASSERT_LT(movement.at(0).arm.left.shoulder.y, 0.20);
    ASSERT_LT(movement.at(0).arm.left.wrist.y, 0.03);
    EXPECT_EQ(demand_of(movement.figure(), "wrist"), Demand::none);
}

/// Somebody who stands on the right foot, and holds the left one at that height of its ankle.
Figure with_left_ankle_at(double height, AnkleAngle ankle = {0, 1}) {
    Pose pose = base_pose(Base::standing);
    pose.foot.left = Reach{ReachTarget::none, {}, Vec{0, height, 2 * lengths::half_hips}};
    pose.angles.ankle.left = ankle;
    Figure figure = figure_of(Base::standing, {pose});
    figure.contact = {{BodyPoint::foot_r, {}}};
    figure.anchor = BodyPoint::foot_r;
    return figure;
}

TEST(SingleLeg, IsAFootInTheAir) {
    EXPECT_EQ(at_base(Base::standing, "single-leg"), Demand::none);
    EXPECT_EQ(demand_of(with_left_ankle_at(0.042), "single-leg"), Demand::none);
    EXPECT_EQ(demand_of(with_left_ankle_at(0.20), "single-leg"), Demand::full);
    // Nobody stands on one leg who sits, kneels or lies.
    for (const Base base : {Base::chair, Base::half_kneeling, Base::kneeling, Base::supine}) {
        EXPECT_EQ(at_base(base, "single-leg"), Demand::none) << word(base);
    }
}

TEST(SingleLeg, IsMildWithTheToesOfTheOtherFootDown) {
    EXPECT_EQ(demand_of(with_left_ankle_at(0.08, {-50, 0}), "single-leg"), Demand::mild);
    EXPECT_EQ(demand_of(with_left_ankle_at(0.20, {-50, 0}), "single-leg"), Demand::full);
}

TEST(SingleLeg, IsNotAFootOnAStep) {
    Figure figure = with_left_ankle_at(0.142);
    EXPECT_EQ(demand_of(figure, "single-leg"), Demand::full);
    figure.scene.step = BoxProp{{-0.3, 0, -0.2}, {0.3, 0.1, 0.2}, 1};
    EXPECT_EQ(demand_of(figure, "single-leg"), Demand::none);
    figure.scene.step = BoxProp{{0.3, 0, -0.2}, {0.6, 0.1, 0.2}, 1};  // elsewhere
    EXPECT_EQ(demand_of(figure, "single-leg"), Demand::full);
}

TEST(SingleLeg, IsNotAFootAtTheHeightOfItsContact) {
    const std::vector<Contact> on_a_step = {{BodyPoint::foot_l, 0.1}};
    Pose down = base_pose(Base::standing);
    down.angles.hip.left.flex = 50;
    down.angles.knee.left = 80;
    Figure figure = figure_of(Base::standing, {down});
    figure.anchor = BodyPoint::foot_l;
    figure.contact = on_a_step;
    EXPECT_EQ(demand_of(figure, "single-leg"), Demand::none);
    figure.contact = usual_contact(Base::standing);
    figure.poses.front().contact = on_a_step;
    EXPECT_EQ(demand_of(figure, "single-leg"), Demand::none);
    figure.poses.front().contact = {{BodyPoint::toe_l, 0.1}};
    EXPECT_EQ(demand_of(figure, "single-leg"), Demand::none);
    Figure both = figure_of(Base::standing, {base_pose(Base::standing)});
    both.contact = {{BodyPoint::feet, 0.1}};
    EXPECT_EQ(demand_of(both, "single-leg"), Demand::none);
}

TEST(Lying, IsOnTheBellyOrFlatOnTheBack) {
    for (std::size_t i = 0; i < words<Base>.size(); ++i) {
        const auto base = static_cast<Base>(i);
        EXPECT_EQ(at_base(base, "prone"), base == Base::prone ? Demand::full : Demand::none)
            << word(base);
        EXPECT_EQ(at_base(base, "supine-flat"), base == Base::supine ? Demand::full : Demand::none)
            << word(base);
    }
    const auto turned = [](double degrees) {
        return supine("supine-flat", [&](Angles& a) { a.pelvis.turn = degrees; });
    };
    EXPECT_EQ(turned(50), Demand::full);  // its cosine is more than 0.6
    EXPECT_EQ(turned(56), Demand::none);
}

TEST(Lying, OnTheBellyIsProppedUpAsWell) {
    EXPECT_EQ(prone("prone", [](Angles& a) { a.lumbar.flex = -30; }), Demand::full);
}

TEST(Floor, IsEveryBaseButStandingAndAChair) {
    for (std::size_t i = 0; i < words<Base>.size(); ++i) {
        const auto base = static_cast<Base>(i);
        const bool above = base == Base::standing || base == Base::chair;
        EXPECT_EQ(at_base(base, "floor"), above ? Demand::none : Demand::full) << word(base);
    }
}

TEST(Risks, AreTheLargestOfTheMovementWithSideDegreesAndPose) {
    Pose bent = base_pose(Base::supine);
    bent.angles.hip.right.flex = 92;
    const auto found = risks_of(Movement(figure_of(Base::supine, {base_pose(Base::supine), bent})));
    const auto risk = std::ranges::find(found, "hip-flex-90", &FoundRisk::tag);
    ASSERT_NE(risk, found.end());
    EXPECT_EQ(*risk, (FoundRisk{"hip-flex-90", Demand::full, "the right hip bends 92°", "pose-1"}));
}

TEST(Risks, AreMeasuredButForThoseThatNoAngleTells) {
    for (const std::string_view tag : risk_tags) {
        const bool told = tag == "neural" || tag == "trunk-load" || tag == "shoulder";
        EXPECT_EQ(is_measured(tag), !told) << tag;
    }
    EXPECT_FALSE(is_measured("no-such"));
}

}  // namespace
}  // namespace hipflow::figure
