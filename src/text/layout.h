// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

// How lines are kept within a width is written in docs/design/terminal.md, "Widths".

/// U+00A0 keeps two words on one line. Whatever wraps a text writes it as a space.
inline constexpr std::string_view no_break_space = "\u00A0";
std::string with_plain_spaces(std::string_view text);

/// Breaks a text between words into lines of at most `columns`. A longer word has a line of its
/// own.
std::vector<std::string> wrapped(std::string_view text, int columns);

/// Wraps a text, and ends each line by a newline. All lines but the first begin with `indent`
/// spaces: the first one follows something that takes `indent` columns. A word that is too long for
/// the columns beside the indent stands further left, on a line of its own.
std::string paragraph(std::string_view text, int columns, int indent = 0);

/// Wraps a text beside a label, which is padded and painted already.
std::string labelled(std::string_view label, std::string_view text, int columns);

/// Wraps the lines of a text that do not fit; they go on under their own first word, behind the
/// spaces and the dash, plus or '#' that they begin with. A last line without a newline stays
/// without.
std::string wrapped_lines(std::string_view text, int columns);

/// Adds spaces behind the text, up to `columns`.
std::string padded(std::string_view text, int columns);
/// Adds spaces before the text, up to `columns`.
std::string right_aligned(std::string_view text, int columns);

enum class Align { left, right };

using Rows = std::vector<std::vector<std::string>>;

/// A column of a table, and what becomes of it where a line is too short.
struct Column {
    Align align = Align::left;
    int yields = 0;      // its turn: 1 yields first, then 2; 0 stays
    bool below = false;  // yields by moving under its row, instead of being left out
};

/// Sets rows of cells in columns two spaces apart, in lines of at most `width`. Where they do not
/// fit, columns yield in their turn; then the columns move closer, and texts break between words.
/// The first `headings` rows are headings: nothing of them moves below.
std::string table(const Rows& rows, const std::vector<Column>& columns, int width,
                  std::size_t headings = 0);

/// The same, a text for each row: all its lines, each with its newline.
std::vector<std::string> table_rows(const Rows& rows, const std::vector<Column>& columns, int width,
                                    std::size_t headings = 0);

}  // namespace hipflow
