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
const std::set<char32_t> large = {U'█', U'▀', U'▄', U'▒'};

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
        EXPECT_NE(all_of(frame).find(scene.big + "  LEFT"), std::string::npos);
        EXPECT_NE(all_of(frame).find("this list, on and off"), std::string::npos);
    }
}

TEST(Draw, DigitsAndWordAreFiveRowsHighFromTheSmallestScreenOn) {
    for (const auto& state : every_state()) {
        for (const Size size : sizes()) {
            if (state.scene().big.find(':') != std::string::npos) continue;
            const Layout layout = lay_out(size, state.scene().big_room, Blocks::half);
            EXPECT_GE(big_size("0", layout.digit_dot).rows, 5);
            EXPECT_GE(big_size("LEFT", layout.word_dot).rows, 5);
            EXPECT_GE(rows_with(draw(state.scene(), size, Blocks::half), large), 5) << state.name;
        }
    }
}

TEST(Draw, SizesChangeOnlyBetweenMinutesAndSeconds) {
    for (int columns = 60; columns <= 210; columns += 7) {
        for (int rows = 16; rows <= 64; rows += 3) {
            std::set<std::pair<int, int>> dots;
            for (const auto& state : every_state()) {
                if (state.scene().big.find(':') != std::string::npos) continue;
                const Layout layout =
                    lay_out({columns, rows}, state.scene().big_room, Blocks::half);
                dots.emplace(layout.digit_dot, layout.word_dot);
            }
            EXPECT_EQ(dots.size(), 1U) << columns << "x" << rows;
        }
    }
}

TEST(Draw, FromTenToNineNothingButTheDigitsChanges) {
    auto ten = scenes::in(session::SegmentKind::hold, 0ms);
    ten.wait(ten.left() - 9500ms);
    const Scene before = scene_of(ten.player, ten.now.time, "");
    ten.wait(1s);
    const Scene after = scene_of(ten.player, ten.now.time, "");
    EXPECT_EQ(before.big, "10");
    EXPECT_EQ(after.big, "9");
    EXPECT_EQ(before.big_room, after.big_room);
    EXPECT_EQ(before.cue, after.cue);
    EXPECT_EQ(before.left, after.left);
    EXPECT_EQ(before.next, after.next);
}

TEST(Draw, ALargerTerminalHasLargerDigits) {
    int before = 0;
    for (const Size size : sizes()) {
        const int dot = lay_out(size, "00", Blocks::half).digit_dot;
        EXPECT_GT(dot, before);
        before = dot;
    }
}

TEST(Draw, LargePartsNeverTouchTheWords) {
    for (int columns = 60; columns <= 210; ++columns) {
        for (int rows = 16; rows <= 64; ++rows) {
            for (const char* room : {"00", "0:00", "00:00", "000"}) {
                for (const Blocks blocks : {Blocks::half, Blocks::full, Blocks::ascii}) {
                    const Layout layout = lay_out({columns, rows}, room, blocks);
                    const Size digits = big_size(room, layout.digit_dot);
                    const Size word = big_size(widest_word, layout.word_dot);
                    const int used = layout.abreast ? digits.rows : digits.rows + 1 + word.rows;
                    ASSERT_LE(used, layout.large_rows) << columns << "x" << rows << " " << room;
                    ASSERT_LE(std::max(digits.columns, word.columns), columns);
                    ASSERT_LT(layout.words_top + layout.words_rows, layout.keys_row);
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
    EXPECT_EQ(draw(scene, {59, 15}, Blocks::half).rows()[0], "24  LEFT  HOLD");
    EXPECT_EQ(draw(scene, {1, 1}, Blocks::half).rows(), std::vector<std::string>{"~"});
}

TEST(Draw, StateIsToldByWordAndShapeWithoutColour) {
    for (const auto& state : every_state()) {
        const Frame frame = draw(state.scene(), {80, 24}, Blocks::half);
        const bool works = state.name == "hold" || state.name == "rep" || state.name == "until-key";
        EXPECT_EQ(rows_with(frame, {U'▒'}) == 0, works) << state.name;
        EXPECT_NE(all_of(frame).find(state.scene().state), std::string::npos) << state.name;
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
