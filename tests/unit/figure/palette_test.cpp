// SPDX-License-Identifier: MIT
#include "figure/palette.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hipflow::figure {
namespace {

constexpr auto depths_with_colour = std::to_array<ColourDepth>(
    {ColourDepth::eight, ColourDepth::sixteen, ColourDepth::indexed, ColourDepth::truecolor});
constexpr auto themes = std::to_array<Theme>({Theme::dark, Theme::light});
constexpr auto tones = std::to_array<int>({0, 1, 2, Tint::outline});

int brightness(const Rgb& rgb) { return 2 * rgb.red + 5 * rgb.green + rgb.blue; }

template <typename Take>
void for_each_tint(const Take& take) {
    for (std::size_t i = 0; i < material_count; ++i) {
        for (const int tone : tones) take(Tint::of(static_cast<Material>(i), tone));
    }
}

TEST(Palettes, HaveNoColourWhereThereIsNone) {
    const Palette palette(ColourDepth::none, Theme::dark);
    for_each_tint([&](Tint tint) { EXPECT_EQ(palette.colour(tint), Colour{}); });
}

TEST(Palettes, StayInTheColoursOfTheirDepth) {
    const auto most = [](ColourDepth depth) {
        if (depth == ColourDepth::eight) return 7;
        return depth == ColourDepth::sixteen ? 15 : 255;
    };
    for (const ColourDepth depth :
         {ColourDepth::eight, ColourDepth::sixteen, ColourDepth::indexed}) {
        for (const Theme theme : themes) {
            const Palette palette(depth, theme);
            for_each_tint([&](Tint tint) {
                const Colour& colour = palette.colour(tint);
                EXPECT_EQ(colour.kind, Colour::Kind::numbered);
                EXPECT_LE(colour.value.red, most(depth));
                // Of 256, the first sixteen are whatever the terminal makes of them.
                EXPECT_GE(colour.value.red, depth == ColourDepth::indexed ? 16 : 0);
                EXPECT_EQ(palette.rgb(tint), rgb_of(colour));
            });
        }
    }
    const Palette any(ColourDepth::truecolor, Theme::light);
    for_each_tint([&](Tint tint) {
        EXPECT_EQ(any.colour(tint), Colour::of(true_colour(tint, 3, Theme::light)));
    });
}

TEST(Palettes, GetBrighterWithTheTone) {
    for (const ColourDepth depth : {ColourDepth::indexed, ColourDepth::truecolor}) {
        for (const Theme theme : themes) {
            const Palette palette(depth, theme);
            for (std::size_t i = 0; i < material_count; ++i) {
                const auto material = static_cast<Material>(i);
                const auto bright = [&](int tone) {
                    return brightness(palette.rgb(Tint::of(material, tone)));
                };
                EXPECT_LE(bright(0), bright(1)) << i;
                EXPECT_LE(bright(1), bright(2)) << i;
                EXPECT_LT(bright(0), bright(2)) << i;
                EXPECT_LT(bright(Tint::outline), bright(2)) << i;
            }
        }
    }
}

TEST(Palettes, TellWhatMovesFromTheBodyAndTheMat) {
    for (const ColourDepth depth : depths_with_colour) {
        for (const Theme theme : themes) {
            const Palette palette(depth, theme);
            const auto middle = [&](Material material) {
                return palette.colour(Tint::of(material, 1));
            };
            for (const Material other :
                 {Material::limb, Material::far_limb, Material::shirt, Material::shorts,
                  Material::face, Material::mat, Material::wall}) {
                EXPECT_NE(middle(Material::accent), middle(other)) << static_cast<int>(other);
                EXPECT_NE(middle(Material::accent_shirt), middle(other)) << static_cast<int>(other);
            }
            EXPECT_NE(middle(Material::limb), middle(Material::mat));
        }
    }
}

TEST(Palettes, StandOutFromThePaper) {
    constexpr int clearly = 2'000;
    for (const ColourDepth depth : depths_with_colour) {
        for (const Theme theme : themes) {
            const Palette palette(depth, theme);
            for (const Material material : {Material::limb, Material::accent, Material::shirt}) {
                EXPECT_GT(
                    squared_distance(palette.rgb(Tint::of(material, 1)), palette.background()),
                    clearly)
                    << static_cast<int>(material);
            }
            EXPECT_EQ(palette.rgb({}), palette.background());
        }
    }
}

TEST(Colours, AreThoseOfXterm) {
    const auto of = [](int number) {
        return rgb_of(Colour::numbered(static_cast<std::uint8_t>(number)));
    };
    EXPECT_EQ(of(0), (Rgb{0, 0, 0}));
    EXPECT_EQ(of(15), (Rgb{255, 255, 255}));
    EXPECT_EQ(of(16), (Rgb{0, 0, 0}));
    EXPECT_EQ(of(196), (Rgb{255, 0, 0}));
    EXPECT_EQ(of(67), (Rgb{95, 135, 175}));
    EXPECT_EQ(of(231), (Rgb{255, 255, 255}));
    EXPECT_EQ(of(232), (Rgb{8, 8, 8}));
    EXPECT_EQ(of(255), (Rgb{238, 238, 238}));
    EXPECT_EQ(rgb_of(Colour::of({1, 2, 3})), (Rgb{1, 2, 3}));
    EXPECT_EQ(rgb_of(Colour{}), Rgb{});
    EXPECT_EQ(squared_distance({0, 0, 0}, {1, 2, 3}), 14);
    EXPECT_EQ(squared_distance({255, 0, 0}, {0, 0, 0}), 255 * 255);
}

TEST(Colours, GoFromTheDarkEndToTheBrightOne) {
    EXPECT_EQ(true_colour(Tint::of(Material::accent, 0), 5, Theme::dark), (Rgb{14, 96, 52}));
    EXPECT_EQ(true_colour(Tint::of(Material::accent, 4), 5, Theme::dark), (Rgb{92, 238, 140}));
    EXPECT_EQ(true_colour(Tint::of(Material::accent, 2), 5, Theme::dark), (Rgb{53, 167, 96}));
    EXPECT_EQ(true_colour(Tint::of(Material::accent, 0), 1, Theme::dark), (Rgb{14, 96, 52}));
    EXPECT_EQ(true_colour(Tint::of(Material::accent, Tint::outline), 5, Theme::dark),
              (Rgb{6, 43, 23}));
}

}  // namespace
}  // namespace hipflow::figure
