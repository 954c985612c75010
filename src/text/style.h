// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace hipflow {

enum class Tint { plain, cyan, green, yellow, red, blue };

/// How a stream may be written to. Colour only repeats what words and glyphs say.
struct Style {
    bool colour = false;
    bool unicode = false;
    int columns = 80;

    /// The text in a colour of the terminal's own palette, where that is wanted.
    std::string paint(Tint wanted, std::string_view text) const;
    std::string heading(std::string_view text) const;
};

}  // namespace hipflow
