// SPDX-License-Identifier: MIT
#include "terminal/letters.h"

#include <gtest/gtest.h>

#include "domain/messages.h"
#include "support/english.h"
#include "terminal/screen_layout.h"

namespace hipflow::terminal {
namespace {

std::vector<std::string> drawn(std::string_view text, Type type, Blocks blocks) {
    Frame frame(letters_size(text, type, blocks));
    draw_letters(frame, 0, 0, text, type, blocks, Ink::normal);
    return frame.rows();
}

using Rows = std::vector<std::string>;
constexpr Type narrow{1, Pitch::narrow};
constexpr Type tight{1, Pitch::tight};

TEST(Letters, AreThreeRowsHighInHalfBlocks) {
    EXPECT_EQ(drawn("AB", {1}, Blocks::half), (Rows{"█▀█ █▀▄", "█▀█ █▀▄", "▀ ▀ ▀▀"}));
    EXPECT_EQ(letter_rows({1}, Blocks::half), 3);
    EXPECT_EQ(letter_rows({2}, Blocks::half), 5);
}

TEST(Letters, AreFiveRowsHighWithoutHalfBlocks) {
    EXPECT_EQ(drawn("L1", {1}, Blocks::ascii),
              (Rows{"#    #", "#   ##", "#    #", "#    #", "### ###"}));
    EXPECT_EQ(letter_rows({1}, Blocks::full), 5);
    EXPECT_EQ(letter_rows({2}, Blocks::full), 5);
    EXPECT_EQ(letter_rows({3}, Blocks::full), 10);
}

TEST(Letters, NarrowOnesTakeTwoDotsToAColumn) {
    EXPECT_EQ(letters_size("LLLL", narrow, Blocks::half), (Size{11, 3}));
    EXPECT_EQ(drawn("LL", narrow, Blocks::half), (Rows{"▌  ▌", "▌  ▌", "▀▘ ▀▘"}));
}

TEST(Letters, SmallLettersAreDrawnAsCapitalsAndAccentsLeftOut) {
    EXPECT_EQ(drawn("é", {1}, Blocks::half), drawn("E", {1}, Blocks::half));
    EXPECT_EQ(drawn("ü", {1}, Blocks::half), drawn("Ü", {1}, Blocks::half));
    EXPECT_NE(drawn("Ü", {1}, Blocks::half), drawn("U", {1}, Blocks::half));
}

TEST(Letters, KnowWhatTheyCannotDraw) {
    EXPECT_TRUE(has_letters("Child's pose, 90/90 (one leg)"));
    EXPECT_FALSE(has_letters("日本"));
    EXPECT_FALSE(large_text("日本", {200, 50}, Blocks::half));
}

TEST(LargeText, TakesTheLargestLettersThatFit) {
    EXPECT_EQ(large_text("REST", {80, 10}, Blocks::half)->type, (Type{4}));
    EXPECT_EQ(large_text("REST", {80, 4}, Blocks::half)->type, (Type{1}));
    EXPECT_EQ(large_text("REST", {14, 4}, Blocks::half)->type, narrow);
    EXPECT_EQ(large_text("REST", {9, 4}, Blocks::half)->type, tight);
    EXPECT_FALSE(large_text("REST", {5, 4}, Blocks::half));
    EXPECT_FALSE(large_text("REST", {80, 2}, Blocks::half));
    EXPECT_FALSE(large_text("REST", {14, 4}, Blocks::ascii));
}

TEST(LargeText, BreaksBetweenWordsIntoEvenLines) {
    const auto text = large_text("LIE ON YOUR BACK", {40, 8}, Blocks::half);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->lines, (Rows{"LIE ON", "YOUR BACK"}));
    EXPECT_EQ(text->size.rows, 7);
}

// The longest side and every position are read from afar on a usual screen, in both languages.
TEST(LargeText, EveryPositionAndSideIsLargeBesideAFigure) {
    const Layout layout = lay_out({80, 24}, "00", Blocks::half, FigureRoom::beside);
    const Size room{layout.large.size.columns, layout.large.size.rows - layout.side_rows - 1};
    for (const auto& phrases : {support::english(), support::german()}) {
        for (int i = 0; i < static_cast<int>(words<Position>.size()); ++i) {
            const std::string words = phrases->say(position_message(static_cast<Position>(i))).text;
            ASSERT_FALSE(words.empty());
            EXPECT_LE(words.size(), longest_large_message);
            const auto large = large_text(words, room, Blocks::half);
            ASSERT_TRUE(large) << words;
            EXPECT_EQ(large->type.pitch, Pitch::square) << words;
        }
    }
}

}  // namespace
}  // namespace hipflow::terminal
