// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "terminal/draw.h"
#include "terminal/figure_show.h"
#include "unit/terminal/figures.h"
#include "unit/terminal/golden.h"

// Figures on the live screen: where they stand, and what is left to the words.

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using figures::in;
using session::SegmentKind;
using support::Performance;

Frame drawn(const Performance& performance, Size size, Blocks blocks = Blocks::half) {
    FigureLook look;
    if (blocks == Blocks::ascii) look.glyphs = figure::Glyphs::ascii;
    FigurePainter painter{look};
    return draw(scene_of(performance.player, performance.now.time, ""), size, blocks, &painter);
}

Scene scene(const Performance& performance) {
    return scene_of(performance.player, performance.now.time, "");
}

int pictured(const Frame& frame) {
    int count = 0;
    for (int row = 0; row < frame.size().rows; ++row) {
        for (int column = 0; column < frame.size().columns; ++column) {
            if (frame.at(row, column).ink == Ink::picture) ++count;
        }
    }
    return count;
}

TEST(FigureScene, LooksAsItDidWhenItWasLookedAt) {
    const std::vector<std::pair<std::string, Performance>> states = {
        {"figure-hold", in(SegmentKind::hold, 16400ms)},
        {"figure-rep", in(SegmentKind::rep, 11s, 2)},
        {"figure-ready", in(SegmentKind::ready, 7s, 2)},
        {"figure-turns", in(SegmentKind::rep, 7s, 3)},
        {"figure-upright", in(SegmentKind::rep, 5s, 5)},
        {"figure-upright-ready", in(SegmentKind::position_change, 2s, 5)}};
    for (const auto& [name, performance] : states) {
        for (const Size size :
             {Size{40, 12}, Size{60, 16}, Size{80, 24}, Size{100, 30}, Size{120, 40}}) {
            golden::expect_screen(fmt::format("{}-{}x{}", name, size.columns, size.rows),
                                  drawn(performance, size));
        }
        golden::expect_screen(name + "-ascii-80x24", drawn(performance, {80, 24}, Blocks::ascii));
    }
}

TEST(FigureScene, TheFigureNeverTakesWhatDigitsAndSideNeed) {
    for (int columns = 40; columns <= 210; columns += 3) {
        for (int rows = 12; rows <= 64; rows += 2) {
            for (const char* room : {"0", "00", "0:00", "00:00", "000"}) {
                const Layout layout =
                    lay_out({columns, rows}, room, Blocks::half, FigureRoom::beside);
                ASSERT_EQ(layout.figure.has_value(), columns >= 60) << columns << "x" << rows;
                if (!layout.figure) continue;
                const Area& area = *layout.figure;
                const Size digits = letters_size(room, layout.digits, Blocks::half);
                const bool fits = columns >= 80 || std::string_view(room) != "00:00";
                ASSERT_GE(digits.rows, fits ? 5 : 3) << columns << "x" << rows << " " << room;
                ASSERT_GE(layout.side_rows, 3);
                ASSERT_LE(layout.large.column + digits.columns, area.column) << room;
                ASSERT_LE(layout.large.column + layout.large.size.columns, area.column);
                ASSERT_LE(area.row + area.size.rows, layout.label_row);
                ASSERT_LE(area.column + area.size.columns, columns);
            }
        }
    }
}

TEST(FigureScene, OnAnyUsualTerminalThereIsRoomForABody) {
    for (const char* room : {"0", "00", "0:00", "00:00"}) {
        const auto figure = lay_out({80, 24}, room, Blocks::half, FigureRoom::beside).figure;
        ASSERT_TRUE(figure) << room;
        EXPECT_GE(figure->size.columns, 34);
        EXPECT_GE(figure->size.rows, 12);
    }
    const auto roomy = lay_out({130, 40}, "00", Blocks::half, FigureRoom::beside).figure;
    ASSERT_TRUE(roomy);
    EXPECT_GE(roomy->size.columns, 61);
    EXPECT_GE(roomy->size.rows, 16);
    EXPECT_TRUE(lay_out({60, 16}, "00", Blocks::half, FigureRoom::beside).figure);
    EXPECT_FALSE(lay_out({80, 24}, "00", Blocks::half, FigureRoom::none).figure);
}

TEST(FigureScene, SomebodyUprightHasFifteenRowsAndTheWordsKeepBesideThem) {
    for (int columns = 80; columns <= 210; columns += 3) {
        for (int rows = 24; rows <= 64; ++rows) {
            for (const char* room : {"0", "00", "0:00"}) {
                const auto laid = [&](FigureRoom figure) {
                    return lay_out({columns, rows}, room, Blocks::half, figure);
                };
                const Layout tall = laid(FigureRoom::tall);
                const Layout beside = laid(FigureRoom::beside);
                ASSERT_EQ(tall.digits, beside.digits) << "nothing jumps";
                ASSERT_EQ(tall.large, beside.large);
                ASSERT_TRUE(tall.figure);
                const Area& area = *tall.figure;
                ASSERT_GE(area.size.rows, 15) << columns << "x" << rows;
                ASSERT_GE(area.size.columns, 25);
                ASSERT_LE(area.row + area.size.rows, tall.label_row);
                ASSERT_LT(tall.bar_row, tall.next_row);
                ASSERT_LE(tall.words.row + tall.words.size.rows,
                          tall.bar_row + (tall.words == beside.words ? 99 : 0));
                ASSERT_GE(tall.words.size.columns, 40);
            }
        }
    }
}

