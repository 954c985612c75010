// SPDX-License-Identifier: MIT
#include "terminal/encode.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <utility>

#include "figure/cells.h"
#include "terminal/palette.h"
#include "text/utf8.h"

namespace hipflow::terminal {

namespace {

std::string attributes(Ink ink, const Pen& pen) {
    return sgr_of(look_of(ink, pen.depth, pen.theme));
}

/// Appends the parameters that choose a colour; `base` is 30 for the front and 40 for the paper.
void add_colour(std::string& parameters, const figure::Colour& colour, int base) {
    if (!parameters.empty()) parameters += ';';
    const auto out = std::back_inserter(parameters);
    const int number = colour.value.red;
    switch (colour.kind) {
        case figure::Colour::Kind::none:
            fmt::format_to(out, "{}", base + 9);
            return;
        case figure::Colour::Kind::rgb:
            fmt::format_to(out, "{};2;{};{};{}", base + 8, number, colour.value.green,
                           colour.value.blue);
            return;
        case figure::Colour::Kind::numbered:
            break;
    }
    if (number < 8) {
        fmt::format_to(out, "{}", base + number);
    } else if (number < 16) {
        fmt::format_to(out, "{}", base + 52 + number);  // 90 and 100 are the bright ones
    } else {
        fmt::format_to(out, "{};5;{}", base + 8, number);
    }
}

/// Tells whether a cell is seen although nothing stands in it.
bool has_paper(const Cell& cell) {
    if (cell.ink == Ink::reversed) return true;
    return cell.ink == Ink::picture && cell.paper.kind != figure::Colour::Kind::none;
}

constexpr unsigned all_quadrants = 15;

/// Writes cells with the fewest bytes: attributes, colours and the place of the cursor only where
/// they change.
class Writer {
   public:
    explicit Writer(const Pen& pen) : pen_(pen) {}

    void cell(int row, int column, const Cell& cell) {
        if (cell.glyph == 0) return;  // came with the character before
        move_to(row, column);
        if (cell.ink == Ink::picture) {
            picture(cell);
            ink_ = is_given(front_) || is_given(paper_) ? Ink::picture : Ink::normal;
        } else {
            if (cell.ink != ink_) bytes_ += attributes(cell.ink, pen_);
            bytes_ += encoded(cell.glyph);
            ink_ = cell.ink;
        }
        column_ = column + 1;
    }
    /// Writes the few cells before a changed one that are as they were, where that takes no more
    /// bytes than to go past them: so a log of the screen can be searched for words.
    void bridge(const Frame& wanted, int row, int column) {
        constexpr int widest = 3;  // as many bytes as the shortest way past a cell
        if (row != row_ || column <= column_ || column - column_ > widest) return;
        Ink ink = ink_;
        int switches = 0;
        for (int at = column_; at <= column; ++at) {
            const Cell& cell = wanted.at(row, at);
            const bool is_plain = cell.glyph > 0 && cell.glyph < 0x80;
            if (cell.ink == Ink::picture || ink == Ink::picture || (!is_plain && at < column)) {
                return;
            }
            if (std::exchange(ink, cell.ink) != cell.ink) ++switches;
        }
        if (switches > (ink == ink_ ? 0 : 1)) return;
        while (column_ < column) cell(row, column_, wanted.at(row, column_));
    }
    /// Notes where the cursor stands.
    void stand_at(int row, int column) {
        row_ = row;
        column_ = column;
    }
    /// Notes that it stands one column further, behind a wide character.
    void wide() { ++column_; }

    std::string done() {
        if (ink_ != Ink::normal) bytes_ += attributes(Ink::normal, pen_);
        return std::move(bytes_);
    }

   private:
    static bool is_given(const figure::Colour& colour) {
        return colour.kind != figure::Colour::Kind::none;
    }

    void move_to(int row, int column) {
        if (row == row_ && column == column_) return;
        const auto out = std::back_inserter(bytes_);
        if (row != row_ || column < column_) {
            fmt::format_to(out, "\x1b[{};{}H", row + 1, column + 1);
        } else if (column == column_ + 1) {
            bytes_ += "\x1b[C";
        } else {
            fmt::format_to(out, "\x1b[{}C", column - column_);
        }
        row_ = row;
    }

