// SPDX-License-Identifier: MIT
#include "terminal/theme.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

namespace hipflow::terminal {
namespace {

using figure::Rgb;
using figure::Theme;
using platform::Environment;

Environment with(const std::map<std::string, std::string>& variables = {}) {
    return Environment(variables);
}

TEST(Luminance, IsThatOfWcag) {
    EXPECT_DOUBLE_EQ(luminance({0, 0, 0}), 0);
    EXPECT_NEAR(luminance({255, 255, 255}), 1, 1e-9);
    EXPECT_NEAR(luminance({255, 0, 0}), 0.2126, 1e-9);
    EXPECT_NEAR(luminance({128, 128, 128}), 0.2159, 1e-4);
}

TEST(Background, IsLightWhereBlackIsReadMoreEasilyThanWhite) {
    for (int grey = 0; grey < 256; ++grey) {
        const auto part = static_cast<std::uint8_t>(grey);
        const double own = luminance({part, part, part}) + 0.05;
        EXPECT_EQ(is_light({part, part, part}), own / 0.05 > 1.05 / own) << grey;
    }
    EXPECT_TRUE(is_light({0xfd, 0xf6, 0xe3})) << "solarized light";
    EXPECT_FALSE(is_light({0x00, 0x2b, 0x36})) << "solarized dark";
}

TEST(FindTheme, AsksTheSettingThenTheTerminalThenTheVariable) {
    const Environment nothing = with();
    const Environment paper = with({{"COLORFGBG", "0;15"}});
    const Rgb black{};
    const auto found = [](const Environment& environment, ThemeChoice choice,
                          const std::optional<Rgb>& told) {
        return theme_words(theme_for(environment, choice, told));
    };
    EXPECT_EQ(found(paper, ThemeChoice::dark, Rgb{255, 255, 255}), "a dark background, as set");
    EXPECT_EQ(found(paper, ThemeChoice::light, black), "a light background, as set");
    EXPECT_EQ(found(paper, ThemeChoice::automatic, black),
              "a dark background, as the terminal says");
    EXPECT_EQ(found(paper, ThemeChoice::automatic, std::nullopt),
              "a light background, as COLORFGBG says");
    EXPECT_EQ(found(with({{"COLORFGBG", "15;default;0"}}), ThemeChoice::automatic, std::nullopt),
              "a dark background, as COLORFGBG says");
    for (const auto& environment :
         {nothing, with({{"COLORFGBG", "15;default"}}), with({{"COLORFGBG", "0;99"}})}) {
        EXPECT_EQ(found(environment, ThemeChoice::automatic, std::nullopt),
                  "a dark background, since nothing says otherwise");
    }
}

TEST(BackgroundQuestion, IsNotPutToTerminalsThatMayPrintIt) {
    for (const char* term : {"dumb", "linux", "vt100", "vt220", "eterm-color"}) {
        EXPECT_FALSE(may_tell_background(with({{"TERM", term}}))) << term;
    }
    EXPECT_FALSE(may_tell_background(with()));
    for (const char* term : {"xterm", "xterm-256color", "tmux-256color", "screen", "foot"}) {
        EXPECT_TRUE(may_tell_background(with({{"TERM", term}}))) << term;
    }
}

}  // namespace
}  // namespace hipflow::terminal