TEST(FigureScene, WordsBesideSomebodyUprightAreNotCut) {
    const auto ready = in(SegmentKind::position_change, 1s, 5);
    const auto area = figure_area(scene(ready), {80, 24}, Blocks::half);
    ASSERT_TRUE(area);
    EXPECT_EQ(area->size, (Size{25, 15}));
    std::string seen;
    for (auto performance = ready; performance.left() > 1s; performance.wait(1s)) {
        const Frame frame = drawn(performance, {80, 24});
        for (int row = 0; row < 24; ++row) {
            std::string words;
            for (int column = 0; column < 80; ++column) {
                const Cell& cell = frame.at(row, column);
                const bool is_word =
                    cell.ink != Ink::picture && cell.glyph > U' ' && cell.glyph < 127;
                words += is_word ? static_cast<char>(cell.glyph) : ' ';
            }
            words.erase(words.find_last_not_of(' ') + 1);
            words.erase(0, words.find_first_not_of(' '));
            seen += words + ' ';
        }
    }
    const Exercise exercise = figures::shipped("sit-to-stand");
    std::string all = joined(exercise.start);
    for (const auto& line : movement_texts(exercise)) all += ' ' + line;
    for (std::size_t at = 0; at != std::string::npos;) {
        const auto end = all.find(' ', at);
        EXPECT_NE(seen.find(all.substr(at, end - at)), std::string::npos) << all.substr(at, 20);
        at = end == std::string::npos ? end : end + 1;
    }
}

TEST(FigureScene, TheAreaIsWhereItIsDrawnAndNowhereElse) {
    const auto hold = in(SegmentKind::hold, 5s);
    for (const auto& shown : {hold, in(SegmentKind::rep, 5s, 5)}) {
        for (const Size size : {Size{80, 24}, Size{100, 30}, Size{200, 60}}) {
            const auto area = figure_area(scene(shown), size, Blocks::half);
            ASSERT_TRUE(area);
            const Frame with = drawn(shown, size);
            Frame without = draw(scene(shown), size, Blocks::half);
            EXPECT_EQ(pictured(without), 0) << "without a painter there is no picture";
            EXPECT_GE(pictured(with), area->size.columns * area->size.rows - 1);
            without.take(with, *area);
            EXPECT_EQ(without, with);
        }
    }
    EXPECT_FALSE(figure_area(scene(hold), {40, 12}, Blocks::half));
    EXPECT_EQ(pictured(drawn(hold, {40, 12})), 0);
}

TEST(FigureScene, WithoutFiguresDigitsAreAsLargeAsEver) {
    Prescription plain = figures::every_kind();
    for (auto& step : plain.steps) step.work.exercise.figure.reset();
    auto performance = scenes::performance_of(plain);
    performance.resume();
    EXPECT_FALSE(scene(performance).figure_room);
    EXPECT_FALSE(figure_area(scene(performance), {80, 24}, Blocks::half));
    EXPECT_TRUE(scene(in(SegmentKind::hold, 1s)).figure_room);
}

TEST(FigureScene, TheRoomIsKeptWhereOneExerciseHasNone) {
    Prescription some = figures::every_kind();
    some.steps[0].work.exercise.figure.reset();
    auto performance = scenes::performance_of(some);
    performance.resume();
    EXPECT_FALSE(scene(performance).figure);
    EXPECT_TRUE(figure_area(scene(performance), {80, 24}, Blocks::half));
    EXPECT_EQ(pictured(drawn(performance, {80, 24})), 0);
}

TEST(StillFigure, ShowsWhereItBeginsAndWhereItLeads) {
    const Figure bridge = figures::figure("glute-bridge");
    const Figure wipers = figures::figure("windshield-wipers-supine");
    FigureLook ascii;
    ascii.glyphs = figure::Glyphs::ascii;
    golden::expect_screen("figure-still-bridge", still_figure(bridge, 72, FigureLook{}));
    golden::expect_screen("figure-still-wipers-ascii", still_figure(wipers, 72, ascii));
}

TEST(StillFigure, StandsSideBySide) {
    const Figure bridge = figures::figure("glute-bridge");
    const Frame both = still_figure(bridge, 80, FigureLook{});
    ASSERT_EQ(both.size(), (Size{80, 12}));
    FigurePainter painter{FigureLook{}};
    Frame expected({80, 12});
    painter.draw(expected, {0, 0, {38, 12}}, {&bridge, 0});
    painter.draw(expected, {0, 42, {38, 12}}, {&bridge, held_share(bridge)});
    EXPECT_EQ(both, expected);
    // Where there is no room for two bodies, the one that it leads to.
    Frame alone({35, 12});
    painter.draw(alone, {0, 0, {35, 12}}, {&bridge, held_share(bridge)});
    EXPECT_EQ(still_figure(bridge, 35, FigureLook{}), alone);
}

}  // namespace
}  // namespace hipflow::terminal