    /// Writes a block with the colours as they are, or turned round: front for paper, and the other
    /// quadrants. A colour that covers nothing need not be set.
    void picture(const Cell& cell) {
        if (ink_ != Ink::picture) {
            if (ink_ != Ink::normal) bytes_ += attributes(Ink::normal, pen_);
            front_ = paper_ = {};
        }
        const auto quadrants = figure::quadrants_of(cell.glyph);
        if (!quadrants) return write(cell.glyph, cell.front, cell.paper);
        const bool inks = *quadrants != 0;
        const bool papers = *quadrants != all_quadrants;
        const auto front = inks ? cell.front : front_;
        const auto paper = papers ? cell.paper : paper_;
        const auto turned_front = papers ? cell.paper : front_;
        const auto turned_paper = inks ? cell.front : paper_;
        // The terminal's own colours cannot change places.
        const bool turns = (!papers || is_given(cell.paper)) && (!inks || is_given(cell.front));
        if (turns && changes_to(turned_front, turned_paper) < changes_to(front, paper)) {
            return write(figure::block_of(all_quadrants & ~*quadrants), turned_front, turned_paper);
        }
        write(cell.glyph, front, paper);
    }

    int changes_to(const figure::Colour& front, const figure::Colour& paper) const {
        return (front == front_ ? 0 : 1) + (paper == paper_ ? 0 : 1);
    }

    void write(char32_t glyph, const figure::Colour& front, const figure::Colour& paper) {
        std::string parameters;
        if (front != front_) add_colour(parameters, front, 30);
        if (paper != paper_) add_colour(parameters, paper, 40);
        if (!parameters.empty()) bytes_ += "\x1b[" + parameters + 'm';
        bytes_ += encoded(glyph);
        front_ = front;
        paper_ = paper;
    }

    Pen pen_;
    std::string bytes_;
    int row_ = -1;
    int column_ = -1;
    Ink ink_ = Ink::normal;  // of a picture without colours: normal
    figure::Colour front_;   // while ink_ is that of a picture
    figure::Colour paper_;
};

std::string changes(const Frame& shown, const Frame& wanted, const Pen& pen) {
    Writer writer(pen);
    const Size size = wanted.size();
    for (int row = 0; row < size.rows; ++row) {
        for (int column = 0; column < size.columns; ++column) {
            const bool wide = column + 1 < size.columns && wanted.at(row, column + 1).glyph == 0;
            const bool changed = shown.at(row, column) != wanted.at(row, column) ||
                                 (wide && shown.at(row, column + 1) != wanted.at(row, column + 1));
            if (!changed) continue;
            writer.bridge(wanted, row, column);
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
    return wrapped_for(changes(shown, wanted, pen), pen);
}

std::string redraw(const Frame& wanted, const Pen& pen) {
    return wrapped_for("\x1b[0m\x1b[2J" + changes(Frame(wanted.size()), wanted, pen), pen);
}

std::string printed(const Frame& frame, const Pen& pen) {
    const Size size = frame.size();
    std::string text;
    for (int row = 0; row < size.rows; ++row) {
        const auto is_empty = [&](int column) {
            return frame.at(row, column).glyph == U' ' && !has_paper(frame.at(row, column));
        };
        int end = size.columns;
        while (end > 0 && is_empty(end - 1)) --end;
        Writer writer(pen);
        writer.stand_at(row, 0);
        for (int column = 0; column < end; ++column) {
            const Cell& cell = frame.at(row, column);
            writer.cell(row, column, cell);
            if (cell.glyph == 0) writer.wide();
        }
        text += writer.done() + '\n';
    }
    return text;
}

Frame settled(const Frame& shown, Frame wanted, const figure::Rgb& background) {
    const auto picture_of = [](const Cell& cell) {
        return figure::PictureCell{cell.glyph, cell.front, cell.paper};
    };
    const Size size = wanted.size();
    for (int row = 0; row < size.rows; ++row) {
        for (int column = 0; column < size.columns; ++column) {
            const Cell& there = shown.at(row, column);
            const Cell& here = wanted.at(row, column);
            if (there.ink != Ink::picture || here.ink != Ink::picture || there == here) continue;
            if (figure::look_alike(picture_of(there), picture_of(here), background)) {
                wanted.put(row, column, there);
            }
        }
    }
    return wanted;
}

}  // namespace hipflow::terminal
