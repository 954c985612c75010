// SPDX-License-Identifier: MIT
#include "terminal/draw.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "text/utf8.h"
#include "unit/terminal/golden.h"
#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;
using scenes::every_state;
using scenes::sizes;

std::string all_of(const Frame& frame) {
    std::string text;
    for (const auto& row : frame.rows()) text += row + '\n';
    return text;
}

/// Returns the rows on which a large shape stands.
int rows_with(const Frame& frame, const std::set<char32_t>& glyphs) {
    int count = 0;
    for (int row = 2; row < frame.size().rows; ++row) {
        int cells = 0;
        for (int column = 0; column < frame.size().columns; ++column) {
            if (glyphs.count(frame.at(row, column).glyph) != 0) ++cells;
        }
        if (cells > 1) ++count;
    }
    return count;
}
const std::set<char32_t> large = {U'█', U'▀', U'▄', U'▌', U'▐', U'▙', U'▟', U'▛', U'▜', U'▘', U'▝'};

TEST(Draw, EveryStateLooksAsItDidWhenItWasLookedAt) {
    for (const auto& state : every_state()) {
        for (const Size size : sizes()) {
            golden::expect_screen(fmt::format("{}-{}x{}", state.name, size.columns, size.rows),
                                  draw(state.scene(), size, Blocks::half));
        }
    }
}

TEST(Draw, OtherBlocksLookAsTheyDidWhenTheyWereLookedAt) {
    for (const auto& state : every_state()) {
        if (state.name != "hold" && state.name != "rep" && state.name != "rest") continue;
        golden::expect_screen(state.name + "-full-80x24",
                              draw(state.scene(), {80, 24}, Blocks::full));
        golden::expect_screen(state.name + "-ascii-80x24",
                              draw(state.scene(), {80, 24}, Blocks::ascii));
    }
}

TEST(Draw, AFlashReversesTheWholeOfTheDigitsAndNothingElse) {
    for (const auto& state : every_state()) {
        Scene scene = state.scene();
        const Frame calm = draw(scene, {80, 24}, Blocks::half);
        scene.flash = true;
        const Frame flashing = draw(scene, {80, 24}, Blocks::half);
        EXPECT_EQ(flashing.rows(), calm.rows()) << state.name;
        int reversed = 0;
        for (int row = 0; row < 24; ++row) {
            for (int column = 0; column < 80; ++column) {
                if (flashing.at(row, column).ink == Ink::reversed) ++reversed;
            }
        }
        EXPECT_GT(reversed, 80 * 5) << state.name;
        EXPECT_LT(reversed, 80 * 20) << state.name;
    }
}

TEST(Draw, TheListOfKeysKeepsTheClockInSight) {
    const Scene scene = every_state()[1].scene();
    for (const Size size : sizes()) {
        const Frame frame = draw_help(scene, size, Blocks::half);
        golden::expect_screen(fmt::format("help-{}x{}", size.columns, size.rows), frame);
        EXPECT_NE(all_of(frame).find("24 seconds, HOLD, LEFT LEG"), std::string::npos);
        EXPECT_NE(all_of(frame).find("this list"), std::string::npos);
    }
}

TEST(Draw, DigitsAreFiveRowsHighAndTheSideThreeFromTheSmallestScreenOn) {
    for (const Size size : sizes()) {
        const Layout layout = lay_out(size, "00", Blocks::half);
        EXPECT_GE(letter_rows(layout.digits, Blocks::half), 5);
        EXPECT_GE(layout.side_rows, 3);
        for (const auto& state : every_state()) {
            EXPECT_GE(rows_with(draw(state.scene(), size, Blocks::half), large), 3) << state.name;
        }
    }
}

TEST(Draw, SizesChangeOnlyBetweenMinutesAndSeconds) {
    for (int columns = 40; columns <= 210; columns += 7) {
        for (int rows = 12; rows <= 64; rows += 3) {
            std::set<std::pair<int, int>> dots;
            for (const auto& state : every_state()) {
                const std::string room = state.scene().digits_room;
                if (room.find(':') != std::string::npos || room.empty()) continue;
                const Layout layout = lay_out({columns, rows}, room, Blocks::half);
                dots.emplace(layout.digits.dot, layout.side_rows);
            }
            EXPECT_EQ(dots.size(), 1U) << columns << "x" << rows;
        }
    }
}

