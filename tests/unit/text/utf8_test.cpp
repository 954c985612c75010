// SPDX-License-Identifier: MIT
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <tuple>

namespace hipflow {
namespace {

TEST(FirstCodePoint, ReadsOneToFourBytes) {
    for (const auto& [text, value, length] :
         {std::tuple{"a", U'a', 1U}, {"é", U'é', 2U}, {"…", U'…', 3U}, {"😀", U'😀', 4U}}) {
        const auto point = first_code_point(text);
        ASSERT_TRUE(point.has_value()) << text;
        EXPECT_EQ(point->value, value);
        EXPECT_EQ(point->length, length);
    }
}

TEST(FirstCodePoint, RefusesWhatIsNotUtf8) {
    for (const std::string_view text :
         {"\x80", "\xC3", "\xC3(", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
          "\xF0\x9F\x98", "\xF8\x88\x80\x80\x80", "\xFF"}) {
        EXPECT_FALSE(first_code_point(text).has_value());
    }
}

TEST(IsPlainText, HasNoControlCharacters) {
    EXPECT_TRUE(is_plain_text("Hüfte, 90°"));
    for (const std::string_view text :
         {"a\tb", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xFF"}) {
        EXPECT_FALSE(is_plain_text(text));
    }
}

TEST(CharacterCount, CountsCharactersAndNotBytes) { EXPECT_EQ(character_count("Hüfte…"), 6U); }

TEST(Shown, MakesTheInvisibleVisibleAndTheLongShort) {
    EXPECT_EQ(shown("é\x1b[2J\xFF"), "é\\u001B[2J\\xFF");
    EXPECT_EQ(shown("éééé", 3), "ééé…");
    EXPECT_EQ(shown("ééé", 3), "ééé");
}

}  // namespace
}  // namespace hipflow
