// SPDX-License-Identifier: MIT
#include "terminal/letters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "figure/cells.h"
#include "text/utf8.h"

namespace hipflow::terminal {
namespace {

constexpr int dots_high = 5;

/// Five rows of dots, '#' for one that is set.
struct Shape {
    char32_t letter = U' ';
    std::array<std::string_view, dots_high> rows;
};
constexpr std::array shapes = {
    Shape{U'0', {"###", "# #", "# #", "# #", "###"}},
    Shape{U'1', {" # ", "## ", " # ", " # ", "###"}},
    Shape{U'2', {"###", "  #", "###", "#  ", "###"}},
    Shape{U'3', {"###", "  #", "###", "  #", "###"}},
    Shape{U'4', {"# #", "# #", "###", "  #", "  #"}},
    Shape{U'5', {"###", "#  ", "###", "  #", "###"}},
    Shape{U'6', {"###", "#  ", "###", "# #", "###"}},
    Shape{U'7', {"###", "  #", "  #", "  #", "  #"}},
    Shape{U'8', {"###", "# #", "###", "# #", "###"}},
    Shape{U'9', {"###", "# #", "###", "  #", "###"}},
    Shape{U'A', {"###", "# #", "###", "# #", "# #"}},
    Shape{U'B', {"## ", "# #", "## ", "# #", "## "}},
    Shape{U'C', {"###", "#  ", "#  ", "#  ", "###"}},
    Shape{U'D', {"## ", "# #", "# #", "# #", "## "}},
    Shape{U'E', {"###", "#  ", "## ", "#  ", "###"}},
    Shape{U'F', {"###", "#  ", "## ", "#  ", "#  "}},
    Shape{U'G', {"###", "#  ", "# #", "# #", "###"}},
    Shape{U'H', {"# #", "# #", "###", "# #", "# #"}},
    Shape{U'I', {"#", "#", "#", "#", "#"}},
    Shape{U'J', {"  #", "  #", "  #", "# #", "###"}},
    Shape{U'K', {"# #", "# #", "## ", "# #", "# #"}},
    Shape{U'L', {"#  ", "#  ", "#  ", "#  ", "###"}},
    Shape{U'M', {"#   #", "## ##", "# # #", "#   #", "#   #"}},
    Shape{U'N', {"#  #", "## #", "# ##", "#  #", "#  #"}},
    Shape{U'O', {"###", "# #", "# #", "# #", "###"}},
    Shape{U'P', {"###", "# #", "###", "#  ", "#  "}},
    Shape{U'Q', {"### ", "# # ", "# # ", "# # ", "####"}},
    Shape{U'R', {"## ", "# #", "## ", "# #", "# #"}},
    Shape{U'S', {"###", "#  ", "###", "  #", "###"}},
    Shape{U'T', {"###", " # ", " # ", " # ", " # "}},
    Shape{U'U', {"# #", "# #", "# #", "# #", "###"}},
    Shape{U'V', {"# #", "# #", "# #", "# #", " # "}},
    Shape{U'W', {"#   #", "#   #", "# # #", "## ##", "#   #"}},
    Shape{U'X', {"# #", "# #", " # ", "# #", "# #"}},
    Shape{U'Y', {"# #", "# #", "###", " # ", " # "}},
    Shape{U'Z', {"###", "  #", " # ", "#  ", "###"}},
    Shape{U'Ä', {"# #", " # ", "# #", "###", "# #"}},
    Shape{U'Ö', {"# #", "###", "# #", "# #", "###"}},
    Shape{U'Ü', {"# #", "   ", "# #", "# #", "###"}},
    Shape{U'ß', {"## ", "# #", "## ", "# #", "## "}},
    Shape{U'.', {" ", " ", " ", " ", "#"}},
    Shape{U',', {"  ", "  ", "  ", " #", "# "}},
    Shape{U':', {" ", "#", " ", "#", " "}},
    Shape{U';', {"  ", " #", "  ", " #", "# "}},
    Shape{U'!', {"#", "#", "#", " ", "#"}},
    Shape{U'?', {"###", "  #", " ##", "   ", " # "}},
    Shape{U'\'', {"#", "#", " ", " ", " "}},
    Shape{U'"', {"# #", "# #", "   ", "   ", "   "}},
    Shape{U'-', {"  ", "  ", "##", "  ", "  "}},
    Shape{U'+', {"   ", " # ", "###", " # ", "   "}},
    Shape{U'/', {"  #", "  #", " # ", "#  ", "#  "}},
    Shape{U'(', {" #", "# ", "# ", "# ", " #"}},
    Shape{U')', {"# ", " #", " #", " #", "# "}},
    Shape{U'◀', {"  #", " ##", "###", " ##", "  #"}},
    Shape{U'▶', {"#  ", "## ", "###", "## ", "#  "}},
    Shape{U' ', {"  ", "  ", "  ", "  ", "  "}},
};

/// Characters that look like others: accents are left out, and dashes and quotes are all alike.
struct Likeness {
    std::u32string_view these;
    char32_t that;
};
constexpr std::array likenesses = {
    Likeness{U"ÀÁÂÃÅàáâãå", U'A'}, Likeness{U"Çç", U'C'},    Likeness{U"ÈÉÊËèéêë", U'E'},
    Likeness{U"ÌÍÎÏìíîï", U'I'},   Likeness{U"Ññ", U'N'},    Likeness{U"ÒÓÔÕòóôõ", U'O'},
    Likeness{U"ÙÚÛùúû", U'U'},     Likeness{U"Ýý", U'Y'},    Likeness{U"ä", U'Ä'},
    Likeness{U"ö", U'Ö'},          Likeness{U"ü", U'Ü'},     Likeness{U"‐‑–—", U'-'},
    Likeness{U"‘’´`", U'\''},      Likeness{U"“”„«»", U'"'}, Likeness{U"\u00A0", U' '},
};

/// Returns the character whose large letter stands for this one.
char32_t drawn_as(char32_t letter) {
    if (letter >= U'a' && letter <= U'z') return letter - U'a' + U'A';
    const auto* const found = std::ranges::find_if(likenesses, [&](const Likeness& likeness) {
        return likeness.these.find(letter) != std::u32string_view::npos;
    });
    return found == likenesses.end() ? letter : found->that;
}

const Shape* shape_of(char32_t letter) {
    const auto* const found = std::ranges::find(shapes, drawn_as(letter), &Shape::letter);
    return found == shapes.end() ? nullptr : found;
}

/// A text in dots.
using Dots = std::array<std::string, dots_high>;

/// Calls `visit` with the shape of each character; nullptr for one that has none.
template <typename Visit>
void for_each_shape(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const auto point = first_code_point(text);
        visit(point ? shape_of(point->value) : nullptr);
        text.remove_prefix(point ? point->length : 1);
    }
}

bool is_narrow(Type type) { return type.pitch != Pitch::square; }

/// Returns the dots behind a letter. Each narrow one begins at a column, so that all of a kind look
/// alike.
std::size_t space_behind(const Shape& shape, Type type) {
    if (type.pitch == Pitch::square) return 1;
    if (shape.rows[0].size() % 2 == 0) return 2;
    return type.pitch == Pitch::narrow ? 3 : 1;
}

Dots dots_of(std::string_view text, Type type) {
    Dots dots;
    for_each_shape(text, [&](const Shape* shape) {
        if (shape == nullptr) return;
        for (std::size_t row = 0; row < dots.size(); ++row) {
            dots.at(row).append(shape->rows.at(row)).append(space_behind(*shape, type), ' ');
        }
    });
    return dots;
}

int dots_wide(std::string_view text, Type type) {
    std::size_t dots = 0;
    std::size_t space = 0;
    for_each_shape(text, [&](const Shape* shape) {
        if (shape == nullptr) return;
        space = space_behind(*shape, type);
        dots += shape->rows[0].size() + space;
    });
    return static_cast<int>(dots - space);
}

/// Returns the height of a dot in half rows.
int half_rows(Type type, Blocks blocks) {
    return blocks == Blocks::half ? type.dot : (type.dot + 1) / 2 * 2;
}

/// Halves a number and rounds up.
int half_of(int number) { return (number + 1) / 2; }

char32_t glyph_for(unsigned quadrants, Blocks blocks) {
    if (quadrants == 0) return U' ';
    if (blocks == Blocks::half) return figure::block_of(quadrants);
    return blocks == Blocks::ascii ? U'#' : U'█';
}

/// Reads the dots of a text in the grid of quarter cells.
class Quarters {
   public:
    Quarters(const Dots& dots, Type type, Blocks blocks)
        : dots_(&dots),
          wide_(is_narrow(type) ? 1 : 2 * type.dot),
          high_(is_narrow(type) ? 1 : half_rows(type, blocks)) {}

