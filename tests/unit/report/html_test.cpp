// SPDX-License-Identifier: MIT
#include "report/html.h"

#include <gtest/gtest.h>

namespace hipflow::report {
namespace {

TEST(Html, NeverTakesTextForMarkup) {
    EXPECT_EQ(Html::text("<script>alert('1' & \"2\")</script>").markup(),
              "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;");
    EXPECT_EQ(Html::element("p", {{"class", "a\"><b>"}}, Html::text("x")).markup(),
              "<p class=\"a&quot;&gt;&lt;b&gt;\">x</p>");
}

TEST(Html, ShowsControlCharactersInsteadOfObeyingThem) {
    EXPECT_EQ(Html::text("a\x1b[31m\u202eb").markup(), "a\\u001B[31m\\u202Eb");
    EXPECT_EQ(Html::text("Übung → 30 °").markup(), "Übung → 30 °");
}

TEST(Html, DoesNotShortenLongTexts) {
    const std::string note(400, 'x');
    EXPECT_EQ(Html::text(note).markup(), note);
}

TEST(Html, PutsElementsIntoEachOther) {
    Html row = Html::element("td", "1");
    row += Html::element("td", "2");
    EXPECT_EQ(Html::element("tr", row).markup(), "<tr><td>1</td><td>2</td></tr>");
    EXPECT_EQ(Html::lone("meta", {{"charset", "utf-8"}}).markup(), "<meta charset=\"utf-8\">");
    EXPECT_EQ(Html::document(Html::element("html", "")), "<!DOCTYPE html>\n<html></html>\n");
}

}  // namespace
}  // namespace hipflow::report
