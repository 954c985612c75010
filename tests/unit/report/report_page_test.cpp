// SPDX-License-Identifier: MIT
#include "report/report_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "support/test_data.h"
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
    const auto path = support::test_data() / ".." / "golden" / "report" / "six-weeks.html";
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
    EXPECT_EQ(links, 5U) << "pain of two places, weeks, function, range";
}

/// The places of these texts in the page; npos for one that is not in it.
std::vector<std::size_t> places_of(const std::string& page, const std::vector<std::string>& texts) {
    std::vector<std::size_t> places;
    places.reserve(texts.size());
    for (const auto& text : texts) places.push_back(page.find(text));
    return places;
}

std::string first_sheet(const today::ReportValues& values) {
    const std::string page = report_page(values);
    return page.substr(0, page.find("<div class=\"details\">"));
}

TEST(ReportPage, BeginsWithWhatAPhysiotherapistNeedsFirstInThisOrder) {
    const std::string sheet = first_sheet(samples::report_values());
    const auto places =
        places_of(sheet, {"<dt>Person</dt><dd>A. &lt;b&gt;Sample&lt;/b&gt;, 41",
                          "Osteoporosis; Not down", "Steady six, since 1 Sep, now in week 6",
                          ">Signs and symptoms<", ">Keeping at it<", ">Pain<", ">What you can do<",
                          ">How far the hips turn<", ">Exercises that hurt most<", ">Own notes<",
                          ">Questions to ask<", "class=\"to-write\""});
    EXPECT_TRUE(std::ranges::is_sorted(places)) << testing::PrintToString(places);
    EXPECT_NE(places.back(), std::string::npos);
}

TEST(ReportPage, NamesSignsByDayAndSideTheMostImportantFirst) {
    const std::string sheet = first_sheet(samples::report_values());
    const auto places = places_of(
        sheet, {"Red flag: a weaker leg, or a foot that drops</th><td class=\"words\">left</td>"
                "<td class=\"words\">1 Oct</td>",
                "Pain 9 of 10</th><td class=\"words\">left</td><td class=\"words\">1 Oct</td>",
                "Tingling or numbness</th><td class=\"words\">left</td>"
                "<td class=\"words\">21 Sep, 9 Sep</td><td>2</td>",
                "Looked at by a doctor or physiotherapist"});
    EXPECT_TRUE(std::ranges::is_sorted(places)) << testing::PrintToString(places);
    EXPECT_NE(places.back(), std::string::npos);
}

TEST(ReportPage, SaysNoneToldOnlyWhereItWasAsked) {
    today::ReportValues values = samples::report_values();
    values.first.signs.clear();
    values.first.severe.clear();
    EXPECT_NE(first_sheet(values).find("None told, in 19 sessions"), std::string::npos);
    values.first.sessions_asked = 0;
    EXPECT_EQ(first_sheet(values).find("None told"), std::string::npos);
    EXPECT_NE(first_sheet(values).find("Not asked: no session"), std::string::npos);
}

TEST(ReportPage, SaysOfThePersonOnlyWhatWasGiven) {
    today::ReportValues values = samples::report_values();
    values.person.reset();
    values.first.person = {};
    const std::string sheet = first_sheet(values);
    EXPECT_EQ(sheet.find("<dt>Person"), std::string::npos);
    EXPECT_NE(sheet.find("<dt>Restrictions</dt><dd>not told"), std::string::npos);
    EXPECT_NE(sheet.find("<dt>Program</dt><dd>none on these days"), std::string::npos);
    values.first.person.restrictions_told = true;
    EXPECT_NE(first_sheet(values).find("<dd>none, as told"), std::string::npos);
}

TEST(ReportPage, SaysHowThePlanWasKeptWithItsRangeAndExcuses) {
    const std::string sheet = first_sheet(samples::report_values());
    EXPECT_NE(sheet.find("21 of 26 planned kept, 81 %"), std::string::npos);
    EXPECT_NE(sheet.find("Likely range: 62 to 91 % (95 %, Wilson)"), std::string::npos);
    EXPECT_NE(sheet.find("Excused: 13 Sep to 15 Sep (travel)."), std::string::npos);
    EXPECT_NE(sheet.find("on the clock"), std::string::npos);
    EXPECT_NE(sheet.find("of work"), std::string::npos);
}

