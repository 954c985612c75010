// SPDX-License-Identifier: MIT
#include "text/layout.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

TEST(Paragraph, PutsALongWordOnALineOfItsOwnFurtherLeft) {
    EXPECT_EQ(paragraph("a /much/longer/path b", 10, 4), "a\n/much/longer/path\n    b\n");
    EXPECT_EQ(paragraph("a longword b", 10, 4), "a\n  longword\n    b\n");
    EXPECT_EQ(labelled("is:  ", "longword b", 10), "is:\n  longword\n     b\n");
}

TEST(WrappedLines, GoOnUnderTheirFirstWord) {
    EXPECT_EQ(wrapped_lines("one two three\n", 8), "one two\nthree\n");
    EXPECT_EQ(wrapped_lines("one two\u00A0three\n", 9), "one\ntwo three\n");
    EXPECT_EQ(wrapped_lines("two\u00A0three", 80), "two three");
    EXPECT_EQ(wrapped_lines("  - one two three\n", 11), "  - one two\n    three\n");
    EXPECT_EQ(wrapped_lines("+ one two\n-0.8 points\n", 7), "+ one\n  two\n-0.8\npoints\n");
    EXPECT_EQ(wrapped_lines("short   enough\n", 14), "short   enough\n");
}

TEST(WrappedLines, KeepsAQuestionOnItsLine) {
    EXPECT_EQ(wrapped_lines("Write this? ", 20), "Write this? ");
    EXPECT_EQ(wrapped_lines("", 20), "");
}

const Rows sessions = {{"id", "when", "note"}, {"1", "today", "a b"}, {"22", "long ago", "c"}};

TEST(Table, StaysWholeWhereItFits) {
    EXPECT_EQ(table(sessions, {{Align::right}, {}, {Align::left, 1}}, 80, 1),
              "id  when      note\n 1  today     a b\n22  long ago  c\n");
}

TEST(Table, LetsColumnsYieldInTheirTurn) {
    const std::vector<Column> columns = {{Align::right, 2}, {}, {Align::left, 1}};
    EXPECT_EQ(table(sessions, columns, 14, 1), "id  when\n 1  today\n22  long ago\n");
    EXPECT_EQ(table(sessions, columns, 8, 1), "when\ntoday\nlong ago\n");
}

TEST(Table, LetsThoseOfOneTurnYieldTogether) {
    EXPECT_EQ(table({{"a", "b", "c"}}, {{Align::left, 1}, {}, {Align::left, 1}}, 5), "b\n");
}

TEST(Table, MovesAColumnBelowItsRowButNoHeading) {
    EXPECT_EQ(table(sessions, {{Align::right}, {}, {Align::left, 1, true}}, 14, 1),
              "id  when\n 1  today\n    a b\n22  long ago\n    c\n");
}

TEST(Table, BreaksTextsBetweenWordsAndOnlyThenMovesCloser) {
    EXPECT_EQ(table({{"one two", "9"}}, {{}, {Align::right}}, 8), "one    9\ntwo\n");
    EXPECT_EQ(table({{"one two", "9"}}, {{}, {Align::right}}, 6), "one  9\ntwo\n");
    EXPECT_EQ(table({{"one two", "9"}}, {{}, {Align::right}}, 5), "one 9\ntwo\n");
    EXPECT_EQ(table({{"  one two"}}, {{}}, 6), "  one\n  two\n");
}

TEST(Table, KeepsAWordThatIsTooLong) {
    EXPECT_EQ(table({{"abcdefgh", "9"}}, {{}, {Align::right}}, 5), "abcdefgh\n9\n");
}

TEST(TableRows, AreATextForEachRow) {
    const auto rows = table_rows(sessions, {{Align::right}, {}, {Align::left, 1, true}}, 14, 1);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1], " 1  today\n    a b\n");
}

}  // namespace
}  // namespace hipflow
