// SPDX-License-Identifier: MIT
#include "terminal/capabilities.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>

namespace hipflow::terminal {
namespace {

using figure::ColourDepth;
using figure::Glyphs;
using figure::Theme;
using platform::Environment;
using Variables = std::map<std::string, std::string>;

constexpr Style coloured{true, true, 80};

FigureLook look(const Variables& variables, const DisplaySettings& display = {},
                const Style& style = coloured, Charset charset = Charset::automatic) {
    return look_for(Environment(variables), style, charset, display);
}

ColourDepth depth(const Variables& variables) { return look(variables).palette.depth(); }

Theme theme(const Variables& variables, ThemeChoice choice = ThemeChoice::automatic,
            const Background& background = {}) {
    DisplaySettings display;
    display.theme = choice;
    return look_for(Environment(variables), coloured, Charset::automatic, display, background)
        .palette.theme();
}

TEST(LookFor, TheTermTellsHowManyColoursThereAre) {
    for (const char* term : {"xterm-256color", "tmux-256color", "screen-256color", "xterm-kitty",
                             "xterm-ghostty", "alacritty", "foot", "wezterm", "xterm-direct"}) {
        EXPECT_EQ(depth({{"TERM", term}}), ColourDepth::indexed) << term;
    }
    for (const char* term : {"xterm", "screen", "rxvt"}) {
        EXPECT_EQ(depth({{"TERM", term}}), ColourDepth::sixteen) << term;
    }
    EXPECT_EQ(depth({{"TERM", "linux"}}), ColourDepth::eight);
    EXPECT_EQ(depth({}), ColourDepth::sixteen);
}

TEST(LookFor, TrueColourIsKnownOfAndLeftAlone) {
    // It takes more bytes and looks nearly the same.
    EXPECT_EQ(depth({{"TERM", "xterm"}, {"COLORTERM", "truecolor"}}), ColourDepth::indexed);
    EXPECT_EQ(depth({{"TERM", "xterm-256color"}, {"COLORTERM", "24bit"}}), ColourDepth::indexed);
    EXPECT_EQ(depth({{"TERM", "linux"}, {"COLORTERM", "truecolor"}}), ColourDepth::eight);
}

TEST(LookFor, TheSettingOfColoursWins) {
    const std::vector<std::pair<FigureColours, ColourDepth>> all = {
        {FigureColours::truecolor, ColourDepth::truecolor},
        {FigureColours::indexed, ColourDepth::indexed},
        {FigureColours::sixteen, ColourDepth::sixteen},
        {FigureColours::eight, ColourDepth::eight}};
    for (const auto& [setting, wanted] : all) {
        for (const char* term : {"xterm-256color", "xterm", "linux"}) {
            DisplaySettings display;
            display.colours = setting;
            EXPECT_EQ(look({{"TERM", term}}, display).palette.depth(), wanted) << term;
            EXPECT_EQ(look({{"TERM", term}}, display, {false, true, 80}).palette.depth(),
                      ColourDepth::none)
                << "but for somebody who wants no colour at all";
        }
    }
}

TEST(LookFor, NoColorMeansNone) {
    const Variables forced = {{"TERM", "xterm-256color"}, {"CLICOLOR_FORCE", "1"}};
    Variables refused = forced;
    refused["NO_COLOR"] = "1";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), &std::fclose);
    const auto depth_on = [&](const Variables& variables, ColorWhen color) {
        const Environment environment(variables);
        const Style style = style_for(file.get(), environment, color, Charset::unicode);
        return look_for(environment, style, Charset::unicode, {}).palette.depth();
    };
    EXPECT_EQ(depth_on(forced, ColorWhen::automatic), ColourDepth::indexed);
    EXPECT_EQ(depth_on(refused, ColorWhen::automatic), ColourDepth::none);
    EXPECT_EQ(depth_on(refused, ColorWhen::always), ColourDepth::indexed);
    EXPECT_EQ(depth_on(forced, ColorWhen::never), ColourDepth::none);
    EXPECT_EQ(depth_on({{"TERM", "xterm-256color"}}, ColorWhen::automatic), ColourDepth::none)
        << "a file has none by itself";
}

