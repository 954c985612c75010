// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace hipflow {

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
