// SPDX-License-Identifier: MIT
#include "terminal/frame.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/utf8.h"

namespace hipflow::terminal {

Frame::Frame(Size size)
    : size_{std::max(size.columns, 0), std::max(size.rows, 0)},
      cells_(static_cast<std::size_t>(size_.columns) * static_cast<std::size_t>(size_.rows)) {}

std::size_t Frame::index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(size_.columns) +
           static_cast<std::size_t>(column);
}

void Frame::put(int row, int column, Cell cell) {
    const bool inside = row >= 0 && row < size_.rows && column >= 0 && column < size_.columns;
    if (!inside) return;
    Cell& here = cells_[index(row, column)];
    // Overwriting half of a wide character removes the other half.
    const bool second_half = here.glyph == 0 && cell.glyph != 0;
    if (second_half && column > 0) cells_[index(row, column - 1)].glyph = U' ';
    const bool first_half = column + 1 < size_.columns && at(row, column + 1).glyph == 0;
    if (first_half) cells_[index(row, column + 1)].glyph = U' ';
    here = cell;
}

void Frame::text(int row, int column, std::string_view text, Ink ink, int columns) {
    const int end = std::min(size_.columns, column + columns);
    const bool cut = column + width(text) > end;
    const int last = cut ? end - 1 : end;  // the ellipsis takes one
    while (!text.empty()) {
        const auto point = first_code_point(text);
        const char32_t glyph = point && !is_control(point->value) ? point->value : U'?';
        text.remove_prefix(point ? point->length : 1);
        const int taken = columns_of(glyph);
        if (taken == 0) continue;
        if (column + taken > last) break;
        put(row, column, {glyph, ink});
        if (taken == 2) put(row, column + 1, {0, ink});
        column += taken;
    }
    if (cut && column < end) put(row, column, {U'~', ink});
}

void Frame::centred(int row, std::string_view words, Ink ink) {
    const int column = std::max((size_.columns - width(words)) / 2, 0);
    text(row, column, words, ink, size_.columns - column);
}

std::vector<std::string> Frame::rows() const {
    std::vector<std::string> lines;
    for (int row = 0; row < size_.rows; ++row) {
        std::string line;
        for (int column = 0; column < size_.columns; ++column) {
            if (at(row, column).glyph != 0) line += encoded(at(row, column).glyph);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

void Frame::take(const Frame& other, const Area& area) {
    const int bottom = std::min(area.row + area.size.rows, size_.rows);
    const int right = std::min(area.column + area.size.columns, size_.columns);
    for (int row = std::max(area.row, 0); row < bottom; ++row) {
        for (int column = std::max(area.column, 0); column < right; ++column) {
            cells_[index(row, column)] = other.at(row, column);
        }
    }
}

namespace {

constexpr int dots_high = 5;

/// Five rows of dots, '#' for one that is set. Only characters that are ever shown large have one.
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

/// Converts half rows to rows of cells.
int rows_for(int half_rows) { return (half_rows + 1) / 2; }

bool is_set(const Shape& shape, int dot_row, std::size_t dot_column) {
    return dot_row < dots_high &&
           shape.rows.at(static_cast<std::size_t>(dot_row))[dot_column] == '#';
}

/// Shaded blocks have no halves: what is half set counts as set.
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

}  // namespace hipflow::terminal
