// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string_view>

namespace hipflow {

/// What figures are drawn with: characters, the pixels of a terminal with a graphics protocol, or
/// nothing.
enum class Graphics { automatic, cells, kitty, sixel, off };
constexpr auto words_of(Graphics /*unused*/) {
    return std::to_array<std::string_view>({"auto", "cells", "kitty", "sixel", "off"});
}

/// The background that words and figures are coloured for.
enum class ThemeChoice { automatic, dark, light };
constexpr auto words_of(ThemeChoice /*unused*/) {
    return std::to_array<std::string_view>({"auto", "dark", "light"});
}

/// The colours of words on the live screen, and of figures.
enum class FigureColours { automatic, truecolor, indexed, sixteen, eight };
constexpr auto words_of(FigureColours /*unused*/) {
    return std::to_array<std::string_view>({"auto", "truecolor", "256", "16", "8"});
}

struct DisplaySettings {
    Graphics graphics = Graphics::cells;
    ThemeChoice theme = ThemeChoice::automatic;
    FigureColours colours = FigureColours::automatic;
    bool operator==(const DisplaySettings&) const = default;
};

}  // namespace hipflow
