// SPDX-License-Identifier: MIT
#include "terminal/big_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hipflow {
namespace {

constexpr int dots_high = 5;

/// Five rows of dots, '#' for one that is set. Only what is ever shown large has a shape.
struct Shape {
    char letter = ' ';
    std::array<std::string_view, dots_high> rows;
};
constexpr std::array shapes = {
    Shape{'0', {"###", "# #", "# #", "# #", "###"}},
    Shape{'1', {" # ", "## ", " # ", " # ", "###"}},
    Shape{'2', {"###", "  #", "###", "#  ", "###"}},
    Shape{'3', {"###", "  #", "###", "  #", "###"}},
    Shape{'4', {"# #", "# #", "###", "  #", "  #"}},
    Shape{'5', {"###", "#  ", "###", "  #", "###"}},
    Shape{'6', {"###", "#  ", "###", "# #", "###"}},
    Shape{'7', {"###", "  #", "  #", "  #", "  #"}},
    Shape{'8', {"###", "# #", "###", "# #", "###"}},
    Shape{'9', {"###", "# #", "###", "  #", "###"}},
    Shape{'L', {"#  ", "#  ", "#  ", "#  ", "###"}},
    Shape{'E', {"###", "#  ", "## ", "#  ", "###"}},
    Shape{'F', {"###", "#  ", "## ", "#  ", "#  "}},
    Shape{'T', {"###", " # ", " # ", " # ", " # "}},
    Shape{'R', {"## ", "# #", "## ", "# #", "# #"}},
    Shape{'I', {"###", " # ", " # ", " # ", "###"}},
    Shape{'G', {"###", "#  ", "# #", "# #", "###"}},
    Shape{'H', {"# #", "# #", "###", "# #", "# #"}},
    Shape{'A', {"###", "# #", "###", "# #", "# #"}},
    Shape{'D', {"## ", "# #", "# #", "# #", "## "}},
    Shape{'N', {"# #", "###", "###", "###", "# #"}},
    Shape{'O', {"###", "# #", "# #", "# #", "###"}},
    Shape{'P', {"###", "# #", "###", "#  ", "#  "}},
    Shape{'S', {"###", "#  ", "###", "  #", "###"}},
    Shape{'U', {"# #", "# #", "# #", "# #", "###"}},
    Shape{'Y', {"# #", "# #", "###", " # ", " # "}},
    Shape{':', {" ", "#", " ", "#", " "}},
    Shape{' ', {"   ", "   ", "   ", "   ", "   "}},
};

const Shape& shape_of(char letter) {
    const auto* found = std::find_if(shapes.begin(), shapes.end(),
                                     [&](const Shape& shape) { return shape.letter == letter; });
    return found == shapes.end() ? shapes.back() : *found;
}

/// Rows of cells for so many half rows.
int rows_for(int half_rows) { return (half_rows + 1) / 2; }

bool is_set(const Shape& shape, int dot_row, std::size_t dot_column) {
    return dot_row < dots_high &&
           shape.rows.at(static_cast<std::size_t>(dot_row))[dot_column] == '#';
}

/// There is no half a shaded block: what is half set counts as set.
char32_t glyph_for(bool upper, bool lower, Blocks blocks, Stroke stroke) {
    if (!upper && !lower) return U' ';
    const bool shaded = stroke == Stroke::shaded;
    if (blocks == Blocks::ascii) return shaded ? U':' : U'#';
    if (shaded) return U'▒';
    if (blocks == Blocks::full || (upper && lower)) return U'█';
    return upper ? U'▀' : U'▄';
}

/// How a large text is drawn.
struct Brush {
    int dot;
    Blocks blocks;
    Ink ink;
    Stroke stroke;
};

void draw_letter(Frame& frame, int row, int column, const Shape& shape, const Brush& brush) {
    const int dot = brush.dot;
    const int wide = static_cast<int>(shape.rows[0].size()) * dot;
    for (int y = 0; y < rows_for(dots_high * dot); ++y) {
        for (int x = 0; x < wide; ++x) {
            const auto dot_column = static_cast<std::size_t>(x / dot);
            const bool upper = is_set(shape, 2 * y / dot, dot_column);
            const bool lower = is_set(shape, (2 * y + 1) / dot, dot_column);
            const char32_t glyph = glyph_for(upper, lower, brush.blocks, brush.stroke);
            if (glyph != U' ') frame.put(row + y, column + x, {glyph, brush.ink});
        }
    }
}

}  // namespace

int dots_wide(std::string_view text) {
    int dots = 0;
    for (const char letter : text) dots += static_cast<int>(shape_of(letter).rows[0].size()) + 1;
    return std::max(dots - 1, 0);
}

Size big_size(std::string_view text, int dot) {
    return {dots_wide(text) * dot, rows_for(dots_high * dot)};
}

void draw_big(Frame& frame, int row, int column, std::string_view text, int dot, Blocks blocks,
              Ink ink, Stroke stroke) {
    for (const char letter : text) {
        const Shape& shape = shape_of(letter);
        draw_letter(frame, row, column, shape, {dot, blocks, ink, stroke});
        column += (static_cast<int>(shape.rows[0].size()) + 1) * dot;
    }
}

}  // namespace hipflow