TEST(Draw, BothSidesAreDrawnInOneSize) {
    for (const Size size : sizes()) {
        std::set<int> rows;
        for (const char* name : {"hold", "side-change"}) {
            for (const auto& state : every_state()) {
                if (state.name != name) continue;
                Scene scene = state.scene();
                scene.headline.clear();
                scene.digits = "8";
                scene.digits_room = "00";
                scene.bar.reset();
                const Layout layout = lay_out(size, "00", Blocks::half, FigureRoom::none);
                const Frame frame = draw(scene, size, Blocks::half);
                int used = 0;
                for (int row = layout.large.row; row < layout.label_row; ++row) {
                    bool any = false;
                    for (int column = layout.margin; column < size.columns; ++column)
                        any = any || frame.at(row, column).glyph != U' ';
                    used += any ? 1 : 0;
                }
                rows.insert(used);
            }
        }
        EXPECT_EQ(rows.size(), 1U) << size.columns << "x" << size.rows;
    }
}

TEST(Draw, FromTenToNineNothingButTheDigitsChanges) {
    auto ten = scenes::in(session::SegmentKind::hold, 0ms);
    ten.wait(ten.left() - 9500ms);
    const Scene before = scene_of(ten.player, ten.now.time, "");
    ten.wait(1s);
    const Scene after = scene_of(ten.player, ten.now.time, "");
    EXPECT_EQ(before.digits, "10");
    EXPECT_EQ(after.digits, "9");
    EXPECT_EQ(before.digits_room, after.digits_room);
    EXPECT_EQ(before.cue, after.cue);
    EXPECT_EQ(before.time, after.time);
    EXPECT_EQ(before.next, after.next);
}

TEST(Draw, ALargerTerminalHasLargerDigits) {
    int before = 2;
    for (const Size size : sizes()) {
        const int dot = lay_out(size, "00", Blocks::half).digits.dot;
        EXPECT_GE(dot, before);
        before = dot;
    }
    EXPECT_GT(lay_out({120, 40}, "00", Blocks::half).digits.dot,
              lay_out({80, 24}, "00", Blocks::half).digits.dot);
}

TEST(Draw, PartsNeverTouch) {
    for (int columns = 40; columns <= 210; ++columns) {
        for (int rows = 12; rows <= 64; ++rows) {
            for (const char* room : {"00", "0:00", "00:00", "000"}) {
                for (const Blocks blocks : {Blocks::half, Blocks::full, Blocks::ascii}) {
                    const Layout layout = lay_out({columns, rows}, room, blocks);
                    const Size digits = letters_size(room, layout.digits, blocks);
                    const int used =
                        layout.abreast ? digits.rows : digits.rows + 1 + layout.side_rows;
                    ASSERT_LE(used, layout.large.size.rows)
                        << columns << "x" << rows << " " << room;
                    ASSERT_LE(digits.columns, layout.large.size.columns + 1);
                    ASSERT_GT(layout.large.row, layout.name_rows);
                    ASSERT_LE(layout.large.row + layout.large.size.rows, layout.label_row);
                    ASSERT_LE(layout.bar_row + layout.bar_rows, layout.words.row);
                    ASSERT_LE(layout.words.row + layout.words.size.rows, layout.next_row);
                    ASSERT_LT(layout.next_row, layout.keys_row);
                }
            }
        }
    }
}

TEST(Draw, AnySizeIsDrawn) {
    for (const auto& state : every_state()) {
        for (int columns = 0; columns <= 61; ++columns) {
            for (int rows = 0; rows <= 17; ++rows) {
                const Frame frame = draw(state.scene(), {columns, rows}, Blocks::half);
                EXPECT_EQ(frame.size(), (Size{columns, rows}));
                draw_help(state.scene(), {columns, rows}, Blocks::half);
            }
        }
    }
}

TEST(Draw, BelowTheSmallestScreenTheMostImportantComesFirst) {
    const Scene scene = every_state()[1].scene();
    EXPECT_EQ(draw(scene, {39, 11}, Blocks::half).rows()[0], "24 seconds, HOLD, LEFT LEG");
    EXPECT_EQ(draw(scene, {1, 1}, Blocks::half).rows(), std::vector<std::string>{"~"});
}

