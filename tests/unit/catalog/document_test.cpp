// SPDX-License-Identifier: MIT
#include "catalog/document.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "texts_of.h"

namespace hipflow::catalog {
namespace {

Lines complaints(std::string_view text) {
    std::vector<Diagnostic> faults;
    const bool fits = parse_document(text, "f", faults) != nullptr;
    EXPECT_EQ(fits, faults.empty());
    return texts_of(faults);
}

TEST(ParseDocument, KeepsEveryValueWithItsPlace) {
    std::vector<Diagnostic> faults;
    const auto table = parse_document("b = \"é\"\n[a]\nx = [1, true]\n", "f", faults);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->size(), 2U);
    EXPECT_EQ(table->at("b").value<std::string>(), "é");
    EXPECT_EQ(begin_of(table->at("b")), (Place{1, 5}));
    const auto list = table->at_path("a.x");
    EXPECT_EQ(list[1].value<bool>(), true);
    EXPECT_EQ(begin_of(*list[1].node()), (Place{3, 9}));
}

TEST(ParseDocument, SkipsAByteOrderMarkAndTakesWindowsLineEndings) {
    EXPECT_EQ(complaints("\xEF\xBB\xBF"
                         "a = 1\r\nb = 2\r\n"),
              Lines{});
}

TEST(ParseDocument, ExplainsATextWithoutQuotes) {
    EXPECT_EQ(
        complaints("name = Hips\n"),
        Lines{"f:1:8: expected a value here: a text in \"quotes\", a number, true or false (could "
              "not determine value type)"});
}

TEST(ParseDocument, ExplainsANameThatIsThereTwice) {
    EXPECT_EQ(
        complaints("[gaps]\nset = \"1s\"\n[gaps]\n"),
        Lines{"f:3:1: this name appears for the second time; keep one of the two (cannot redefine "
              "existing table 'gaps')"});
}

TEST(ParseDocument, RefusesInvisibleCharactersWrittenAsEscapes) {
    EXPECT_EQ(complaints("a = \"\\u001b[2J\"\n\"\\u202e\" = 1\n"),
              (Lines{"f:1:5: there is an invisible character in \"\\u001B[2J\"; delete it",
                     "f:2:1: there is an invisible character in \"\\u202E\"; delete it"}));
}

TEST(ParseDocument, RefusesTextsOfSeveralLinesButJoinsThoseThatAskForIt) {
    EXPECT_EQ(
        complaints("a = \"\"\"x\ny\"\"\"\n"),
        Lines{"f:1:5: this text has a line break, expected one line; end lines with \\ to join "
              "them"});
    EXPECT_EQ(complaints("a = \"\"\"x \\\n   y\"\"\"\n"), Lines{});
}

}  // namespace
}  // namespace hipflow::catalog