TEST(LookFor, TheTerminalMaySayThatItIsLight) {
    const auto with = [](const char* value) { return Variables{{"COLORFGBG", value}}; };
    for (const char* light : {"0;15", "0;7", "0;default;15", "15;11"}) {
        EXPECT_EQ(theme(with(light)), Theme::light) << light;
    }
    for (const char* dark :
         {"15;0", "7;8", "15;default;0", "default;default", "0;16", "0;-1", ";", "15;"}) {
        EXPECT_EQ(theme(with(dark)), Theme::dark) << dark;
    }
    EXPECT_EQ(theme({}), Theme::dark);
}

TEST(LookFor, TheSettingOfTheThemeWins) {
    EXPECT_EQ(theme({{"COLORFGBG", "0;15"}}, ThemeChoice::dark), Theme::dark);
    EXPECT_EQ(theme({{"COLORFGBG", "15;0"}}, ThemeChoice::light), Theme::light);
    EXPECT_EQ(theme({}, ThemeChoice::light), Theme::light);
    EXPECT_EQ(theme({}, ThemeChoice::light, figure::Rgb{0, 0, 0}), Theme::light);
}

TEST(LookFor, WhatTheTerminalTellsWinsOverTheVariable) {
    EXPECT_EQ(theme({{"COLORFGBG", "15;0"}}, ThemeChoice::automatic, figure::Rgb{255, 255, 255}),
              Theme::light);
    EXPECT_EQ(theme({{"COLORFGBG", "0;15"}}, ThemeChoice::automatic, figure::Rgb{0, 0, 0}),
              Theme::dark);
}

TEST(LookFor, GlyphsAreThoseThatTheFontHas) {
    const Style ascii{true, false, 80};
    EXPECT_EQ(look({{"TERM", "xterm"}}).glyphs, Glyphs::quadrants);
    EXPECT_EQ(look({{"TERM", "xterm"}}, {}, ascii).glyphs, Glyphs::ascii);
    EXPECT_EQ(look({{"TERM", "xterm"}}, {}, coloured, Charset::ascii).glyphs, Glyphs::ascii);
    // The Linux console: colour needs no glyphs; without it only letters are left.
    EXPECT_EQ(look({{"TERM", "linux"}}, {}, ascii).glyphs, Glyphs::spaces);
    EXPECT_EQ(look({{"TERM", "linux"}}, {}, {false, false, 80}).glyphs, Glyphs::ascii);
    EXPECT_EQ(look({{"TERM", "linux"}}, {}, ascii, Charset::ascii).glyphs, Glyphs::ascii);
}

TEST(LookFor, BlocksAreHalvesWhereTheFontHasThem) {
    const Environment xterm(Variables{{"TERM", "xterm"}});
    const Environment console(Variables{{"TERM", "linux"}});
    EXPECT_EQ(blocks_for(xterm, coloured, Charset::automatic), Blocks::half);
    EXPECT_EQ(blocks_for(xterm, {true, false, 80}, Charset::automatic), Blocks::ascii);
    EXPECT_EQ(blocks_for(xterm, coloured, Charset::ascii), Blocks::ascii);
    EXPECT_EQ(blocks_for(console, {true, false, 80}, Charset::automatic), Blocks::full);
    const figure::Palette palette(ColourDepth::sixteen, Theme::light);
    EXPECT_TRUE(pen_for(xterm, palette).synchronised);
    EXPECT_FALSE(pen_for(console, palette).synchronised);
    EXPECT_EQ(pen_for(xterm, palette).depth, ColourDepth::sixteen);
    EXPECT_EQ(pen_for(xterm, palette).theme, Theme::light);
}

TEST(FiguresFor, CostLessWhereTheTerminalIsFarAway) {
    const auto rate = [](const Variables& variables) {
        return figures_for(Environment(variables), coloured, Charset::automatic, {})
            .bytes_per_second;
    };
    EXPECT_EQ(rate({{"SSH_CONNECTION", "10.0.0.1 4711 10.0.0.2 22"}}), slow_line);
    EXPECT_EQ(rate({{"TERM", "xterm-256color"}}), 20'000);
    const auto output =
        figures_for(Environment(Variables{{"TERM", "xterm"}}), coloured, Charset::automatic, {});
    EXPECT_EQ(output.look.palette.depth(), ColourDepth::sixteen);
}

}  // namespace
}  // namespace hipflow::terminal