TEST(Draw, StateIsToldByWordAndInkAndNothingIsPale) {
    for (const auto& state : every_state()) {
        const Frame frame = draw(state.scene(), {80, 24}, Blocks::half);
        const bool works = state.name == "hold" || state.name == "rep" || state.name == "until-key";
        EXPECT_EQ(rows_with(frame, {U'▒'}), 0) << state.name;
        EXPECT_EQ(state.scene().ink == Ink::work, works) << state.name;
        EXPECT_NE(all_of(frame).find(state.scene().state), std::string::npos) << state.name;
    }
}

TEST(Draw, TheSideStandsInLettersWithItsArrowAndInWords) {
    for (const auto& state : every_state()) {
        const Scene scene = state.scene();
        if (scene.side.side == Side::both) continue;
        const Frame frame = draw(scene, {80, 24}, Blocks::half);
        EXPECT_NE(all_of(frame).find(scene.side.words), std::string::npos) << state.name;
        Frame arrow({80, 24});
        const Layout layout = lay_out({80, 24}, "00", Blocks::half);
        if (!scene.headline.empty() && !scene.digits.empty()) continue;  // it has that place
        const int row = layout.large.row + layout.large.size.rows - 3;
        int set = 0;
        for (int column = 0; column < 60; ++column)
            set += frame.at(row + 1, column).glyph != U' ' ? 1 : 0;
        EXPECT_GT(set, 10) << state.name;
    }
}

TEST(Draw, TheBarIsAsFullAsItsShare) {
    Scene scene = every_state()[1].scene();
    const auto full = [&](double share) {
        scene.bar = share;
        const Frame frame = draw(scene, {80, 24}, Blocks::half);
        const Layout layout = lay_out({80, 24}, "00", Blocks::half);
        int done = 0;
        int ahead = 0;
        for (int column = 0; column < 80; ++column) {
            done += frame.at(layout.bar_row, column).glyph == U'█' ? 1 : 0;
            ahead += frame.at(layout.bar_row, column).glyph == U'░' ? 1 : 0;
        }
        return std::pair(done, ahead);
    };
    const auto [all, none] = full(1);
    EXPECT_GT(all, 55);
    EXPECT_EQ(none, 0);
    EXPECT_EQ(full(0), std::pair(0, all));
    EXPECT_NEAR(full(0.5).first, all / 2.0, 1);
}

TEST(Draw, EachExerciseHasATickOfItsOwn) {
    Scene scene = every_state()[1].scene();
    scene.ticks = {0.001, 0.002, 0.003, 0.5, 1};
    for (const Size size : sizes()) {
        const Frame frame = draw(scene, size, Blocks::half);
        const int row = lay_out(size, "00", Blocks::half).name_rows;
        int ticks = 0;
        for (int column = 0; column < size.columns; ++column)
            ticks += frame.at(row, column).glyph == U'│' ? 1 : 0;
        EXPECT_EQ(ticks, 5) << size.columns;
    }
}

TEST(Draw, ALongNoticeTakesThePlaceOfTheCue) {
    Scene scene = every_state()[1].scene();
    scene.notice =
        "The history is busy in another program. What has been done is kept in memory, and is "
        "written at the next set.";
    const std::string text = all_of(draw(scene, {80, 24}, Blocks::half));
    EXPECT_NE(text.find("at the next set."), std::string::npos);
    EXPECT_EQ(text.find(scene.cue.front()), std::string::npos);
}

TEST(Draw, TextsLongerThanTheScreenAreCutAndNeverWrap) {
    Scene scene = every_state()[1].scene();
    scene.name = std::string(400, 'n');
    scene.next = std::string(400, 'x');
    scene.state = std::string(400, 's');
    scene.cue = {std::string(400, 'c'), "日本語の説明はここに書いてあります。"};
    for (const Size size : sizes()) {
        for (const auto& row : draw(scene, size, Blocks::half).rows()) {
            EXPECT_LE(width(row), size.columns);
        }
    }
}

TEST(Draw, InstructionsThatDoNotFitTakeTurnsUntilAllWereSeen) {
    auto ready = scenes::in(session::SegmentKind::ready, 0ms);
    std::string seen;
    for (int second = 0; second < 10; ++second) {
        seen += all_of(draw(scene_of(ready.player, ready.now.time, ""), {60, 16}, Blocks::half));
        ready.wait(1s);
    }
    for (const char* words :
         {"On your back", "Rest one ankle", "standing leg", "shoulders lie", "Breathe out long"}) {
        EXPECT_NE(seen.find(words), std::string::npos) << words;
    }
}

}  // namespace
}  // namespace hipflow::terminal
