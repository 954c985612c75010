// SPDX-License-Identifier: MIT
#include "terminal/figure_painter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/terminal/figures.h"

namespace hipflow::terminal {
namespace {

using figures::figure;

Frame drawn(FigurePainter& painter, const FigureMoment& moment, Size size) {
    Frame frame(size);
    painter.draw(frame, {0, 0, size}, moment);
    return frame;
}

Frame drawn(const FigureMoment& moment, Size size) {
    FigurePainter painter{FigureLook{}};
    return drawn(painter, moment, size);
}

/// The letters of sides in a frame: "L" and "R" with their columns, in the last row.
std::string letters_of(const Frame& frame) {
    std::string letters;
    for (int row = 0; row < frame.size().rows; ++row) {
        for (int column = 0; column < frame.size().columns; ++column) {
            const Cell& cell = frame.at(row, column);
            if (cell.glyph != U'L' && cell.glyph != U'R') continue;
            EXPECT_EQ(row, frame.size().rows - 1);
            EXPECT_EQ(cell.ink, Ink::work);
            letters += static_cast<char>(cell.glyph) + std::to_string(column);
        }
    }
    return letters;
}

TEST(FigurePainter, TheWorkingSideIsNamedAtItsEdgeWhereThereIsRoom) {
    const Figure clam = figure("clamshell");
    EXPECT_EQ(letters_of(drawn({&clam, 0.5, Side::left}, {38, 11})), "L0");
    EXPECT_EQ(letters_of(drawn({&clam, 0.5, Side::right}, {38, 11})), "R37");
    EXPECT_EQ(letters_of(drawn({&clam, 0.5, Side::left}, {30, 11})), "L0");
    EXPECT_EQ(letters_of(drawn({&clam, 0.5, Side::left}, {29, 11})), "");
    EXPECT_EQ(letters_of(drawn({&clam, 0.5, Side::both}, {38, 11})), "");
}

TEST(FigurePainter, TheOtherSideIsTheMirrorImage) {
    for (const char* id : {"clamshell", "figure-4-supine", "dead-bug", "side-bend-standing"}) {
        const Figure shown = figure(id);
        const Size size{29, 12};  // too narrow for a letter
        const Frame left = drawn({&shown, 0.4, Side::left}, size);
        const Frame right = drawn({&shown, 0.4, Side::right}, size);
        EXPECT_NE(left, right);
        for (int row = 0; row < size.rows; ++row) {
            for (int column = 0; column < size.columns; ++column) {
                const Cell& here = left.at(row, column);
                const Cell& there = right.at(row, size.columns - 1 - column);
                ASSERT_EQ(here.front, there.front) << id;
                ASSERT_EQ(here.paper, there.paper) << id;
                const unsigned mask = figure::quadrants_of(here.glyph).value();
                const unsigned turned = (mask & 5U) << 1U | (mask & 10U) >> 1U;
                ASSERT_EQ(there.glyph, figure::block_of(turned)) << id;
            }
        }
        EXPECT_EQ(drawn({&shown, 0.4, Side::both}, size), left) << "both are shown as the left";
    }
}

TEST(FigurePainter, BelowTheSmallestSizeNothingIsDrawn) {
    const Figure bridge = figure("glute-bridge");
    const auto is_empty = [&](Size size) { return drawn({&bridge, 0.5}, size) == Frame(size); };
    EXPECT_TRUE(is_empty({15, 8}));
    EXPECT_TRUE(is_empty({16, 7}));
    EXPECT_TRUE(is_empty({0, 0}));
    EXPECT_TRUE(is_empty({-3, -1}));
    EXPECT_FALSE(is_empty(smallest_figure));
}

TEST(FigurePainter, AnyFigureStaysInItsPlaceAtAnySize) {
    const catalog::Library library("");
    for (const auto& entry : library.exercises()) {
        const Figure shown = *library.exercise(entry.id).figure;
        for (const Size size : {smallest_figure, Size{24, 8}, Size{98, 40}}) {
            FigurePainter painter{FigureLook{}};
            Frame frame({size.columns + 6, size.rows + 6});
            painter.draw(frame, {3, 3, size}, {&shown, held_share(shown), Side::left});
            int inked = 0;
            for (int row = 0; row < size.rows + 6; ++row) {
                for (int column = 0; column < size.columns + 6; ++column) {
                    const bool inside =
                        row >= 3 && row < size.rows + 3 && column >= 3 && column < size.columns + 3;
                    if (inside) {
                        inked += frame.at(row, column).glyph == U' ' ? 0 : 1;
                        continue;
                    }
                    ASSERT_EQ(frame.at(row, column), Cell{}) << entry.id;
                }
            }
            EXPECT_GT(inked, size.columns * size.rows / 10) << entry.id;
        }
    }
}

TEST(FigurePainter, WhatItRemembersChangesNothing) {
    std::vector<Figure> shown;
    for (const char* id :
         {"glute-bridge", "clamshell", "dead-bug", "figure-4-supine", "prone-prop", "rest-90-90"}) {
        shown.push_back(figure(id));
    }
    FigurePainter painter{FigureLook{}};
    // More of them than are remembered, at more than one size, and over again.
    for (const Size size : {Size{38, 11}, Size{30, 10}, Size{38, 11}}) {
        for (const double share : {0.3, 0.3, 0.5}) {
            for (const auto& each : shown) {
                for (const Side side : {Side::left, Side::right, Side::right}) {
                    const FigureMoment moment{&each, share, side};
                    ASSERT_EQ(drawn(painter, moment, size), drawn(moment, size));
                }
            }
        }
    }
}

TEST(FigurePainter, AFigureThatIsTurnedLooksDifferent) {
    Figure bridge = figure("glute-bridge");
    FigurePainter painter{FigureLook{}};
    const Frame before = drawn(painter, {&bridge, 0.5}, {38, 11});
    bridge.camera.azimuth += 30;
    const Frame after = drawn(painter, {&bridge, 0.5}, {38, 11});
    EXPECT_NE(before, after);
    EXPECT_EQ(after, drawn({&bridge, 0.5}, {38, 11}));
    bridge.camera.azimuth -= 30;
    EXPECT_EQ(drawn(painter, {&bridge, 0.5}, {38, 11}), before);
}

TEST(FigurePainter, WhatMovesHasTheColourOfWork) {
    const Figure bridge = figure("glute-bridge");
    for (const auto depth : {figure::ColourDepth::eight, figure::ColourDepth::sixteen}) {
        FigurePainter painter{
            {figure::Palette(depth, figure::Theme::dark), figure::Glyphs::quadrants}};
        const Frame frame = drawn(painter, {&bridge, 0.5}, {38, 11});
        int green = 0;
        for (int row = 0; row < 11; ++row) {
            for (int column = 0; column < 38; ++column) {
                const auto& front = frame.at(row, column).front;
                const bool is_green =
                    front == figure::Colour::numbered(2) || front == figure::Colour::numbered(10);
                green += is_green ? 1 : 0;
            }
        }
        EXPECT_GE(green, 38 * 11 * 3 / 100);
    }
}

}  // namespace
}  // namespace hipflow::terminal
