// SPDX-License-Identifier: MIT
#include "terminal/frame_diff.h"

#include <fmt/format.h>

#include <string_view>

namespace hipflow {
namespace {

/// State is carried by words and shapes; bold and dim are no colours (TERMINAL 1.4).
std::string_view attributes(Ink ink, bool colour) {
    switch (ink) {
        case Ink::normal:
            return "\x1b[0m";
        case Ink::strong:
            return "\x1b[0;1m";
        case Ink::faint:
            return "\x1b[0;2m";
        case Ink::work:
            return colour ? "\x1b[0;32m" : "\x1b[0;1m";
        case Ink::gap:
            return colour ? "\x1b[0;36m" : "\x1b[0m";
        case Ink::alert:
            return colour ? "\x1b[0;1;33m" : "\x1b[0;1m";
        case Ink::reversed:
            return "\x1b[0;7m";
    }
    return "\x1b[0m";
}

class Writer {
   public:
    explicit Writer(bool colour) : colour_(colour) {}

    void cell(int row, int column, const Cell& cell) {
        if (cell.glyph == 0) return;  // came with the character before
        if (row != row_ || column != column_) {
            bytes_ += fmt::format("\x1b[{};{}H", row + 1, column + 1);
        }
        if (cell.ink != ink_) bytes_ += attributes(cell.ink, colour_);
        bytes_ += encoded(cell.glyph);
        ink_ = cell.ink;
        row_ = row;
        column_ = column + 1;
    }
    /// Behind a wide character the cursor stands one further.
    void wide() { ++column_; }

    std::string done() {
        if (ink_ != Ink::normal) bytes_ += attributes(Ink::normal, colour_);
        return std::move(bytes_);
    }

   private:
    bool colour_;
    std::string bytes_;
    int row_ = -1;
    int column_ = -1;
    Ink ink_ = Ink::normal;
};

std::string changes(const Frame& shown, const Frame& wanted, bool colour) {
    Writer writer(colour);
    const Size size = wanted.size();
    for (int row = 0; row < size.rows; ++row) {
        for (int column = 0; column < size.columns; ++column) {
            const bool wide = column + 1 < size.columns && wanted.at(row, column + 1).glyph == 0;
            const bool changed = shown.at(row, column) != wanted.at(row, column) ||
                                 (wide && shown.at(row, column + 1) != wanted.at(row, column + 1));
            if (!changed) continue;
            writer.cell(row, column, wanted.at(row, column));
            if (wide) writer.wide();
        }
    }
    return writer.done();
}

std::string wrapped_for(std::string bytes, const Pen& pen) {
    if (bytes.empty() || !pen.synchronised) return bytes;
    return "\x1b[?2026h" + bytes + "\x1b[?2026l";
}

}  // namespace

std::string diff(const Frame& shown, const Frame& wanted, const Pen& pen) {
    return wrapped_for(changes(shown, wanted, pen.colour), pen);
}

std::string redraw(const Frame& wanted, const Pen& pen) {
    return wrapped_for("\x1b[0m\x1b[2J" + changes(Frame(wanted.size()), wanted, pen.colour), pen);
}

}  // namespace hipflow
