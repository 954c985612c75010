// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hipflow {

struct Size {
    int columns = 80;
    int rows = 24;
    bool operator==(const Size&) const = default;
};

/// A place on a screen.
struct Area {
    int row = 0;
    int column = 0;
    Size size;
    bool operator==(const Area&) const = default;
};

/// What a cell means to the eye; how that looks is decided when it is written.
enum class Ink { normal, strong, faint, work, gap, alert, reversed };

/// One character cell. The second half of a wide character has glyph 0.
struct Cell {
    char32_t glyph = U' ';
    Ink ink = Ink::normal;
    bool operator==(const Cell&) const = default;
};

/// A screenful of cells. Whatever does not fit is cut off, so that nothing ever wraps.
class Frame {
   public:
    explicit Frame(Size size);

    Size size() const { return size_; }
    const Cell& at(int row, int column) const { return cells_[index(row, column)]; }
    /// Does nothing outside the frame.
    void put(int row, int column, Cell cell);
    /// Text on one row, from a column on; at most `columns` of it, then an ellipsis.
    void text(int row, int column, std::string_view text, Ink ink, int columns);
    void centred(int row, std::string_view words, Ink ink);

    /// The rows as text without ink or trailing spaces: for tests and for people.
    std::vector<std::string> rows() const;
    bool operator==(const Frame&) const = default;

   private:
    std::size_t index(int row, int column) const;
    Size size_;
    std::vector<Cell> cells_;
};

/// UTF-8 for one character.
std::string encoded(char32_t glyph);

}  // namespace hipflow
