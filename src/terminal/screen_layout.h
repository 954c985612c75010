// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/frame.h"
#include "terminal/letters.h"

namespace hipflow::terminal {

/// The room that a figure wants: none; that beside the digits; or that beside the words as well,
/// for a body that is upright.
enum class FigureRoom { none, beside, tall };

/// Where the parts of the live screen stand. That depends only on the size of the terminal, on
/// whether minutes are shown, and on the room for the figure: nothing jumps when the words or the
/// side change. docs/design/terminal.md, "Size and type", has the order in which parts give way.
struct Layout {
    int margin = 1;     // columns left and right of all but the progress line
    int name_rows = 1;  // from the top; the progress line is below them
    Area large;         // digits or a headline, and the side below or beside them
    Type digits;
    int side_rows = 1;           // of the side: 1 is a line of text
    bool abreast = false;        // the side stands beside the digits
    std::optional<Area> figure;  // none: no room for it, or not wanted
    int label_row = 0;           // what is under way; above the bar, or before it in one row
    int bar_row = 0;
    int bar_rows = 1;
    Area words;
    int next_row = 0;
    int keys_row = 0;
};

/// The smallest terminal with a live screen.
inline constexpr Size smallest_screen{40, 12};

/// Returns the columns left and right of all that is drawn.
int margin_of(Size size);

/// Lays out a screen of 40×12 or more. `room` is the widest text that the digits may become without
/// a change of size: "00", "0:00".
Layout lay_out(Size size, std::string_view room, Blocks blocks,
               FigureRoom figure = FigureRoom::none);

/// A text in lines of large letters.
struct LargeText {
    Type type;
    std::vector<std::string> lines;
    Size size;
};

/// Puts a text into the largest letters that fit, broken between words, with a blank row between
/// lines. Returns nullopt if even the smallest are too large, or a character has none.
std::optional<LargeText> large_text(std::string_view text, Size room, Blocks blocks);

}  // namespace hipflow::terminal
