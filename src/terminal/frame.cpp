// SPDX-License-Identifier: MIT
#include "terminal/frame.h"

#include <algorithm>
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

}  // namespace hipflow::terminal
