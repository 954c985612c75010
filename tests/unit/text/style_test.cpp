// SPDX-License-Identifier: MIT
#include "text/style.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <set>

#include "terminal/theme.h"

namespace hipflow {
namespace {

constexpr std::array tints = {Tint::cyan, Tint::green, Tint::yellow, Tint::red, Tint::blue};

TEST(StyleColours, CanBeReadOnBlackAndOnWhite) {
    for (const auto tint : tints) {
        const auto number = static_cast<std::uint8_t>(number_of(tint));
        const double seen = terminal::luminance(figure::rgb_of(figure::Colour::numbered(number)));
        EXPECT_GE((seen + 0.05) / 0.05, 4.5) << "on black: " << int{number};
        EXPECT_GE(1.05 / (seen + 0.05), 4.5) << "on white: " << int{number};
    }
}

TEST(StyleColours, Differ) {
    std::set<int> numbers;
    for (const auto tint : tints) numbers.insert(number_of(tint));
    EXPECT_EQ(numbers.size(), tints.size());
}

TEST(StyleColours, AreThoseThatTheTerminalHas) {
    EXPECT_EQ((Style{true, true, 80}).paint(Tint::green, "ok"), "\x1b[38;5;29mok\x1b[0m");
    EXPECT_EQ((Style{true, true, 80, false}).paint(Tint::green, "ok"), "\x1b[32mok\x1b[0m");
    EXPECT_EQ((Style{false, true, 80}).paint(Tint::green, "ok"), "ok");
    EXPECT_EQ((Style{true, true, 80}).paint(Tint::plain, "ok"), "ok");
}

}  // namespace
}  // namespace hipflow