TEST(ReportPage, ComparesTheFirstTestWithTheLastAndNamesWhatAChangeTakes) {
    const std::string sheet = first_sheet(samples::report_values());
    EXPECT_NE(sheet.find("Tie my shoes</th><td>3</td><td>7</td><td>+4 *</td>"
                         "<td>3</td>"),
              std::string::npos);
    EXPECT_NE(sheet.find("Mean of 3</th>"), std::string::npos);
    EXPECT_NE(sheet.find("Internal (foot out)</th><td>24.5°</td><td>32°</td><td>+7.5° *</td>"
                         "<td>31.5°</td><td>39°</td>"),
              std::string::npos);
    EXPECT_NE(sheet.find("the person&#39;s own measurement error of 6.0°"), std::string::npos);
}

TEST(ReportPage, ExplainsAStarOnlyWhereThereIsOne) {
    today::ReportValues values = samples::report_values();
    std::string sheet = first_sheet(values);
    EXPECT_NE(sheet.find("* More than the person&#39;s own"), std::string::npos);
    EXPECT_NE(sheet.find("such a change has a star."), std::string::npos);
    values.hip_rotation.front().tests.resize(2);
    for (auto& one : values.function) one.scores.resize(1);
    sheet = first_sheet(values);
    EXPECT_EQ(sheet.find(" *<"), std::string::npos);
    EXPECT_EQ(sheet.find("* More"), std::string::npos);
    EXPECT_EQ(sheet.find("has a star"), std::string::npos);
    EXPECT_NE(sheet.find("No change is more than the person&#39;s own"), std::string::npos);
}

TEST(ReportPage, HasHeadingsInPlainWords) {
    today::ReportValues values = samples::report_values();
    const std::string sheet = first_sheet(values);
    EXPECT_NE(sheet.find(">Counts from</th>"), std::string::npos);
    EXPECT_EQ(sheet.find(">Takes<"), std::string::npos);
    EXPECT_EQ(sheet.find("Behind the first"), std::string::npos);
}

TEST(ReportPage, SaysThatATestWasBeforeItsDays) {
    today::ReportValues values = samples::report_values();
    const std::string_view some = "The first is from before the days of this report";
    const std::string_view all = "Measured before the days of this report";
    std::string page = report_page(values);
    EXPECT_EQ(page.find(some), std::string::npos);
    EXPECT_EQ(page.find(all), std::string::npos);
    values.from = *parse_day("2026-09-10");
    page = report_page(values);
    std::size_t times = 0;
    for (auto at = page.find(some); at != std::string::npos; at = page.find(some, at + 1)) ++times;
    EXPECT_EQ(times, 4U) << "function and range, on the first page and in the tables";
    values.from = *parse_day("2026-10-12");
    EXPECT_NE(report_page(values).find(all), std::string::npos);
}

TEST(ReportPage, PutsWordsBesideAChartThatIsAlone) {
    today::ReportValues values = samples::report_values();
    std::erase_if(values.places,
                  [](const auto& one) { return one.place && one.place->site != Site::buttock; });
    const std::string beside = "<div class=\"beside\"><div><p class=\"figure\">";
    EXPECT_NE(first_sheet(values).find(beside), std::string::npos);
    values = samples::report_values();
    ASSERT_GT(values.places.size(), 1U);
    EXPECT_EQ(first_sheet(values).find("class=\"beside\""), std::string::npos);
}

TEST(ReportPage, MarksStopsForPainAndNamesTheUnitOfEveryAxis) {
    today::ReportValues values = samples::report_values();
    const std::string sheet = first_sheet(values);
    EXPECT_NE(sheet.find("</svg>stopped for pain</li>"), std::string::npos);
    for (const auto* unit : {">Buttock, left: pain, 0 to 10<", ">score, 0 to 10<", ">degrees<",
                             ">minutes on the clock, by week<"}) {
        EXPECT_NE(report_page(values).find(unit), std::string::npos) << unit;
    }
    values.first.stops.clear();
    EXPECT_EQ(report_page(values).find("class=\"cross\""), std::string::npos);
}

TEST(ReportPage, WritesDatesInOneWayWithTheYearOnlyWhereItIsAnother) {
    today::ReportValues values = samples::report_values();
    std::string page = report_page(values);
    EXPECT_NE(page.find("<title>hipflow report, 1 Sep to 12 Oct, made on 13 Oct 2026</title>"),
              std::string::npos);
    EXPECT_EQ(page.find("2026-"), std::string::npos);
    EXPECT_NE(page.find("1 Sep to 12 Oct. Made with hipflow on 13 Oct 2026 "), std::string::npos);
    values.made = *parse_day("2027-01-02");
    EXPECT_NE(
        report_page(values).find("1 Sep 2026 to 12 Oct 2026. Made with hipflow on 2 Jan 2027 "),
        std::string::npos);
}

