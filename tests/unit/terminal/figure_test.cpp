// SPDX-License-Identifier: MIT
#include "domain/figure.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "catalog/library.h"
#include "terminal/draw.h"
#include "terminal/figure_show.h"
#include "unit/terminal/golden.h"
#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using support::Performance;

Exercise shipped(const std::string& id) { return catalog::Library("").exercise(id); }

/// A session of two shipped exercises with figures: a hold on each side, and reps of both.
Prescription with_figures() {
    auto fold = support::holds("figure-4-supine", 40s, Sides::each);
    fold.work.exercise = shipped("figure-4-supine");
    auto bridge = support::reps("glute-bridge", 8, 5s);
    bridge.work.exercise = shipped("glute-bridge");
    auto bug = support::reps("dead-bug", 8, 5s, Sides::alternate);
    bug.work.exercise = shipped("dead-bug");
    return support::session_of({fold, bridge, bug}, {10s, 5s, 15s, 15s});
}

Performance in(session::SegmentKind kind, Millis further, int step = 1) {
    Performance performance(with_figures());
    performance.resume();
    while (session::current_segment(performance.player).kind != kind ||
           session::current_set(performance.player).key.step < step) {
        performance.wait(performance.left());
    }
    performance.wait(further);
    return performance;
}

Frame drawn(const Performance& performance, Size size, Blocks blocks = Blocks::half) {
    return draw(scene_of(performance.player, performance.now.time, ""), size, blocks);
}

FigurePicture picture(const Performance& performance) {
    return figure_of(performance.player, performance.now.time).value();
}

/// Returns the part of a frame that a figure may take.
std::vector<std::string> right_half(const Frame& frame) {
    std::vector<std::string> rows;
    for (int row = 2; row < frame.size().rows; ++row) {
        std::string text;
        for (int column = frame.size().columns / 2; column < frame.size().columns; ++column) {
            text += encoded(frame.at(row, column).glyph);
        }
        rows.push_back(text);
    }
    return rows;
}

TEST(FigureScene, LooksAsItDidWhenItWasLookedAt) {
    const std::vector<std::pair<std::string, Performance>> states = {
        {"figure-hold", in(session::SegmentKind::hold, 16400ms)},
        {"figure-rep", in(session::SegmentKind::rep, 11s)},
        {"figure-ready", in(session::SegmentKind::position_change, 2s)},
        {"figure-turns", in(session::SegmentKind::rep, 7s, 3)}};
    for (const auto& [name, performance] : states) {
        for (const Size size : scenes::sizes()) {
            golden::expect_screen(fmt::format("{}-{}x{}", name, size.columns, size.rows),
                                  drawn(performance, size));
        }
        golden::expect_screen(name + "-ascii-80x24", drawn(performance, {80, 24}, Blocks::ascii));
    }
}

TEST(FigureScene, TheFigureNeverTakesThatDigitsAndWordNeed) {
    for (int columns = 60; columns <= 210; columns += 3) {
        for (int rows = 16; rows <= 64; rows += 2) {
            for (const char* room : {"0", "00", "0:00", "00:00", "000"}) {
                const Layout layout = lay_out({columns, rows}, room, Blocks::half, true);
                if (!layout.figure) continue;
                const Size digits = big_size(room, layout.digit_dot);
                const Size word = big_size(widest_word, layout.word_dot);
                ASSERT_GE(digits.rows, 5) << columns << "x" << rows << " " << room;
                ASSERT_GE(word.rows, 5) << columns << "x" << rows << " " << room;
                ASSERT_LE(std::max(digits.columns, word.columns), layout.figure->column);
                ASSERT_LT(layout.figure->row + layout.figure->size.rows, layout.state_row + 1);
                ASSERT_LE(layout.figure->column + layout.figure->size.columns, columns);
            }
        }
    }
    EXPECT_TRUE(lay_out({80, 24}, "00", Blocks::half, true).figure);
    EXPECT_TRUE(lay_out({80, 24}, "00:00", Blocks::half, true).figure);
    EXPECT_FALSE(lay_out({60, 16}, "00", Blocks::half, true).figure);
    EXPECT_FALSE(lay_out({80, 24}, "00", Blocks::half, false).figure);
}

TEST(FigureScene, WithoutFiguresDigitsAreAsLargeAsEver) {
    Prescription plain = with_figures();
    for (auto& step : plain.steps) step.work.exercise.figure.reset();
    Performance performance(plain);
    performance.resume();
    EXPECT_FALSE(scene_of(performance.player, performance.now.time, "").figure_room);
}

TEST(FigureScene, InARepItIsAsFarAsTheRep) {
    const Figure figure = *shipped("glute-bridge").figure;
    const auto performance = in(session::SegmentKind::rep, 1s);
    EXPECT_EQ(picture(performance), picture_of(figure, joints_at(figure, 0.2)));
}

TEST(FigureScene, InAHoldItIsHeldAndNobodyIsWoken) {
    auto performance = in(session::SegmentKind::hold, 5s);
    const Figure figure = *shipped("figure-4-supine").figure;
    const auto held = picture(performance);
    EXPECT_EQ(held, picture_of(figure, joints_at(figure, held_share(figure))));
    const Millis now = performance.now.time;
    EXPECT_EQ(next_figure(performance.player, now, now + 1s, {38, 11}, Blocks::half), std::nullopt);
    performance.wait(10s);
    EXPECT_EQ(picture(performance), held);
}

TEST(FigureScene, InAPauseItStandsWhereItWas) {
    auto performance = in(session::SegmentKind::rep, 1s);
    const auto before = picture(performance);
    performance.press(session::Key::pause);
    performance.wait(10s);
    EXPECT_EQ(picture(performance), before);
    const Millis now = performance.now.time;
    EXPECT_EQ(next_figure(performance.player, now, now + 1s, {38, 11}, Blocks::half), std::nullopt);
}

