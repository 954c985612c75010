// SPDX-License-Identifier: MIT
#include "terminal/draw_large.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/utf8.h"

namespace hipflow::terminal {

void draw_fitting(Frame& frame, const Area& area, const std::string& text, Blocks blocks, Ink ink) {
    const auto large = large_text(text, area.size, blocks);
    if (!large) return frame.text(area.row, area.column, text, Ink::strong, area.size.columns);
    int row = area.row;
    for (const auto& line : large->lines) {
        draw_letters(frame, row, area.column, line, large->type, blocks, ink);
        row += letter_rows(large->type, blocks) + 1;
    }
}

namespace {

/// Returns the side with the arrow that points to it.
std::string with_arrow(const std::string& words, Side side, Blocks blocks) {
    if (side == Side::both || words.empty()) return {};
    const bool ascii = blocks == Blocks::ascii;
    const bool full = blocks == Blocks::full;
    if (side == Side::left) return (ascii ? "< " : full ? "◄ " : "◀ ") + words;
    return words + (ascii ? " >" : full ? " ►" : " ▶");
}

/// The first word of the side, "LEFT", and the part of the body behind it.
struct SideParts {
    std::string word;
    std::string part;
};

SideParts parts_of(const std::string& side) {
    const auto space = side.find(' ');
    if (space == std::string::npos) return {side, ""};
    return {side.substr(0, space), side.substr(space + 1)};
}

/// Returns the type in which a text stands in one line of that room.
std::optional<Type> one_line_type(const std::string& text, Size room, Blocks blocks) {
    const auto large = large_text(text, room, blocks);
    if (!large || large->lines.size() > 1) return std::nullopt;
    return large->type;
}

/// Draws the side with its arrow in letters, and the part of the body in smaller ones at its foot.
void draw_side_and_part(Frame& frame, const Area& area, const SideWords& side, Type type,
                        Blocks blocks, Ink ink) {
    const auto [word, part] = parts_of(side.words);
    const int space = letters_size(" ", type, blocks).columns + type.dot;
    const int foot = area.row + letter_rows(type, blocks) - letter_rows({}, blocks);
    int column = area.column;
    const auto put = [&](int row, std::string_view text, Type in) {
        draw_letters(frame, row, column, text, in, blocks, ink);
        column += letters_size(text, in, blocks).columns + space;
    };
    if (side.side == Side::left) put(area.row, arrow_left, type);
    put(area.row, word, type);
    put(foot, part, {});
    if (side.side == Side::right) put(area.row, arrow_right, type);
}

/// Returns whether both sides fit with their parts in smaller letters.
bool fits_with_part(const SideWords& side, Type type, int columns, Blocks blocks) {
    const auto [word, part] = parts_of(side.room);
    const int space = letters_size(" ", type, blocks).columns + type.dot;
    return letters_size(arrow_right, type, blocks).columns +
               letters_size(word, type, blocks).columns + letters_size(part, {}, blocks).columns +
               2 * space <=
           columns;
}

/// Draws the side in the largest letters in which both sides fit; the part of the body gives way
/// before the side does.
void draw_side(Frame& frame, const Area& area, const SideWords& side, Blocks blocks, Ink ink) {
    if (side.side == Side::both || side.words.empty()) return;
    const auto with_letters = [&](const std::string& words) {
        return with_arrow(words, side.side, Blocks::half);
    };
    const std::string word = parts_of(side.words).word;
    const auto whole = one_line_type(with_letters(side.room), area.size, blocks);
    const auto alone = one_line_type(with_letters(parts_of(side.room).word), area.size, blocks);
    const bool larger = alone && whole && alone->pitch == Pitch::square && alone->dot > whole->dot;
    if (larger && fits_with_part(side, *alone, area.size.columns, blocks)) {
        return draw_side_and_part(frame, area, side, *alone, blocks, ink);
    }
    if (whole && whole->pitch == Pitch::square) {
        return draw_letters(frame, area.row, area.column, with_letters(side.words), *whole, blocks,
                            ink);
    }
    if (alone) {
        return draw_letters(frame, area.row, area.column, with_letters(word), *alone, blocks, ink);
    }
    frame.text(area.row, area.column, with_arrow(side.words, side.side, blocks), Ink::strong,
               area.size.columns);
}

/// Draws the unit of the digits at their foot, if there is room for it.
void draw_unit(Frame& frame, const Scene& scene, const Layout& layout, int bottom, int column) {
    const int end = layout.large.column + layout.large.size.columns;
    if (column + width(scene.unit) > end) return;
    frame.text(bottom, column, scene.unit, Ink::normal, end - column);
}

/// Draws what to do in the place of the digits, with the side at the foot.
void draw_headline(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks, Ink ink) {
    const Area& large = layout.large;
    const int bottom = large.row + large.size.rows;
    const int side_rows = layout.abreast ? 1 : layout.side_rows;
    const int side_row = bottom - side_rows;
    const bool sided = scene.side.side != Side::both;
    const int rows = sided ? side_row - large.row - (layout.abreast ? 0 : 1) : large.size.rows;
    draw_fitting(frame, {large.row, large.column, {large.size.columns, rows}}, scene.headline,
                 blocks, ink);
    const Area foot{side_row, large.column, {large.size.columns, side_rows}};
    if (sided) draw_side(frame, foot, scene.side, blocks, ink);
}

}  // namespace

void draw_large(Frame& frame, const Scene& scene, const Layout& layout, Blocks blocks) {
    const Area& large = layout.large;
    const Ink ink = scene.flash ? Ink::reversed : scene.ink;
    for (int row = 0; scene.flash && row < large.size.rows; ++row) {
        for (int column = 0; column < large.size.columns; ++column) {
            frame.put(large.row + row, large.column + column, {U' ', Ink::reversed});
        }
    }
    const Size room = letters_size(scene.digits_room, layout.digits, blocks);
    const int rows = letter_rows(layout.digits, blocks);
    const int all = layout.abreast ? rows : rows + 1 + layout.side_rows;
    const int top = large.row + std::max((large.size.rows - all) / 2, 0);
    if (scene.digits.empty()) return draw_headline(frame, scene, layout, blocks, ink);
    // From 10 to 9 the rest stays where it is.
    const Size digits = letters_size(scene.digits, layout.digits, blocks);
    draw_letters(frame, top, large.column + room.columns - digits.columns, scene.digits,
                 layout.digits, blocks, ink);
    constexpr int between = 2;
    const int beside = large.column + room.columns + between;
    const Area second =
        layout.abreast ? Area{top,
                              beside + 1,
                              {large.column + large.size.columns - beside - 1, layout.side_rows}}
                       : Area{top + rows + 1, large.column, {large.size.columns, layout.side_rows}};
    if (!scene.headline.empty()) {
        draw_fitting(frame, second, scene.headline, blocks, ink);
    } else {
        draw_side(frame, second, scene.side, blocks, ink);
    }
    draw_unit(frame, scene, layout, top + rows - 1, beside);
}

}  // namespace hipflow::terminal
