// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "figure/palette.h"

namespace hipflow::terminal {

struct Size {
    int columns = 80;
    int rows = 24;
    bool operator==(const Size&) const = default;
};

/// A rectangle on a screen.
struct Area {
    int row = 0;
    int column = 0;
    Size size;
    bool operator==(const Area&) const = default;
};

/// The meaning of a cell. Its look is decided when it is written. Only those of a picture have
/// colours of their own.
enum class Ink { normal, strong, faint, work, gap, alert, reversed, picture };

/// One character cell. The second half of a wide character has glyph 0.
struct Cell {
    char32_t glyph = U' ';
    Ink ink = Ink::normal;
    figure::Colour front = {};  // of a picture
    figure::Colour paper = {};
    bool operator==(const Cell&) const = default;
};

/// A screenful of cells. What does not fit is cut off, so that nothing ever wraps.
class Frame {
   public:
    explicit Frame(Size size);

    Size size() const { return size_; }
    const Cell& at(int row, int column) const { return cells_[index(row, column)]; }
    /// Does nothing outside the frame.
    void put(int row, int column, Cell cell);
    /// Writes text on one row from a column on, in at most `columns`. Text that is cut ends in '~'.
    void text(int row, int column, std::string_view text, Ink ink, int columns);
    /// Writes text in the middle of a row.
    void centred(int row, std::string_view words, Ink ink);

    /// Returns the rows as text, without ink or trailing spaces.
    std::vector<std::string> rows() const;
    /// Copies an area from another frame of the same size.
    void take(const Frame& other, const Area& area);
    bool operator==(const Frame&) const = default;

   private:
    std::size_t index(int row, int column) const;
    Size size_;
    std::vector<Cell> cells_;
};

}  // namespace hipflow::terminal
