// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

#include "terminal/frame.h"

namespace hipflow::terminal {

/// The characters of large letters and bars: half-height blocks, full blocks where those are
/// missing (on the Linux console), or ASCII.
enum class Blocks { half, full, ascii };

/// How close large letters stand. Narrow ones have two dots to a column, and are three rows high:
/// quarter blocks draw them, so they are for Blocks::half alone. Tight ones stand closer together.
enum class Pitch { square, narrow, tight };

/// The size of large letters. They are five dots high, and most are three wide. A dot is so many
/// columns wide and half as many rows high, which looks square; without half blocks at least one
/// row.
struct Type {
    int dot = 1;
    Pitch pitch = Pitch::square;
    bool operator==(const Type&) const = default;
};

/// Returns whether every character of a text has a large letter. Small letters are drawn as
/// capitals, and accents are left out.
bool has_letters(std::string_view text);

/// Returns the size of a text in large letters.
Size letters_size(std::string_view text, Type type, Blocks blocks);

/// Returns the rows that large letters take.
int letter_rows(Type type, Blocks blocks);

/// Draws a text in large letters; `row` and `column` are those of its upper left corner.
void draw_letters(Frame& frame, int row, int column, std::string_view text, Type type,
                  Blocks blocks, Ink ink);

/// Large letters for the arrows that point to the side: ◀ and ▶.
inline constexpr std::string_view arrow_left = "◀";
inline constexpr std::string_view arrow_right = "▶";

}  // namespace hipflow::terminal