TEST(ReportPage, HasNoJumpBetweenLevelsOfHeadings) {
    const std::string page = report_page(samples::report_values());
    char last = '0';
    for (auto at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
        const char level = page[at + 2];
        if (level < '1' || level > '6') continue;
        EXPECT_LE(level, last + 1) << page.substr(at, 40);
        last = level;
    }
    EXPECT_GE(last, '2');
}

TEST(ReportPage, LetsTheKeyboardScrollEveryTable) {
    const std::string page = report_page(samples::report_values());
    std::size_t tables = 0;
    std::size_t regions = 0;
    for (auto at = page.find("<table"); at != std::string::npos; at = page.find("<table", at + 1))
        ++tables;
    const std::regex region(R"(role="region" aria-label="[^"]+" tabindex="0"><table)");
    for (std::sregex_iterator found(page.begin(), page.end(), region), end; found != end; ++found)
        ++regions;
    EXPECT_GT(tables, 8U);
    EXPECT_EQ(regions, tables);
}

TEST(ReportPage, ShowsAnyNumberOfTestDaysInRows) {
    today::ReportValues values = samples::report_values();
    for (auto& one : values.function) {
        one.scores.clear();
        for (int i = 0; i < 29; ++i) {
            one.scores.push_back({values.from + std::chrono::days(i), i % 10});
        }
    }
    const std::string page = report_page(values);
    const auto from = page.find("<table id=\"function\"");
    const std::string table = page.substr(from, page.find("</table>", from) - from);
    std::size_t columns = 0;
    for (auto at = table.find("scope=\"col\""); at != std::string::npos;
         at = table.find("scope=\"col\"", at + 1))
        ++columns;
    EXPECT_EQ(columns, 5U) << "the day, three activities, the mean";
    EXPECT_NE(table.find(">29 Sep</th>"), std::string::npos);
}

TEST(ReportPage, NamesNoExerciseThatDidNotHurt) {
    today::ReportValues values = samples::report_values();
    values.first.peaks = {{"Plank", {}, *PainScore::from(6), 1}};
    for (auto& use : values.exercises.uses) {
        if (use.change.n > 0) use.change = {2, -1, 1, 0};
    }
    std::string sheet = first_sheet(values);
    EXPECT_NE(sheet.find("None hurt more than the start of its session, on average."),
              std::string::npos);
    EXPECT_EQ(sheet.find("Plank"), std::string::npos);
    for (auto& use : values.exercises.uses) use.change = {};
    values.first.peaks.push_back({"Clam", {}, *PainScore::from(0), 3});
    sheet = first_sheet(values);
    EXPECT_NE(sheet.find("Plank"), std::string::npos);
    EXPECT_EQ(sheet.find("Clam"), std::string::npos);
    values.first.peaks.erase(values.first.peaks.begin());
    EXPECT_NE(first_sheet(values).find("No pain was told in any exercise."), std::string::npos);
    values.first.peaks.clear();
    EXPECT_NE(first_sheet(values).find("Not told of any exercise."), std::string::npos);
}

TEST(ReportQuestions, FollowFromTheRecordTheMostImportantFirst) {
    today::ReportValues values = samples::report_values();
    const auto questions = questions_of(values);
    ASSERT_EQ(questions.size(), 5U);
    EXPECT_EQ(questions[0],
              "On 1 Oct I noticed a weaker leg, or a foot that drops on the left. What should I "
              "watch for from now on?");
    EXPECT_EQ(questions[1],
              "On 2 days, last on 21 Sep, I noticed tingling or numbness on the left. What should "
              "I watch for?");
    EXPECT_EQ(questions[2],
              "On 2 days, last on 19 Sep, I stopped Bridge on the left for pain. Should I leave it "
              "out, or do it another way?");
    EXPECT_NE(questions[3].find("In place of Bridge on one leg I did Bridge in 6 of 8 sessions"),
              std::string::npos);
    values.first.stops = {{values.from, "a"}, {values.to, "a"}};
    EXPECT_EQ(questions_of(values)[2],
              "On 2 days, last on 12 Oct, I stopped the session for pain. What should I change?");
    values.first.uncleared = true;
    EXPECT_NE(questions_of(values)[0].find("Who should look at it"), std::string::npos);
}

TEST(ReportQuestions, AreThereWithoutAnyOccasion) {
    EXPECT_EQ(questions_of({}),
              std::vector<std::string>{"Is there anything here that I should do in another way?"});
}

}  // namespace
}  // namespace hipflow::report