    /// Returns the quadrants of a cell that are set, as figure::block_of takes them.
    unsigned at(int row, int column) const {
        unsigned bits = 0;
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const auto down = static_cast<int>(quarter / 2);
            const auto right = static_cast<int>(quarter % 2);
            if (is_set(2 * row + down, 2 * column + right)) bits |= 1U << quarter;
        }
        return bits;
    }

   private:
    bool is_set(int half_row, int half_column) const {
        const auto row = static_cast<std::size_t>(half_row / high_);
        const auto column = static_cast<std::size_t>(half_column / wide_);
        return row < dots_->size() && column < dots_->at(row).size() &&
               dots_->at(row)[column] == '#';
    }

    const Dots* dots_;
    int wide_;  // a dot, in half columns
    int high_;  // in half rows
};

}  // namespace

bool has_letters(std::string_view text) {
    bool all = true;
    for_each_shape(text, [&](const Shape* shape) { all = all && shape != nullptr; });
    return all;
}

int letter_rows(Type type, Blocks blocks) {
    return half_of(dots_high * (is_narrow(type) ? 1 : half_rows(type, blocks)));
}

Size letters_size(std::string_view text, Type type, Blocks blocks) {
    const int dots = dots_wide(text, type);
    return {is_narrow(type) ? half_of(dots) : dots * type.dot, letter_rows(type, blocks)};
}

void draw_letters(Frame& frame, int row, int column, std::string_view text, Type type,
                  Blocks blocks, Ink ink) {
    const Size size = letters_size(text, type, blocks);
    const Dots dots = dots_of(text, type);
    const Quarters quarters(dots, type, blocks);
    for (int y = 0; y < size.rows; ++y) {
        for (int x = 0; x < size.columns; ++x) {
            const char32_t glyph = glyph_for(quarters.at(y, x), blocks);
            if (glyph != U' ') frame.put(row + y, column + x, {glyph, ink});
        }
    }
}

}  // namespace hipflow::terminal
