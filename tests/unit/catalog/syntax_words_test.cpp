// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include "catalog/document.h"

namespace hipflow::catalog {
namespace {

/// The complaint about one broken line, without the words of toml++ in brackets at its end.
std::string words_for(std::string_view text) {
    std::vector<Diagnostic> faults;
    parse_document(text, "f", faults);
    if (faults.size() != 1) return "no single fault";
    return faults.front().message.substr(0, faults.front().message.find(" ("));
}

TEST(SyntaxWords, SayWhatToDo) {
    const std::string value =
        "expected a value here: a text in \"quotes\", a number, true or false";
    const std::string digits = "a value with digits and letters needs quotes, as in hold = \"40s\"";
    const std::string heading = "a heading ends with its brackets, as in [gaps] or [[step]]";
    const std::string list = "a list needs commas between its values and a ] at its end";
    const std::string quote =
        "the quote that opens this text is not closed; close it on the same line";
    EXPECT_EQ(words_for("name = Hips\n"), value);
    EXPECT_EQ(words_for("counts = tru\n"), value);
    EXPECT_EQ(words_for("hold = 40s\n"), digits);
    EXPECT_EQ(words_for("[gaps\n"), heading);
    EXPECT_EQ(words_for("[[step]\n"), heading);
    EXPECT_EQ(words_for("hold = [\"20s\" \"40s\"]\n"), list);
    EXPECT_EQ(words_for("hold = [\"20s\",\n"), list);
    EXPECT_EQ(words_for("name = \"Hips\n"), quote);
    EXPECT_EQ(words_for("name = 'Hips"), quote);
    EXPECT_EQ(words_for("name \"Hips\"\n"), "expected '=' after the name, as in level = 1");
    EXPECT_EQ(words_for("name =\n"), "expected a value after '=', as in level = 1");
    EXPECT_EQ(words_for("= 3\n"), "expected a name at the start of the line, as in level = 1");
    EXPECT_EQ(words_for("reps = 8,\n"), "expected the end of the line; put # before a comment");
    EXPECT_EQ(words_for("name = \"\\q\"\n"), "write a backslash in a text twice: \\\\");
    EXPECT_EQ(words_for("[/a]\n"),
              "expected a name here, such as gaps in [gaps] or step in [[step]]");
    EXPECT_EQ(words_for("extra = { left = 1\n}\n"),
              "write a table in { } on one line, with commas between its parts");
    EXPECT_EQ(words_for("reps = 99999999999999999999\n"),
              "this number is too large; write a smaller one");
    EXPECT_EQ(words_for("day = 2026-13-01\n"),
              "this looks like a date, but no value is a date; put texts in \"quotes\"");
}

TEST(SyntaxWords, KeepTheLibrarysWordsForWhatTheyDoNotKnow) {
    EXPECT_EQ(syntax_words("Error while parsing pigs: they \x1b fly"),
              "this line cannot be read as TOML; compare it with an example (they \\u001B fly)");
}

}  // namespace
}  // namespace hipflow::catalog
