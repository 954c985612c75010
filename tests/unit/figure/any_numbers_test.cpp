// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "figure/cells.h"
#include "figure/demands.h"
#include "figure/limits.h"
#include "figure/raster.h"
#include "made_figures.h"
#include "shipped.h"

// Whatever numbers a file may hold (docs/design/figures.md, "Format"), a figure ends in a picture.

namespace hipflow::figure {
namespace {

/// Figures of any numbers. Each number has its own chance to be at an end of its range.
class Dice {
   public:
    explicit Dice(unsigned seed) : random_(seed) {}

    double number(double least, double most) {
        const auto side = random_() % 12;
        if (side == 0) return least;
        if (side == 1) return most;
        return std::uniform_real_distribution(least, most)(random_);
    }
    bool chance(unsigned one_in) { return random_() % one_in == 0; }
    template <typename Word>
    Word word() {
        return static_cast<Word>(random_() % words<Word>.size());
    }
    double angle() { return number(-180, 180); }
    Point place() { return {number(-2, 2), number(-2, 2), number(-2, 2)}; }
    Side side() { return chance(2) ? Side::left : Side::right; }

    Angles angles() {
        Angles angles;
        angles.pelvis = {angle(), angle(), angle()};
        for (SpineAngles* part : {&angles.lumbar, &angles.thoracic, &angles.neck}) {
            *part = {angle(), angle(), angle()};
        }
        for (const Side side : two_sides) {
            angles.hip[side] = {angle(), angle(), angle()};
            angles.shoulder[side] = {angle(), angle(), angle()};
            angles.knee[side] = number(-20, 180);
            angles.elbow[side] = number(-20, 180);
            angles.wrist[side] = number(-90, 90);
            angles.ankle[side] = chance(2) ? AnkleAngle{0, 1} : AnkleAngle{number(-90, 90), 0};
        }
        return angles;
    }

    std::optional<Reach> reach() {
        if (chance(2)) return {};
        if (chance(4)) return Reach{ReachTarget::none, {}, place()};
        return Reach{word<ReachTarget>(), chance(2) ? std::optional(side()) : std::nullopt, {}};
    }

    std::vector<Contact> contacts() {
        std::vector<Contact> contacts;
        const std::size_t count = chance(2) ? 1 : 2;
        while (contacts.size() < count) {
            const auto point = word<BodyPoint>();
            contacts.push_back({point, chance(4) ? std::optional(number(0, 2)) : std::nullopt});
        }
        return contacts;
    }

    Pose pose() {
        Pose pose;
        pose.angles = angles();
        if (chance(3)) pose.contact = contacts();
        for (const Side side : two_sides) {
            pose.hand[side] = reach();
            pose.foot[side] = reach();
        }
        return pose;
    }

    BoxProp box() {
        const Point a = place();
        const Point b = place();
        return {{std::min(a.x, b.x), std::min(a.y, b.y), std::min(a.z, b.z)},
                {std::max(a.x, b.x), std::max(a.y, b.y), std::max(a.z, b.z)},
                number(0, 1)};
    }

    Surroundings scene() {
        Surroundings scene;
        if (chance(2)) {
            scene.chair = ChairProp{
                {{number(-2, 2), number(-2, 2)}}, number(0.05, 0.6), chance(2) ? 1 : -1, chance(2)};
        }
        if (chance(2)) {
            scene.wall = WallProp{word<Axis>(),
                                  number(-2, 2),
                                  chance(2) ? 1 : -1,
                                  {number(-2, 0), number(0, 2)},
                                  number(0.01, 2)};
        }
        if (chance(2)) scene.counter = box();
        if (chance(2)) scene.step = box();
        scene.band = chance(2);
        if (chance(2)) {
            scene.cushions = {{place(), {number(0.01, 2), number(0.01, 2), number(0.01, 2)}}};
        }
        return scene;
    }

    Figure figure() {
        Figure figure = figure_of(word<Base>(), {pose(), pose(), pose()});
        figure.contact = contacts();
        figure.anchor = word<BodyPoint>();
        figure.scene = scene();
        figure.camera = {angle(), number(-89, 89)};
        for (std::size_t i = 0; i < body_part_count; ++i) {
            figure.moving[i] = chance(2);
            figure.in_view[i] = chance(8);
        }
        return figure;
    }

   private:
    std::mt19937 random_;
};

bool is_finite(const Body& body) {
    const auto joints = joints_of(body);
    const bool finite = std::ranges::all_of(joints, [](const NamedPoint& joint) {
        return std::isfinite(joint.at.x) && std::isfinite(joint.at.y) && std::isfinite(joint.at.z);
    });
    const ReadAngles angles = read_angles(body);
    return finite && std::isfinite(angles.hip.left.flex + angles.hip.right.abd) &&
           std::isfinite(angles.knee.left + angles.knee.right + angles.spine.flex);
}

constexpr unsigned cases = 2000;

TEST(AnyNumbers, EndInABodyOfFiniteBones) {
    for (unsigned seed = 0; seed < cases; ++seed) {
        const Movement movement(Dice(seed).figure());
        for (const double share : {0.0, 0.3, 0.5, 0.9, 1.0}) {
            const Body body = movement.at(share);
            ASSERT_TRUE(is_finite(body)) << "case " << seed << " at " << share;
            for (const Side side : two_sides) {
                const Leg& leg = body.leg[side];
                ASSERT_NEAR(distance(leg.hip, leg.knee), lengths::thigh, 1e-6) << seed;
                ASSERT_NEAR(distance(leg.knee, leg.ankle), lengths::shank, 1e-6) << seed;
            }
        }
    }
}

TEST(AnyNumbers, EndInAPicture) {
    const Palette palette(ColourDepth::indexed, Theme::dark);
    for (unsigned seed = 0; seed < cases; seed += 4) {
        const Movement movement(Dice(seed).figure());
        Raster raster(movement, grain_of_cells(16, 8));
        ASSERT_TRUE(std::isfinite(raster.camera().scale())) << "case " << seed;
        ASSERT_GT(raster.camera().scale(), 0) << "case " << seed;
        const Picture& picture = raster.draw(movement.at(0.3));
        for (const Tint tint : picture.tints) {
            ASSERT_TRUE(tint.is_nothing() ||
                        static_cast<std::size_t>(tint.material()) < material_count)
                << "case " << seed;
        }
        ASSERT_EQ(cells_of(picture, palette, Glyphs::quadrants).cells.size(), 128U);
    }
}

TEST(AnyNumbers, AreMeasuredWithoutTrouble) {
    for (unsigned seed = 0; seed < cases / 20; ++seed) {
        const Movement movement(Dice(seed).figure());
        for (const auto& risk : risks_of(movement)) EXPECT_FALSE(risk.why.empty());
        for (const auto& excess : impossible_in(movement)) EXPECT_FALSE(excess.what.empty());
    }
}

}  // namespace
}  // namespace hipflow::figure
