// SPDX-License-Identifier: MIT
#include "terminal/encode.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <regex>

#include "unit/terminal/tiny_terminal.h"

namespace hipflow::terminal {
namespace {

using figure::ColourDepth;
using figure::Glyphs;
using figure::Theme;
using tiny::TinyTerminal;

constexpr Pen unsynchronised{ColourDepth::indexed, Theme::dark, false};

const Cell text_cell{U'x', Ink::normal};

/// A cell of a picture in numbered colours.
Cell block(char32_t glyph, int front, int paper) {
    const auto colour = [](int number) {
        return number < 0 ? figure::Colour{}
                          : figure::Colour::numbered(static_cast<std::uint8_t>(number));
    };
    return {glyph, Ink::picture, colour(front), colour(paper)};
}

Frame row_of(const std::vector<Cell>& cells) {
    Frame frame({static_cast<int>(cells.size()), 1});
    for (std::size_t i = 0; i < cells.size(); ++i) frame.put(0, static_cast<int>(i), cells[i]);
    return frame;
}

/// What a row takes on an empty terminal, without what makes it one frame.
std::string bytes_of(const std::vector<Cell>& cells) {
    const Frame wanted = row_of(cells);
    return diff(Frame(wanted.size()), wanted, unsynchronised);
}

int count_of(const std::string& text, std::string_view part) {
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// Any picture in any tints, on any kind of terminal.
rc::Gen<figure::CellPicture> pictures(Size size, ColourDepth depth, Glyphs glyphs) {
    return rc::gen::exec([=] {
        const auto dots =
            static_cast<std::size_t>(size.columns) * static_cast<std::size_t>(size.rows) * 4;
        const auto codes =
            *rc::gen::container<std::vector<int>>(dots, rc::gen::inRange(0, 16 * 8 + 40));
        figure::Picture picture{2 * size.columns, 2 * size.rows, {}};
        for (const int code : codes) {
            picture.tints.push_back(code < 16 * 8 ? figure::Tint{static_cast<std::uint8_t>(code)}
                                                  : figure::Tint{});
        }
        const Theme theme = *rc::gen::element(Theme::dark, Theme::light);
        return figure::cells_of(picture, figure::Palette(depth, theme), glyphs);
    });
}

struct Terminal {
    ColourDepth depth;
    Glyphs glyphs;
    Theme theme;
    Pen pen() const { return {depth, theme}; }
};

Terminal any_terminal() {
    return {*rc::gen::element(ColourDepth::none, ColourDepth::eight, ColourDepth::sixteen,
                              ColourDepth::indexed, ColourDepth::truecolor),
            *rc::gen::element(Glyphs::quadrants, Glyphs::spaces, Glyphs::ascii),
            *rc::gen::element(Theme::dark, Theme::light)};
}

/// A screen with a picture somewhere, and words above, beside and below it.
/// Blanks the halves of wide characters that something else has covered: no screen has them.
void make_whole(Frame& frame) {
    constexpr char32_t first_wide = 0x2E80;
    for (int row = 0; row < frame.size().rows; ++row) {
        bool is_behind_wide = false;
        for (int column = 0; column < frame.size().columns; ++column) {
            const char32_t glyph = frame.at(row, column).glyph;
            const bool is_wide = glyph >= first_wide;
            const bool has_other_half =
                column + 1 < frame.size().columns && frame.at(row, column + 1).glyph == 0;
            if ((is_wide && !has_other_half) || (glyph == 0 && !is_behind_wide)) {
                frame.put(row, column, {});
            }
            is_behind_wide = is_wide && has_other_half;
        }
    }
}

Frame any_frame(Size size, const Terminal& terminal) {
    Frame frame(size);
    const int texts = *rc::gen::inRange(0, 6);
    const auto say = [&] {
        frame.text(*rc::gen::inRange(0, size.rows), *rc::gen::inRange(0, size.columns),
                   *rc::gen::element<std::string>("24", "日本語", "█▀▄", "HOLD"),
                   *rc::gen::element(Ink::normal, Ink::strong, Ink::faint, Ink::work, Ink::gap,
                                     Ink::alert, Ink::reversed),
                   size.columns);
    };
    for (int i = 0; i < texts; ++i) say();
    const Size area{*rc::gen::inRange(1, size.columns + 1), *rc::gen::inRange(1, size.rows + 1)};
    const auto picture = *pictures(area, terminal.depth, terminal.glyphs);
    const int top = *rc::gen::inRange(0, size.rows);
    const int left = *rc::gen::inRange(0, size.columns);
    for (int row = 0; row < area.rows; ++row) {
        for (int column = 0; column < area.columns; ++column) {
            const auto& cell =
                picture
                    .cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(area.columns) +
                           static_cast<std::size_t>(column)];
            frame.put(top + row, left + column, {cell.glyph, Ink::picture, cell.ink, cell.paper});
        }
    }
    if (*rc::gen::arbitrary<bool>()) say();
    make_whole(frame);
    return frame;
}

RC_GTEST_PROP(Encode, TurnsAnyPictureIntoAnyOther, ()) {
    const Size size{*rc::gen::inRange(1, 24), *rc::gen::inRange(1, 6)};
    const Terminal kind = any_terminal();
    const Frame shown = any_frame(size, kind);
    const Frame wanted = any_frame(size, kind);
    TinyTerminal terminal(shown, kind.pen());
    terminal.feed(diff(shown, wanted, kind.pen()));
    RC_ASSERT(terminal.cells() == tiny::seen(wanted, kind.pen()));
    RC_ASSERT(terminal.is_plain());
}

RC_GTEST_PROP(Encode, ARedrawOfAPictureNeedsToKnowNothing, ()) {
    const Size size{*rc::gen::inRange(1, 24), *rc::gen::inRange(1, 6)};
    const Terminal kind = any_terminal();
    const Frame wanted = any_frame(size, kind);
    TinyTerminal terminal(any_frame(size, kind), kind.pen());
    terminal.feed(redraw(wanted, kind.pen()));
    RC_ASSERT(terminal.cells() == tiny::seen(wanted, kind.pen()));
    RC_ASSERT(terminal.is_plain());
}

RC_GTEST_PROP(Encode, PrintedLinesLookLikeTheFrame, ()) {
    const Size size{*rc::gen::inRange(1, 24), *rc::gen::inRange(1, 6)};
    const Terminal kind = any_terminal();
    const Frame wanted = any_frame(size, kind);
    std::string text = printed(wanted, kind.pen());
    static const std::regex moves(R"(\x1b\[[0-9;]*[CH])");
    RC_ASSERT(!std::regex_search(text, moves));
    TinyTerminal terminal(Frame(size), kind.pen());
    for (int row = 1; row <= size.rows; ++row) {
        const auto end = text.find('\n');
        RC_ASSERT(end != std::string::npos);
        terminal.feed("\x1b[" + std::to_string(row) + ";1H" + text.substr(0, end));
        RC_ASSERT(terminal.is_plain());
        text.erase(0, end + 1);
    }
    RC_ASSERT(text.empty());
    // A line ends where it shows nothing any more, so what is behind may be in any attributes.
    RC_ASSERT(terminal.cells() == tiny::seen(wanted, kind.pen()));
}

TEST(Encode, WithinARowTheCursorOnlyGoesOn) {
    const Cell gap{};
    EXPECT_EQ(bytes_of({text_cell, gap, gap, gap, gap, text_cell}), "\x1b[1;1Hx\x1b[4Cx");
    EXPECT_EQ(bytes_of({text_cell, gap, gap, gap, text_cell}), "\x1b[1;1Hx   x") << "is as short";
}

TEST(Encode, AColourIsSaidOnceAndOnlyIfItIsSeen) {
    EXPECT_EQ(bytes_of({block(U'▌', 28, 240), block(U'▀', 28, 240)}),
              "\x1b[1;1H\x1b[38;5;28;48;5;240m▌▀\x1b[0m");
    // A full block has no paper, and may stand among others.
    EXPECT_EQ(bytes_of({block(U'▌', 28, 240), block(U'█', 28, -1), block(U'▌', 28, 240)}),
              "\x1b[1;1H\x1b[38;5;28;48;5;240m▌█▌\x1b[0m");
}

TEST(Encode, ABlockIsTurnedRoundWhereThatSparesAColour) {
    EXPECT_EQ(bytes_of({block(U'▌', 28, 240), block(U'▌', 240, 28)}),
              "\x1b[1;1H\x1b[38;5;28;48;5;240m▌▐\x1b[0m");
    // A full block in the colour of the paper is a space.
    EXPECT_EQ(bytes_of({block(U'▌', 28, 240), block(U'█', 240, -1)}),
              "\x1b[1;1H\x1b[38;5;28;48;5;240m▌ \x1b[0m");
    // But the terminal's own background is nobody's ink.
    EXPECT_EQ(bytes_of({block(U'▌', 28, -1), block(U'▐', 240, -1)}),
              "\x1b[1;1H\x1b[38;5;28m▌\x1b[38;5;240m▐\x1b[0m");
}

TEST(Encode, EveryDepthHasItsOwnWords) {
    EXPECT_NE(bytes_of({block(U'▌', 2, 7)}).find("\x1b[32;47m"), std::string::npos);
    EXPECT_NE(bytes_of({block(U'▌', 10, 15)}).find("\x1b[92;107m"), std::string::npos);
    EXPECT_NE(bytes_of({block(U'▌', 84, 255)}).find("\x1b[38;5;84;48;5;255m"), std::string::npos);
    Cell cell = block(U'▌', 0, -1);
    cell.front = figure::Colour::of({1, 22, 255});
    EXPECT_NE(bytes_of({cell}).find("\x1b[38;2;1;22;255m"), std::string::npos);
}

TEST(Encode, PrintedLinesHaveNoCursorAndNoTrailingSpaces) {
    Frame frame({12, 3});
    frame.put(0, 2, block(U'█', 28, -1));
    frame.put(2, 4, block(U' ', -1, 28));  // a space on a paper is seen
    const std::string text = printed(frame, {});
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    EXPECT_EQ(text, "  \x1b[38;5;28m█\x1b[0m\n\n    \x1b[48;5;28m \x1b[0m\n");
}

TEST(Settled, WhatHardlyDiffersStaysAsItIs) {
    const figure::Palette palette(ColourDepth::indexed, Theme::dark);
    const auto whole = [&](figure::Material material, int tone) {
        return Cell{U'█', Ink::picture, palette.colour(figure::Tint::of(material, tone)), {}};
    };
    using figure::Material;
    const Cell dark_mat = whole(Material::mat, 0);
    const Cell mat = whole(Material::mat, 1);
    const Cell dark_limb = whole(Material::limb, 0);
    const Cell limb = whole(Material::limb, 1);
    const Cell nothing{U' ', Ink::picture};
    const auto settled_cell = [&](const Cell& shown, const Cell& wanted) {
        return settled(row_of({shown}), row_of({wanted}), palette.background()).at(0, 0);
    };
    EXPECT_EQ(settled_cell(mat, dark_mat), mat) << "a shadow on the mat";
    EXPECT_EQ(settled_cell(limb, dark_limb), dark_limb) << "the shading of a limb";
    EXPECT_EQ(settled_cell(limb, mat), mat) << "a limb that went away";
    EXPECT_EQ(settled_cell(nothing, limb), limb);
    EXPECT_EQ(settled_cell(limb, nothing), nothing);
}

TEST(Settled, OutlinesLeaveNoCrumbsBehind) {
    const figure::Palette palette(ColourDepth::indexed, Theme::dark);
    using figure::Material;
    const auto tint = [&](Material material, int tone) {
        return palette.colour(figure::Tint::of(material, tone));
    };
    const Cell crumb{U'▘', Ink::picture, tint(Material::accent, figure::Tint::outline), {}};
    const Cell nothing{U' ', Ink::picture};
    const Cell wall{U'█', Ink::picture, tint(Material::wall, 2), {}};
    Cell crumb_on_wall = crumb;
    crumb_on_wall.paper = wall.front;
    const Cell dark_wall{U'█', Ink::picture, tint(Material::far_limb, figure::Tint::outline), {}};
    const auto settled_cell = [&](const Cell& shown, const Cell& wanted) {
        return settled(row_of({shown}), row_of({wanted}), palette.background()).at(0, 0);
    };
    EXPECT_EQ(settled_cell(crumb, nothing), nothing);
    EXPECT_EQ(settled_cell(crumb_on_wall, wall), wall);
    EXPECT_EQ(settled_cell(dark_wall, wall), wall);
    EXPECT_EQ(settled_cell(nothing, wall), wall);
}

TEST(Settled, WordsAreNeverLeftOut) {
    const figure::Rgb background{16, 20, 24};
    const Cell mat = block(U'█', 235, -1);
    EXPECT_EQ(settled(row_of({mat}), row_of({text_cell}), background), row_of({text_cell}));
    EXPECT_EQ(settled(row_of({text_cell}), row_of({mat}), background), row_of({mat}));
    const Cell letter{U'L', Ink::work};
    EXPECT_EQ(settled(row_of({letter}), row_of({text_cell}), background), row_of({text_cell}));
}

RC_GTEST_PROP(Settled, CostsNoMoreThanTheWholePicture, ()) {
    const Size size{20, 5};
    const Terminal kind = any_terminal();
    const figure::Rgb background{16, 20, 24};
    const Frame shown = any_frame(size, kind);
    const Frame wanted = any_frame(size, kind);
    const Frame frame = settled(shown, wanted, background);
    for (int row = 0; row < size.rows; ++row) {
        for (int column = 0; column < size.columns; ++column) {
            const Cell& cell = frame.at(row, column);
            RC_ASSERT(cell == wanted.at(row, column) || cell == shown.at(row, column));
        }
    }
    RC_ASSERT(settled(frame, wanted, background) == frame);
    RC_ASSERT(settled(wanted, wanted, background) == wanted);
}

TEST(Encode, TheCountOfColoursFallsWithTheirNumber) {
    // A ramp of limbs on a mat: few colours mean few words.
    figure::Picture picture{40, 8, {}};
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 40; ++x) {
            picture.tints.push_back(figure::Tint::of(
                y % 2 == 0 ? figure::Material::limb : figure::Material::mat, x / 5 % 3));
        }
    }
    const auto words = [&](ColourDepth depth) {
        const auto cells =
            figure::cells_of(picture, figure::Palette(depth, Theme::dark), Glyphs::quadrants);
        Frame frame({20, 4});
        for (int i = 0; i < 80; ++i) {
            const auto& cell = cells.cells[static_cast<std::size_t>(i)];
            frame.put(i / 20, i % 20, {cell.glyph, Ink::picture, cell.ink, cell.paper});
        }
        return count_of(diff(Frame(frame.size()), frame, unsynchronised), "\x1b[");
    };
    EXPECT_LT(words(ColourDepth::eight), words(ColourDepth::sixteen));
    EXPECT_LE(words(ColourDepth::sixteen), words(ColourDepth::indexed));
    EXPECT_LE(words(ColourDepth::indexed), words(ColourDepth::truecolor));
}

}  // namespace
}  // namespace hipflow::terminal
