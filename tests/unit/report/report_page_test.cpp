// SPDX-License-Identifier: MIT
#include "report/report_page.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/report/report_samples.h"

namespace hipflow::report {
namespace {

/// The page without the shapes of its figures, whose tests are those of figure/.
std::string without_shapes(std::string page) {
    const std::string end = "</svg>";
    for (auto at = page.find("<svg viewBox=\"0 0 240 160\""); at != std::string::npos;
         at = page.find("<svg viewBox=\"0 0 240 160\"", at + 1)) {
        const auto from = page.find("</title>", at) + 8;
        page.erase(from, page.find(end, from) - from);
    }
    return page;
}

TEST(ReportPage, IsAsItWasLookedAt) {
    const auto path =
        std::filesystem::path(HIPFLOW_TEST_DATA) / ".." / "golden" / "report" / "six-weeks.html";
    const std::string page = without_shapes(report_page(samples::report_values()));
    if (std::getenv("HIPFLOW_UPDATE_GOLDEN") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << page;
        return;
    }
    std::ifstream file(path);
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_TRUE(page == expected.str()) << "HIPFLOW_UPDATE_GOLDEN=1 accepts what is written now";
}

TEST(ReportPage, HasNoScriptAndLoadsNothing) {
    const std::string page = report_page(samples::report_values());
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("http://"), std::string::npos);
    EXPECT_EQ(page.find("https://"), std::string::npos);
    EXPECT_EQ(page.find("url("), std::string::npos);
    EXPECT_NE(page.find("default-src &#39;none&#39;"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;stiff&quot;"),
              std::string::npos)
        << "the note is there, as text";
}

TEST(ReportPage, ShowsWhatTheExercisesLookLike) {
    today::ReportValues values = samples::report_values();
    const auto section_of = [](const std::string& page) {
        const auto from = page.find("What the exercises look like");
        return from == std::string::npos ? ""
                                         : page.substr(from, page.find("</section>", from) - from);
    };
    const auto count = [](const std::string& text, std::string_view word) {
        int times = 0;
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
            ++times;
        return times;
    };
    const std::string section = section_of(report_page(values));
    EXPECT_EQ(count(section, "<svg "), 4) << "of each where it begins and where it leads";
    EXPECT_EQ(count(section, "<div aria-hidden=\"true\"><svg "), 2) << "read aloud once";
    EXPECT_NE(section.find("<h3>&lt;i&gt;Figure four&lt;/i&gt;</h3>"), std::string::npos);
    EXPECT_NE(section.find("<title>You lie on your back; the &lt;b&gt;left&lt;/b&gt; knee"),
              std::string::npos);
    EXPECT_EQ(count(section, "scale(-1,1)"), 0);
    values.drawn.front().side = Side::right;
    EXPECT_EQ(count(section_of(report_page(values)), "scale(-1,1)"), 2);
    values.drawn.clear();
    EXPECT_EQ(section_of(report_page(values)), "");
}

TEST(ReportPage, OfASingleScoreSaysWhatIsMissing) {
    today::ReportValues values;
    values.from = values.to = values.made = *parse_day("2026-09-01");
    DayTotals day;
    day.local_day = values.from;
    day.checkin = {1, 4};
    values.days = {day};
    const std::string page = report_page(values);
    EXPECT_NE(page.find("No session has both scores"), std::string::npos);
    EXPECT_NE(page.find("Not measured yet"), std::string::npos);
    EXPECT_NE(page.find("Not asked yet"), std::string::npos);
    EXPECT_EQ(page.find("nan"), std::string::npos);
}

TEST(ReportPage, HasATableBehindEveryChart) {
    const std::string page = report_page(samples::report_values());
    std::size_t links = 0;
    for (auto at = page.find("href=\"#"); at != std::string::npos;
         at = page.find("href=\"#", at + 1)) {
        const auto from = at + 7;
        const std::string id = page.substr(from, page.find('"', from) - from);
        EXPECT_NE(page.find("<table id=\"" + id + "\""), std::string::npos) << id;
        ++links;
    }
    EXPECT_EQ(links, 4U);
}

}  // namespace
}  // namespace hipflow::report
