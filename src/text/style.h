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

/// The capabilities of a stream. Colour only repeats what words and glyphs say.
struct Style {
    bool colour = false;
    bool unicode = false;
    int columns = 80;

    /// Colours the text from the palette of the terminal, if colour is on.
    std::string paint(Tint wanted, std::string_view text) const;
    std::string heading(std::string_view text) const;
};

}  // namespace hipflow
