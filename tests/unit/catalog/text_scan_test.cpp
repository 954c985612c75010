// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/text_file.h"
#include "texts_of.h"

namespace hipflow::catalog {
namespace {

Lines complaints(std::string_view text) { return texts_of(scan_text(text, "f")); }

TEST(ScanText, LetsOrdinaryTextPass) {
    EXPECT_EQ(complaints("# Übung\r\nname = \"Hüfte\"\n\tx = ['ä', \"\"\"a \"quoted\" ö\"\"\"]\n"),
              Lines{});
}

TEST(ScanText, PlacesInvalidUtf8ByCharactersAndStopsThere) {
    EXPECT_EQ(complaints("# é\n# é\xFF\n\x01"),
              Lines{"f:2:4: the byte 0xFF is not UTF-8; save the file as UTF-8"});
}

TEST(ScanText, ReportsAnInvisibleCharacterOfEachLine) {
    EXPECT_EQ(complaints("# \x1b[2J\x1b\n# ok\n# \xE2\x80\xAE\n"),
              (Lines{"f:1:3: there is an invisible character, U+001B; delete it",
                     "f:3:3: there is an invisible character, U+202E; delete it"}));
}

TEST(ScanText, TakesACarriageReturnOnlyBeforeALineFeed) {
    EXPECT_EQ(complaints("a\rb"),
              Lines{"f:1:2: there is an invisible character, U+000D; delete it"});
}

TEST(ScanText, TakesLinesOf4096Bytes) {
    const std::string most = "#" + std::string(4095, 'x');
    EXPECT_EQ(complaints(most + "\r\n"), Lines{});
    EXPECT_EQ(complaints("\n" + most + "x\n"),
              Lines{"f:2:1: this line has more than 4096 bytes; break it into several"});
}

TEST(ScanText, RefusesLettersOutsideQuotes) {
    EXPECT_EQ(complaints("hüfte = 1\nb = \"ü\" # ü\n"),
              Lines{"f:1:2: 'ü' is outside quotes; put texts in \"quotes\", and write names with "
                    "a-z, 0-9, '-' and '_'"});
}

TEST(ScanText, KnowsWhereQuotesEnd) {
    EXPECT_EQ(complaints("a = \"\\\"ü\"\nb = 'ü\\'\nc = '''ü'ü'''''\nd = \"\"\"ü\\\"\"\"\"\n"),
              Lines{});
    EXPECT_EQ(complaints("a = 'x' ü\n").size(), 1U);
    EXPECT_EQ(complaints("a = \"unclosed\nü\n").size(), 1U);
}

TEST(ScanText, CountsDotsOfOneNameOnly) {
    std::string name = "a";
    for (int dots = 0; dots < 32; ++dots) name += ".a";
    EXPECT_EQ(complaints(name + " = 1\n" + name + " = \"........\"\n"), Lines{});
    EXPECT_EQ(complaints("[" + name + ".a]\n"),
              Lines{"f:1:67: there are more than 32 dots in a name, expected one such as 'gaps'"});
}

TEST(ScanText, CountsBracketsThatAreOpen) {
    const std::string open(16, '[');
    const std::string close(16, ']');
    EXPECT_EQ(complaints("a = " + open + close + "\nb = " + open + close + " # [\n"), Lines{});
    EXPECT_EQ(complaints("a = [" + open + close + "]\n"),
              Lines{"f:1:21: more than 16 brackets are open here; close some of them first"});
}

TEST(ScanText, RefusesMoreThan64Kibibytes) {
    EXPECT_EQ(complaints(std::string(262'144, '.')),
              Lines{"f: the file has 262144 bytes, expected at most 65536; split it"});
}

TEST(ScanText, StopsAfterTwentyFaults) {
    std::string text;
    for (int line = 0; line < 100; ++line) text += "\x01\n";
    EXPECT_EQ(complaints(text).size(), 20U);
}

}  // namespace
}  // namespace hipflow::catalog
