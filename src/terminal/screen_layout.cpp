// SPDX-License-Identifier: MIT
#include "terminal/screen_layout.h"

#include <algorithm>
#include <utility>

#include "text/layout.h"

namespace hipflow::terminal {
namespace {

// The sizes from which on parts have more room.
constexpr int rows_for_name = 22;  // in letters of three rows
constexpr int rows_for_air = 22;   // between the parts
constexpr int rows_for_more_air = 28;
constexpr int rows_for_third = 20;  // line of words
constexpr Size far_seen{100, 36};   // all grows, words too
constexpr int columns_for_figure = 60;
constexpr int rows_for_figure = 5;

/// Returns how many rows each part takes.
struct Rows {
    int name;
    int words;
    int bar;
    int air;       // between the parts
    int more_air;  // and between the rest of them
};

Rows rows_for(Size size, Blocks blocks) {
    const bool far = size.columns >= far_seen.columns && size.rows >= far_seen.rows;
    Rows rows{1, 2, 1, size.rows >= rows_for_air ? 1 : 0, far ? 1 : 0};
    if (size.rows >= rows_for_third) rows.words = 3;
    if (far) rows.words = size.rows >= 50 ? 11 : 7;
    if (far) rows.bar = 2;
    // Without half blocks the least letters have five rows.
    if (size.rows >= rows_for_name && blocks == Blocks::half) rows.name = 3;
    if (far) rows.name = 5;
    return rows;
}

/// Returns the columns of digits and words beside a figure.
int columns_beside_figure(int columns) { return columns / 2 + (columns < 100 ? 3 : 0); }

/// Chooses the largest digits that leave room for the side below them, or beside them on low
/// screens.
void choose_type(Layout& layout, std::string_view room, Blocks blocks) {
    const Size space = layout.large.size;
    const int least = letter_rows({}, blocks);
    const auto rows = [&](int dot) { return letter_rows({dot}, blocks); };
    const auto columns = [&](int dot) {
        return std::max(letters_size(room, {dot}, blocks).columns,
                        letters_size("00", {dot}, blocks).columns);
    };
    layout.digits = {columns(2) <= space.columns ? 2 : 1};
    layout.abreast = rows(layout.digits.dot) + 1 + least > space.rows;
    if (layout.abreast) {
        layout.side_rows = space.rows >= least ? least : 1;
        return;
    }
    // The side is at least three rows high, and half as high as the digits.
    for (int dot = 2; columns(dot) <= space.columns; ++dot) {
        const int side = std::max(least, rows(dot / 2));
        if (rows(dot) + 1 + side > space.rows) break;
        layout.digits = {dot};
        layout.side_rows = side;
    }
    layout.side_rows = std::max(layout.side_rows, least);
}

/// Gives an upright body the height of the words as well; they stand below the digits then.
void make_tall(Layout& layout, const Rows& rows, int columns) {
    constexpr int enough_rows = 16;
    if (!layout.figure || layout.large.size.rows >= enough_rows) return;
    const int top = layout.large.row;
    layout.bar_row = layout.next_row - layout.bar_rows;
    layout.label_row = layout.bar_row - rows.air;
    const int high = layout.label_row - top;
    const int wide = std::min({high * 5 / 3, columns * 3 / 8, layout.figure->size.columns});
    layout.figure = Area{top, columns - layout.margin - wide, {wide, high}};
    layout.words.size.rows = rows.words;
    layout.words.row = layout.label_row - rows.words;
    layout.words.size.columns = layout.figure->column - 1 - layout.margin;
}

}  // namespace

int margin_of(Size size) { return size.columns >= 80 ? 2 : 1; }

Layout lay_out(Size size, std::string_view room, Blocks blocks, FigureRoom figure) {
    const Rows rows = rows_for(size, blocks);
    Layout layout;
    layout.margin = margin_of(size);
    layout.name_rows = rows.name;
    layout.keys_row = size.rows - 1;
    layout.next_row = layout.keys_row - 1 - rows.air;
    const int inside = size.columns - 2 * layout.margin;
    const int words_row = layout.next_row - rows.more_air - rows.words;
    layout.words = {words_row, layout.margin, {inside, rows.words}};
    layout.bar_rows = rows.bar;
    layout.bar_row = words_row - rows.more_air - rows.bar;
    layout.label_row = layout.bar_row - rows.air;
    const int top = rows.name + 1 + (size.rows >= rows_for_more_air ? 1 : 0) + rows.more_air;
    const int large_rows = layout.label_row - rows.more_air - top;
    layout.large = {top, layout.margin, {inside, large_rows}};
    const bool has_figure = figure != FigureRoom::none && size.columns >= columns_for_figure &&
                            large_rows >= rows_for_figure;
    if (has_figure) {
        const int left = columns_beside_figure(size.columns);
        layout.large.size.columns = left - layout.margin;
        layout.figure = Area{top, left + 1, {size.columns - left - 1 - layout.margin, large_rows}};
    }
    choose_type(layout, room, blocks);
    if (has_figure && figure == FigureRoom::tall) make_tall(layout, rows, size.columns);
    return layout;
}

namespace {

/// Breaks a text between words into lines of large letters. Returns nothing if a word is too long.
std::vector<std::string> broken(std::string_view text, Type type, int columns, Blocks blocks) {
    std::vector<std::string> lines;
    std::string line;
    for (const auto& word : wrapped(text, 1)) {
        std::string longer = line;
        if (!longer.empty()) longer += ' ';
        longer += word;
        if (letters_size(longer, type, blocks).columns <= columns) {
            line = longer;
            continue;
        }
        if (line.empty() || letters_size(word, type, blocks).columns > columns) return {};
        lines.push_back(std::exchange(line, word));
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

/// The same with lines of about one length.
std::vector<std::string> evenly_broken(std::string_view text, Type type, int columns,
                                       Blocks blocks) {
    auto lines = broken(text, type, columns, blocks);
    if (lines.size() < 2) return lines;
    const int all = letters_size(text, type, blocks).columns;
    for (int each = all / static_cast<int>(lines.size()); each < columns; ++each) {
        auto even = broken(text, type, each, blocks);
        if (!even.empty() && even.size() == lines.size()) return even;
    }
    return lines;
}

std::optional<LargeText> in_type(std::string_view text, Type type, Size room, Blocks blocks) {
    auto lines = evenly_broken(text, type, room.columns, blocks);
    const int count = static_cast<int>(lines.size());
    const int rows = count * (letter_rows(type, blocks) + 1) - 1;
    if (lines.empty() || rows > room.rows) return std::nullopt;
    int columns = 0;
    for (const auto& line : lines) {
        columns = std::max(columns, letters_size(line, type, blocks).columns);
    }
    return LargeText{type, std::move(lines), {columns, rows}};
}

}  // namespace

std::optional<LargeText> large_text(std::string_view text, Size room, Blocks blocks) {
    if (!has_letters(text)) return std::nullopt;
    std::optional<LargeText> best;
    for (int dot = 1; letter_rows({dot}, blocks) <= room.rows; ++dot) {
        auto larger = in_type(text, {dot}, room, blocks);
        if (!larger && dot > 1) break;
        if (larger) best = std::move(larger);
    }
    if (blocks != Blocks::half) return best;
    for (const Pitch pitch : {Pitch::narrow, Pitch::tight}) {
        if (!best) best = in_type(text, {1, pitch}, room, blocks);
    }
    return best;
}

}  // namespace hipflow::terminal
