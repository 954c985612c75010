// SPDX-License-Identifier: MIT
#include "terminal/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "terminal/theme.h"

namespace hipflow::terminal {
namespace {

using figure::Colour;
using figure::ColourDepth;
using figure::Rgb;
using figure::Theme;

constexpr std::array texts = {Ink::normal, Ink::strong, Ink::faint,   Ink::work,
                              Ink::gap,    Ink::alert,  Ink::reversed};
constexpr std::array depths = {ColourDepth::none, ColourDepth::eight, ColourDepth::sixteen,
                               ColourDepth::indexed, ColourDepth::truecolor};
constexpr double readable = 4.5;  // WCAG 2, level AA

/// The usual backgrounds of terminals: black and xterm's grey ones, white and solarized paper.
std::vector<Rgb> backgrounds(Theme theme) {
    if (theme == Theme::dark) return {{0, 0, 0}, {0x1e, 0x1e, 0x1e}};
    return {{0xff, 0xff, 0xff}, {0xfd, 0xf6, 0xe3}};
}

double contrast(const Rgb& a, const Rgb& b) {
    const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05);
}

/// What a look may be seen as: many terminals show the first eight colours bright where they are
/// bold.
std::vector<Rgb> seen(const InkLook& look) {
    std::vector<Rgb> colours = {figure::rgb_of(look.colour)};
    const std::uint8_t number = look.colour.value.red;
    if (look.bold && number < 8) {
        colours.push_back(figure::rgb_of(Colour::numbered(static_cast<std::uint8_t>(number + 8))));
    }
    return colours;
}

TEST(InkPalette, EveryTextCanBeReadOnEveryBackground) {
    for (const auto theme : {Theme::dark, Theme::light}) {
        for (const auto depth : depths) {
            for (const auto ink : texts) {
                const InkLook look = look_of(ink, depth, theme);
                if (look.colour.kind == Colour::Kind::none) continue;  // the user's own
                ASSERT_EQ(look.colour.kind, Colour::Kind::numbered);
                for (const auto& colour : seen(look)) {
                    for (const auto& background : backgrounds(theme)) {
                        EXPECT_GE(contrast(colour, background), readable)
                            << sgr_of(look).substr(1) << " on " << int{background.red};
                    }
                }
            }
        }
    }
}

TEST(InkPalette, WorkGapAndAlertDifferEverywhere) {
    for (const auto theme : {Theme::dark, Theme::light}) {
        for (const auto depth : depths) {
            const InkLook work = look_of(Ink::work, depth, theme);
            const InkLook gap = look_of(Ink::gap, depth, theme);
            EXPECT_NE(work, gap);
            EXPECT_NE(look_of(Ink::alert, depth, theme), gap);
            EXPECT_NE(look_of(Ink::strong, depth, theme), look_of(Ink::normal, depth, theme));
            if (depth == ColourDepth::none) continue;
            EXPECT_NE(look_of(Ink::alert, depth, theme), work);
        }
    }
}

TEST(InkPalette, IsNeverDimAndNeverYellowOnPaper) {
    for (const auto theme : {Theme::dark, Theme::light}) {
        for (const auto depth : depths) {
            const std::string bytes = sgr_of(look_of(Ink::faint, depth, theme));
            EXPECT_FALSE(bytes.starts_with("\x1b[0;2")) << bytes.substr(1);
        }
    }
    for (const auto ink : texts) {
        EXPECT_NE(look_of(ink, ColourDepth::sixteen, Theme::light).colour, Colour::numbered(3));
    }
}

TEST(InkPalette, HasOnlyBoldAndPlainWithoutColours) {
    for (const auto ink : texts) {
        const InkLook look = look_of(ink, ColourDepth::none, Theme::dark);
        EXPECT_EQ(look.colour, Colour{});
        EXPECT_EQ(look, look_of(ink, ColourDepth::none, Theme::light));
    }
    EXPECT_TRUE(look_of(Ink::work, ColourDepth::none, Theme::dark).bold);
    EXPECT_FALSE(look_of(Ink::gap, ColourDepth::none, Theme::dark).bold);
}

TEST(InkPalette, HasSequencesThatStandForThemselves) {
    EXPECT_EQ(sgr_of({}), "\x1b[0m");
    EXPECT_EQ(sgr_of({Colour::numbered(3), true}), "\x1b[0;1;33m");
    EXPECT_EQ(sgr_of({Colour::numbered(84)}), "\x1b[0;38;5;84m");
    EXPECT_EQ(sgr_of({{}, false, true}), "\x1b[0;7m");
}

}  // namespace
}  // namespace hipflow::terminal
