// SPDX-License-Identifier: MIT
#include "terminal/layout.h"

#include <algorithm>

namespace hipflow {
namespace {

constexpr int widest_line = 76;
constexpr int roomy = 20;     // from so many rows on, there is air between the parts
constexpr int spacious = 30;  // and from so many, more of it

struct Dots {
    int digits;
    int word;
    bool abreast;
};

bool fits(const Dots& dots, int room, int columns, int rows) {
    const int word = dots_wide(widest_word);
    const int digit_rows = big_size("0", dots.digits).rows;
    const int word_rows = big_size("0", dots.word).rows;
    if (dots.abreast) {
        const int wide = room * dots.digits + (dots_between + word) * dots.word;
        return wide <= columns && std::max(digit_rows, word_rows) <= rows;
    }
    return std::max(room * dots.digits, word * dots.word) <= columns &&
           digit_rows + 1 + word_rows <= rows;
}

/// The word counts twice, since it is the smaller of the two: both are to be read.
bool better(const Dots& one, const Dots& other) {
    const int size = one.digits + 2 * one.word;
    const int other_size = other.digits + 2 * other.word;
    if (size != other_size) return size > other_size;
    if (one.word != other.word) return one.word > other.word;
    return one.abreast && !other.abreast;
}

Dots largest(int room, int columns, int rows, Blocks blocks) {
    const int step = blocks == Blocks::half ? 1 : 2;
    Dots best{2, 0, true};  // fits in any case
    // Drawn twenty times a second: what is too wide in any arrangement is not tried.
    for (int word = step; word <= rows && word * dots_wide(widest_word) <= columns; word += step) {
        for (int digits = std::max(word, 2); digits <= rows && digits * room <= columns;
             digits += step) {
            for (const bool abreast : {false, true}) {
                const Dots dots{digits, word, abreast};
                if (fits(dots, room, columns, rows) && better(dots, best)) best = dots;
            }
        }
    }
    return best;
}

/// Five rows, which are read from 2 m (TERMINAL 2.4).
bool is_large(int dot) {
    constexpr int least_rows = 5;
    return dot > 0 && big_size("0", dot).rows >= least_rows;
}

}  // namespace

int words_columns(Size size) { return std::min(size.columns - 4, widest_line); }

Layout lay_out(Size size, std::string_view room, Blocks blocks, bool figure) {
    constexpr int header_rows = 2;
    const int air = size.rows >= roomy ? 1 : 0;
    const int more_air = size.rows >= spacious ? 1 : 0;
    Layout layout;
    layout.keys_row = size.rows - 1;
    layout.next_row = layout.keys_row - 1 - air;
    layout.words_rows = std::clamp(size.rows / 6, 3, 7);
    layout.words_top = layout.next_row - air - layout.words_rows;
    layout.state_row = layout.words_top - 1 - more_air;
    layout.large_top = header_rows + air;
    layout.large_rows = layout.state_row - air - layout.large_top;
    const int digits_room = std::max(dots_wide(room), dots_wide("00"));
    const int half = size.columns / 2;
    std::optional<Dots> beside;
    if (figure) beside = largest(digits_room, half - 2, layout.large_rows, blocks);
    const bool fits_beside = beside && is_large(beside->digits) && is_large(beside->word);
    if (fits_beside) {
        layout.figure = Area{layout.large_top, half, {size.columns - half - 1, layout.large_rows}};
    }
    layout.large_columns = fits_beside ? half : size.columns;
    const Dots dots =
        fits_beside ? *beside : largest(digits_room, size.columns - 2, layout.large_rows, blocks);
    layout.digit_dot = dots.digits;
    layout.word_dot = dots.word;
    layout.abreast = dots.abreast;
    return layout;
}

}  // namespace hipflow
