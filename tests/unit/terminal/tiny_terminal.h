// SPDX-License-Identifier: MIT
#pragma once
#include <gtest/gtest.h>

#include <array>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figure/cells.h"
#include "terminal/encode.h"
#include "terminal/frame.h"
#include "terminal/palette.h"
#include "text/utf8.h"

// What is seen on a terminal, whatever bytes it took.

namespace hipflow::terminal::tiny {

/// The attributes that a terminal writes with.
struct Attributes {
    figure::Colour front;
    figure::Colour paper;
    bool bold = false;
    bool faint = false;
    bool reversed = false;
    bool operator==(const Attributes&) const = default;
};

/// A colour that is given, or one of the two of the terminal itself.
struct Shade {
    enum class Of { front, paper, given };
    Of of = Of::paper;
    figure::Colour colour = {};
    bool operator==(const Shade&) const = default;
};

/// A cell as eyes have it: of a block its four quarters, so that one turned round is the same.
struct Seen {
    std::array<Shade, 4> quarters;
    char32_t glyph = U' ';  // of a block too
    Shade ink = {};         // of what is no block
    bool bold = false;
    bool faint = false;
    bool operator==(const Seen&) const = default;
};

inline Seen seen(char32_t glyph, const Attributes& with) {
    const auto shade = [](const figure::Colour& colour, Shade::Of own) {
        const bool given = colour.kind != figure::Colour::Kind::none;
        return given ? Shade{Shade::Of::given, colour} : Shade{own, {}};
    };
    Shade ink = shade(with.front, Shade::Of::front);
    Shade paper = shade(with.paper, Shade::Of::paper);
    if (with.reversed) std::swap(ink, paper);
    const auto quadrants = figure::quadrants_of(glyph);
    Seen cell;
    for (unsigned i = 0; i < 4; ++i) {
        const bool inked = quadrants && (*quadrants >> i & 1U) != 0;
        cell.quarters.at(i) = inked ? ink : paper;
    }
    if (quadrants) {
        cell.bold = with.bold && *quadrants != 0;
        cell.faint = with.faint && *quadrants != 0;
        return cell;
    }
    cell.glyph = glyph;
    cell.ink = ink;
    cell.bold = with.bold;
    cell.faint = with.faint;
    return cell;
}

inline Attributes attributes_of(const Cell& cell, const Pen& pen) {
    if (cell.ink == Ink::picture) return {cell.front, cell.paper};
    const InkLook look = look_of(cell.ink, pen.depth, pen.theme);
    return {look.colour, {}, look.bold, false, look.reversed};
}

/// A screen as eyes have it, row by row. The second half of a wide character is only that.
inline std::vector<Seen> seen(const Frame& frame, const Pen& pen = {}) {
    std::vector<Seen> cells;
    for (int row = 0; row < frame.size().rows; ++row) {
        for (int column = 0; column < frame.size().columns; ++column) {
            const Cell& cell = frame.at(row, column);
            cells.push_back(cell.glyph == 0 ? seen(0, {})
                                            : seen(cell.glyph, attributes_of(cell, pen)));
        }
    }
    return cells;
}

/// Models as much of a terminal as the screen uses. Anything else fails the test.
class TinyTerminal {
   public:
    explicit TinyTerminal(const Frame& frame, const Pen& pen = {})
        : size_(frame.size()), cells_(tiny::seen(frame, pen)) {}

    void feed(std::string_view bytes) {
        while (!bytes.empty()) {
            if (bytes.front() == '\x1b') {
                bytes.remove_prefix(obey(bytes));
                continue;
            }
            const auto point = first_code_point(bytes);
            ASSERT_TRUE(point && !is_control(point->value));
            bytes.remove_prefix(point->length);
            print(point->value);
        }
    }
    const std::vector<Seen>& cells() const { return cells_; }
    bool is_plain() const { return attributes_ == Attributes{}; }

   private:
    std::size_t obey(std::string_view bytes) {
        static const std::regex known(R"(\x1b\[(\?2026[hl]|2J|(\d+);(\d+)H|(\d*)C|([0-9;]+)m))");
        std::cmatch match;
        const bool found = std::regex_search(bytes.data(), bytes.data() + bytes.size(), match,
                                             known, std::regex_constants::match_continuous);
        EXPECT_TRUE(found) << bytes.substr(0, 20);
        if (!found) return bytes.size();
        if (match[1] == "2J") cells_.assign(cells_.size(), tiny::seen(U' ', attributes_));
        if (match[2].matched) {
            row_ = std::stoi(match[2]) - 1;
            column_ = std::stoi(match[3]) - 1;
        }
        if (match[4].matched) column_ += match[4].length() == 0 ? 1 : std::stoi(match[4]);
        if (match[5].matched) set(match[5]);
        return static_cast<std::size_t>(match.length());
    }

    static std::vector<int> numbers_in(const std::string& text) {
        std::vector<int> numbers;
        static const std::regex number(R"(\d+)");
        for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
            numbers.push_back(std::stoi(at->str()));
        }
        return numbers;
    }

    void set(const std::string& parameters) {
        const auto numbers = numbers_in(parameters);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const int number = numbers[i];
            if (number == 0) attributes_ = {};
            if (number == 1) attributes_.bold = true;
            if (number == 2) attributes_.faint = true;
            if (number == 7) attributes_.reversed = true;
            EXPECT_TRUE(number <= 2 || number == 7 || number >= 30) << parameters;
            if (number < 30) continue;
            const bool is_paper = number / 10 == 4 || number / 10 == 10;
            figure::Colour& colour = is_paper ? attributes_.paper : attributes_.front;
            colour = colour_at(numbers, i);
        }
    }

    /// Returns the colour that begins at a parameter, and goes to its last one.
    static figure::Colour colour_at(const std::vector<int>& numbers, std::size_t& i) {
        const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(numbers.at(at)); };
        const int number = numbers.at(i);
        if (number >= 90)
            return figure::Colour::numbered(static_cast<std::uint8_t>(8 + number % 10));
        const int kind = number % 10;
        if (kind < 8) return figure::Colour::numbered(static_cast<std::uint8_t>(kind));
        if (kind == 9) return {};
        const bool indexed = numbers.at(i + 1) == 5;
        i += indexed ? 2 : 4;
        return indexed ? figure::Colour::numbered(byte(i))
                       : figure::Colour::of({byte(i - 2), byte(i - 1), byte(i)});
    }

    Seen& at(int row, int column) {
        return cells_.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(size_.columns) +
                         static_cast<std::size_t>(column));
    }

    /// Overwriting half of a wide character removes the other half.
    void put(int column, const Seen& cell) {
        const bool second_half = at(row_, column).glyph == 0 && cell.glyph != 0;
        if (second_half && column > 0) at(row_, column - 1) = tiny::seen(U' ', {});
        const bool first_half = column + 1 < size_.columns && at(row_, column + 1).glyph == 0;
        if (first_half) at(row_, column + 1) = tiny::seen(U' ', {});
        at(row_, column) = cell;
    }

    void print(char32_t glyph) {
        const int taken = columns_of(glyph);
        ASSERT_GE(row_, 0);
        ASSERT_LT(row_, size_.rows);
        ASSERT_LE(column_ + taken, size_.columns) << "nothing may wrap";
        put(column_, tiny::seen(glyph, attributes_));
        if (taken == 2) put(column_ + 1, tiny::seen(0, {}));
        column_ += taken;
    }

    Size size_;
    std::vector<Seen> cells_;
    int row_ = 0;
    int column_ = 0;
    Attributes attributes_;
};

}  // namespace hipflow::terminal::tiny
