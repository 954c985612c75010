// SPDX-License-Identifier: MIT
#include "figure/raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "made_figures.h"

namespace hipflow::figure {
namespace {

Movement bridge(bool band = false) {
    Pose up = base_pose(Base::supine);
    up.angles.hip = {{40, 0, 0}, {40, 0, 0}};
    up.angles.knee = {100, 100};
    Figure figure = figure_of(Base::supine, {base_pose(Base::supine), up});
    figure.scene.band = band;
    return Movement(figure);
}

std::set<Material> materials_in(const Picture& picture) {
    std::set<Material> found;
    for (const Tint tint : picture.tints) {
        if (!tint.is_nothing()) found.insert(tint.material());
    }
    return found;
}

TEST(Tints, KeepMaterialAndTone) {
    const Tint tint = Tint::of(Material::band, 2);
    EXPECT_EQ(tint.material(), Material::band);
    EXPECT_EQ(tint.tone(), 2);
    EXPECT_FALSE(tint.is_nothing());
    EXPECT_TRUE(Tint{}.is_nothing());
    EXPECT_EQ(Tint::of(Material::limb, Tint::outline).tone(), Tint::outline);
}

TEST(Grains, HaveFourDotsInACellAndOneInAPixel) {
    const Grain small = grain_of_cells(38, 11);
    EXPECT_EQ(small.width, 76);
    EXPECT_EQ(small.height, 22);
    EXPECT_EQ(small.down, 3);
    EXPECT_EQ(grain_of_cells(64, 24).down, 2);
    const Grain pixels = grain_of_pixels(380, 220);
    EXPECT_EQ(pixels.width, 380);
    EXPECT_EQ(pixels.dot_height, 1);
    EXPECT_EQ(pixels.outline, 3);
}

TEST(Raster, DrawsTheSameBodyAlike) {
    const Movement movement = bridge();
    Raster raster(movement, grain_of_cells(38, 11));
    const Picture before = raster.draw(movement.at(0.5));
    EXPECT_NE(raster.draw(movement.at(0)), before);
    EXPECT_EQ(raster.draw(movement.at(0.5)), before);
    EXPECT_EQ(Raster(movement, grain_of_cells(38, 11)).draw(movement.at(0.5)), before);
    EXPECT_EQ(before.width, 76);
    EXPECT_EQ(before.height, 22);
    EXPECT_EQ(before.tints.size(), 76U * 22U);
}

TEST(Raster, DrawsEveryMaterialOfABody) {
    const Movement movement = bridge();
    Raster raster(movement, grain_of_cells(64, 24));
    const auto found = materials_in(raster.draw(movement.at(0)));
    for (const Material material :
         {Material::limb, Material::shirt, Material::shorts, Material::hair, Material::face,
          Material::accent, Material::mat, Material::edge}) {
        EXPECT_TRUE(found.contains(material)) << static_cast<int>(material);
    }
    for (const Material material :
         {Material::band, Material::wood, Material::wall, Material::step, Material::cushion}) {
        EXPECT_FALSE(found.contains(material)) << static_cast<int>(material);
    }
}

TEST(Raster, DrawsTheThingsAround) {
    Figure figure = figure_of(Base::chair, {base_pose(Base::chair)});
    figure.scene.wall = WallProp{};
    figure.scene.step = BoxProp{{-0.3, 0, -0.2}, {-0.2, 0.1, 0.2}, 1};
    figure.scene.band = true;
    figure.scene.cushions = {{{0.1, 0.03, 0.25}, {0.07, 0.03, 0.09}}};
    const Movement movement(figure);
    Raster raster(movement, grain_of_cells(64, 24));
    const auto found = materials_in(raster.draw(movement.at(0)));
    for (const Material material :
         {Material::wood, Material::wall, Material::step, Material::band, Material::cushion}) {
        EXPECT_TRUE(found.contains(material)) << static_cast<int>(material);
    }
}

TEST(Raster, LeavesTheBackgroundOpen) {
    const Movement movement = bridge();
    Raster raster(movement, grain_of_cells(38, 11));
    const Picture& picture = raster.draw(movement.at(0));
    EXPECT_TRUE(picture.at(0, 0).is_nothing());
    EXPECT_TRUE(picture.at(75, 21).is_nothing());
}

TEST(Raster, DarkensTheMatBelowABody) {
    const Movement movement = bridge();
    Raster raster(movement, grain_of_cells(64, 24));
    const Picture& picture = raster.draw(movement.at(0));
    const auto tones = [&](int tone) {
        return std::count(picture.tints.begin(), picture.tints.end(),
                          Tint::of(Material::mat, tone));
    };
    EXPECT_GT(tones(2), 20);
    EXPECT_GT(tones(0) + tones(1), 5);
}

TEST(Raster, OutlinesAPartThatHidesAnother) {
    const Movement movement(held(Base::standing, [](Angles& angles) {
        angles.shoulder.left = {0, 0, 0};  // the arm before the trunk
    }));
    Raster raster(movement, grain_of_pixels(200, 300));
    const Picture& picture = raster.draw(movement.at(0));
    const auto outlined = std::count_if(picture.tints.begin(), picture.tints.end(), [](Tint tint) {
        return !tint.is_nothing() && tint.tone() == Tint::outline;
    });
    EXPECT_GT(outlined, 30);
    EXPECT_LT(outlined, 200 * 300 / 20);
}

TEST(Raster, DrawsTheFarLegFarther) {
    Pose pose = base_pose(Base::side_lying_right);
    Figure figure = figure_of(Base::side_lying_right, {pose});
    figure.moving = parts_named("head");
    figure.camera = {0, 80};  // from above, the upper leg is nearer
    const Movement movement(figure);
    Raster raster(movement, grain_of_cells(64, 24));
    EXPECT_TRUE(materials_in(raster.draw(movement.at(0))).contains(Material::far_limb));
}

TEST(Looks, GiveAGroupToEachBoneAndOneToTheTrunk) {
    EXPECT_EQ(group_of(BodyPart::pelvis), group_of(BodyPart::chest));
    EXPECT_EQ(group_of(BodyPart::shoulder_l), group_of(BodyPart::chest));
    EXPECT_EQ(group_of(BodyPart::neck), group_of(BodyPart::head));
    EXPECT_NE(group_of(BodyPart::head), group_of(BodyPart::chest));
    EXPECT_NE(group_of(BodyPart::thigh_l), group_of(BodyPart::thigh_r));
    EXPECT_NE(group_of(BodyPart::thigh_l), group_of(BodyPart::shank_l));
}

TEST(Looks, GiveTheAccentToWhatMoves) {
    Figure figure = figure_of(Base::standing, {base_pose(Base::standing)});
    figure.moving = parts_named("leg_l") | parts_named("arm_r") | parts_named("pelvis");
    FarSides far;
    far.arm.right = true;
    far.leg.right = true;
    const Materials materials = materials_of(figure, far);
    const auto of = [&](BodyPart part) { return materials.at(static_cast<std::size_t>(part)); };
    EXPECT_EQ(of(BodyPart::shank_l), Material::accent);
    EXPECT_EQ(of(BodyPart::shank_r), Material::far_limb);
    EXPECT_EQ(of(BodyPart::fore_r), Material::far_accent);
    EXPECT_EQ(of(BodyPart::fore_l), Material::limb);
    EXPECT_EQ(of(BodyPart::pelvis), Material::accent_shirt);
    EXPECT_EQ(of(BodyPart::chest), Material::shirt);
    EXPECT_EQ(of(BodyPart::head), Material::face);
    figure.moving.reset();
    EXPECT_EQ(materials_of(figure, {}).front(), Material::shorts);
}

}  // namespace
}  // namespace hipflow::figure
