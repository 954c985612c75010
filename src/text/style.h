// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace hipflow {

/// When an answer is coloured.
enum class ColorWhen { automatic, always, never };
constexpr auto words_of(ColorWhen /*unused*/) {
    return std::to_array<std::string_view>({"auto", "always", "never"});
}

/// The characters that an answer is written with.
enum class Charset { automatic, ascii, unicode };
constexpr auto words_of(Charset /*unused*/) {
    return std::to_array<std::string_view>({"auto", "ascii", "unicode"});
}

enum class Tint { plain, cyan, green, yellow, red, blue };

/// Returns the number, of 256, of a colour that can be read on black and on white alike: an answer
/// that is only printed does not ask for the background. Few colours are neither too dark nor too
/// pale for that, so a tint may have another hue than its name. Not of plain.
int number_of(Tint tint);

/// The capabilities of a stream. Colour only repeats what words and glyphs say.
struct Style {
    bool colour = false;
    bool unicode = false;
    int columns = 80;
    bool many_colours = true;  // 256; else the terminal's own sixteen

    /// Colours the text, if colour is on.
    std::string paint(Tint wanted, std::string_view text) const;
    std::string heading(std::string_view text) const;
};

}  // namespace hipflow
