// SPDX-License-Identifier: MIT
#include "terminal/frame.h"

#include <algorithm>

#include "text/columns.h"
#include "text/utf8.h"

namespace hipflow {

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
    // Half a wide character is none: the other half goes with it.
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

std::string encoded(char32_t glyph) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (glyph < 0x80) return {byte(glyph)};
    if (glyph < 0x800) return {byte(0xC0U | (glyph >> 6U)), byte(0x80U | (glyph & 0x3FU))};
    if (glyph < 0x10000) {
        return {byte(0xE0U | (glyph >> 12U)), byte(0x80U | ((glyph >> 6U) & 0x3FU)),
                byte(0x80U | (glyph & 0x3FU))};
    }
    return {byte(0xF0U | (glyph >> 18U)), byte(0x80U | ((glyph >> 12U) & 0x3FU)),
            byte(0x80U | ((glyph >> 6U) & 0x3FU)), byte(0x80U | (glyph & 0x3FU))};
}

}  // namespace hipflow