TEST(FigureScene, ItIsDrawnAgainWhenItLooksDifferentAndNotBefore) {
    const auto performance = in(session::SegmentKind::rep, 0ms);
    const Size size{38, 11};
    const auto cells = [&](Millis at) {
        Frame frame(size);
        draw_figure(frame, {0, 0, size}, figure_of(performance.player, at).value(), Blocks::half,
                    Ink::work);
        return frame;
    };
    int frames = 0;
    Millis now = performance.now.time;
    const Millis end = now + 5s;
    while (const auto next = next_figure(performance.player, now, end, size, Blocks::half)) {
        EXPECT_NE(cells(now), cells(*next));
        now = *next;
        ++frames;
    }
    EXPECT_GT(frames, 20);
    EXPECT_LE(frames, 100);
}

TEST(FigureScene, TheGapBeforeANewExerciseShowsItsMovement) {
    const auto early = in(session::SegmentKind::position_change, 500ms);
    const auto later = in(session::SegmentKind::position_change, 2500ms);
    EXPECT_NE(picture(early), picture(later));
    // Of the next side it is known by then: it shows how that begins.
    const Figure figure = *shipped("figure-4-supine").figure;
    const Figure other = mirrored(figure);
    EXPECT_EQ(picture(in(session::SegmentKind::side_change, 2s)),
              picture_of(other, joints_at(other, 0)));
}

TEST(FigureScene, TheOtherSideIsTheMirrorImage) {
    auto performance = in(session::SegmentKind::hold, 1s);
    const Frame left = drawn(performance, {200, 60});
    while (session::current_segment(performance.player).side != Side::right) {
        performance.wait(performance.left());
    }
    performance.wait(1s);
    const FigurePicture here = picture(in(session::SegmentKind::hold, 1s));
    const FigurePicture there = picture(performance);
    EXPECT_NEAR(there.head.x, 1 - here.head.x, 1e-9);
    EXPECT_NEAR(there.lower_left.x, 1 - here.upper_right.x, 1e-9);
    EXPECT_NE(right_half(left), right_half(drawn(performance, {200, 60})));
}

TEST(FigureScene, SidesInTurnDoNotTurnThePersonRound) {
    const auto left = in(session::SegmentKind::rep, 2500ms, 3);
    const auto right = in(session::SegmentKind::rep, 7500ms, 3);
    ASSERT_NE(session::current_segment(left.player).side,
              session::current_segment(right.player).side);
    EXPECT_EQ(picture(left).head, picture(right).head);
}

TEST(DrawFigure, WhatMovesIsThickerThanWhatDoesNot) {
    Figure figure;
    Joints joints{};
    joints.fill({0.5, 0.5, 0});
    at(joints, Joint::hand_l) = {0.1, 0.5, 0};
    at(joints, Joint::hand_r) = {0.9, 0.5, 0};
    figure.poses = {{"only", joints}};
    figure.frames = {{0, 0}};
    figure.moving = {Joint::hand_l};
    Frame frame({160, 48});
    draw_figure(frame, {0, 0, {160, 48}}, picture_of(figure, joints), Blocks::half, Ink::work);
    int moving = 0;
    int still = 0;
    for (int row = 0; row < 48; ++row) {
        if (frame.at(row, 30).glyph != U' ') ++moving;
        if (frame.at(row, 130).glyph != U' ') ++still;
    }
    EXPECT_GT(moving, still);
    EXPECT_GT(still, 0);
    Frame letters({160, 48});
    draw_figure(letters, {0, 0, {160, 48}}, picture_of(figure, joints), Blocks::ascii, Ink::work);
    std::set<char32_t> left;
    std::set<char32_t> right;
    for (int row = 0; row < 48; ++row) {
        left.insert(letters.at(row, 30).glyph);
        right.insert(letters.at(row, 130).glyph);
    }
    EXPECT_EQ(left, (std::set<char32_t>{U' ', U'#'}));
    EXPECT_EQ(right, (std::set<char32_t>{U' ', U'-'}));
}

TEST(DrawFigure, StaysInItsPlaceAtAnySize) {
    const catalog::Library library("");
    for (const auto& entry : library.exercises()) {
        const Figure figure = *library.exercise(entry.id).figure;
        for (const Size size : {Size{1, 1}, Size{7, 3}, Size{38, 11}, Size{98, 40}}) {
            for (const Blocks blocks : {Blocks::half, Blocks::ascii}) {
                Frame frame({size.columns + 6, size.rows + 6});
                draw_figure(frame, {3, 3, size}, picture_of(figure, joints_at(figure, 0.5)), blocks,
                            Ink::work);
                for (int row = 0; row < size.rows + 6; ++row) {
                    for (int column = 0; column < size.columns + 6; ++column) {
                        const bool inside = row >= 3 && row < size.rows + 3 && column >= 3 &&
                                            column < size.columns + 3;
                        if (inside) continue;
                        ASSERT_EQ(frame.at(row, column).glyph, U' ') << entry.id;
                    }
                }
            }
        }
    }
}

TEST(DrawFigure, StillItShowsWhereItBeginsAndWhereItLeads) {
    golden::expect_screen("figure-still-bridge",
                          still_figure(*shipped("glute-bridge").figure, 72, Blocks::half));
    golden::expect_screen(
        "figure-still-wipers-ascii",
        still_figure(*shipped("windshield-wipers-supine").figure, 72, Blocks::ascii));
}

}  // namespace
}  // namespace hipflow::terminal
