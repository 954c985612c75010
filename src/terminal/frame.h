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

/// How a terminal is written to.
struct Pen {
    bool colour = true;        // the 16 colours of the terminal's own palette
    bool synchronised = true;  // between CSI ? 2026 h and l, sent without asking (TERMINAL 2.8)
};

/// The bytes that turn one frame on a terminal into another of the same size; nothing where they
/// are equal. They leave the attributes as they were found: plain.
std::string diff(const Frame& shown, const Frame& wanted, const Pen& pen);

/// The bytes that clear a terminal and draw a frame, whatever was on it.
std::string redraw(const Frame& wanted, const Pen& pen);

/// What large letters and bars are made of: half-height blocks, full blocks where those are missing
/// (the Linux console, TERMINAL 2.3), or ASCII.
enum class Blocks { half, full, ascii };

/// Solid while there is work to do, shaded while there is none: a shape that is seen from the floor
/// without colour.
enum class Stroke { solid, shaded };

/// Large digits and capitals, each three dots wide and five high. A dot is `dot` columns wide and
/// half as many rows high, which looks square; without half blocks `dot` must be even.
Size big_size(std::string_view text, int dot);

/// Draws them with the upper left corner there.
void draw_big(Frame& frame, int row, int column, std::string_view text, int dot, Blocks blocks,
              Ink ink, Stroke stroke = Stroke::solid);

/// How many dots wide a text is: "24" is 7.
int dots_wide(std::string_view text);

}  // namespace hipflow
