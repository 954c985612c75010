// SPDX-License-Identifier: MIT
#include "report/sheet_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>

#include "catalog/care.h"
#include "unit/report/report_samples.h"

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

/// Expects texts to follow each other on the page.
void expect_in_order(const std::string& page, std::initializer_list<std::string_view> texts) {
    std::size_t at = 0;
    for (const auto text : texts) {
        const auto found = page.find(text, at);
        ASSERT_NE(found, std::string::npos) << text;
        at = found + text.size();
    }
}

PrescribedStep step_of(const std::string& id, int number) {
    PrescribedStep step;
    step.planned_exercise = id;
    step.work.exercise.id = id;
    step.work.exercise.name = "Drill " + std::to_string(number);
    step.work.sides = Sides::each;
    step.work.hold = 30s;
    return step;
}

today::SheetExercise told(const std::string& name, std::size_t step) {
    today::SheetExercise exercise;
    exercise.steps = {step};
    exercise.name = {name, "en"};
    exercise.start = {{"Lie on your back.", "en"}};
    exercise.movement = {{"Bend one knee.", "en"}, {"Stay there.", "en"}};
    exercise.other_side = true;
    exercise.feel = {"A stretch.", "en"};
    exercise.avoid = {{"a pinch in the groin", "en"}, {"knee pain", "en"}};
    exercise.figure = samples::knee_bend();
    return exercise;
}

/// A sheet of so many exercises.
today::SheetValues sheet_of(int count) {
    today::SheetValues values;
    values.id = "mine";
    values.name = "Mornings";
    values.summary = "Before getting up";
    values.total = 6min + 20s;
    values.needs = {"mat", "wall"};
    values.care = catalog::care_words({}, "en");
    values.made = *parse_day("2026-09-01");
    for (int i = 1; i <= count; ++i) {
        values.session.steps.push_back(step_of("drill-" + std::to_string(i), i));
        values.exercises.push_back(
            told("Drill " + std::to_string(i), static_cast<std::size_t>(i - 1)));
    }
    return values;
}

TEST(SheetPage, HasItsPartsInOrder) {
    expect_in_order(
        sheet_page(sheet_of(2)),
        {"<html lang=\"en\"",
         "<title>Mornings</title>",
         "<h1>Mornings</h1>",
         "Name ",
         " begun on ",
         "Before getting up. About 6 min. You need: mat, wall.",
         "Have you had hip or spine surgery",
         "<h2>1. Drill 1</h2>",
         "<strong>hold 30 s per side</strong>",
         "<svg",
         "<svg",
         "Lie on your back. Bend one knee. Stay there. Then the other side. <b>Feel:</b> A "
         "stretch.",
         "<b>Look out for:</b> a pinch in the groin; knee pain.",
         "<h2>2. Drill 2</h2>",
         "Tick each day on which you did it.",
         ">Mon<",
         ">Sun<",
         "Week 1",
         "Week 4",
         "During a session, stop the exercise for:",
         "sharp, electric or shooting pain",
         "Get help now, at an emergency department or by calling your local emergency number",
         "The amounts are those that the routine begins with.",
         "Made with hipflow on 1 Sep 2026 from mine."});
}

TEST(SheetPage, ShowsWhereAnExerciseBeginsAndWhereItLeads) {
    const std::string page = sheet_page(sheet_of(1));
    const auto first = page.find("<svg");
    const auto second = page.find("<svg", first + 1);
    ASSERT_NE(second, std::string::npos);
    EXPECT_EQ(page.find("<svg", second + 1), std::string::npos);
    EXPECT_TRUE(has(page, "aria-hidden=\"true\"><svg")) << "the second has the same words";
    const auto shapes = [&](std::size_t at) {
        const auto from = page.find("</title>", at);
        return page.substr(from, page.find("</svg>", at) - from);
    };
    EXPECT_NE(shapes(first), shapes(second));
}

TEST(SheetPage, NamesAFigureWithoutWordsByItsExercise) {
    today::SheetValues values = sheet_of(1);
    values.exercises.front().figure->text.clear();
    EXPECT_TRUE(has(sheet_page(values), "<title>Drill 1</title>"));
}

TEST(SheetPage, IsWholeWithoutFigureTextsAndSummary) {
    today::SheetValues values = sheet_of(1);
    values.summary.clear();
    values.needs.clear();
    values.total = 40s;
    auto& exercise = values.exercises.front();
    exercise.figure.reset();
    exercise.start.clear();
    exercise.movement.clear();
    exercise.feel = {};
    exercise.avoid.clear();
    exercise.other_side = false;
    const std::string page = sheet_page(values);
    EXPECT_TRUE(has(page, "<p>About 40 s.</p>"));
    EXPECT_FALSE(has(page, "<svg"));
    EXPECT_FALSE(has(page, "Feel:"));
    EXPECT_FALSE(has(page, "Look out for:"));
    EXPECT_FALSE(has(page, "<p></p>"));
}

TEST(SheetPage, EscapesWhatAUserWrote) {
    today::SheetValues values = sheet_of(1);
    const std::string hostile = "<script>alert(1)</script> & \"'";
    values.name = values.summary = values.id = values.emergency_number = hostile;
    values.needs = {hostile};
    auto& exercise = values.exercises.front();
    exercise.name = exercise.feel = {hostile, "de"};
    exercise.start = exercise.movement = exercise.avoid = {{hostile, "en"}};
    values.session.steps.front().work.note = values.session.steps.front().work.load = hostile;
    const std::string page = sheet_page(values);
    EXPECT_FALSE(has(page, "<script"));
    EXPECT_FALSE(has(page, "<b>left</b>")) << "of the figure";
    EXPECT_TRUE(has(page, "<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;</h1>"));
    EXPECT_FALSE(has(page, "http://"));
    EXPECT_FALSE(has(page, "https://"));
    EXPECT_FALSE(has(page, "url("));
    EXPECT_TRUE(has(page, "default-src &#39;none&#39;"));
}

TEST(SheetPage, SaysTheLanguageOfWhatIsNotEnglish) {
    today::SheetValues values = sheet_of(1);
    values.care = catalog::care_words({}, "de");
    values.exercises.front().feel = {"Eine Dehnung.", "de"};
    const std::string page = sheet_page(values);
    EXPECT_TRUE(has(page, "<span lang=\"de\">Eine Dehnung.</span>"));
    EXPECT_TRUE(has(page, "<section class=\"stop\" lang=\"de\">"));
    EXPECT_TRUE(has(page, "<p lang=\"de\">"));
}

TEST(SheetPage, TellsAnExerciseThatComesAgainOnce) {
    today::SheetValues values = sheet_of(2);
    values.session.steps.push_back(values.session.steps.front());
    values.session.steps.back().work.note = "slower now";
    values.exercises.front().steps.push_back(2);
    const std::string page = sheet_page(values);
    expect_in_order(page, {"<h2>1. Drill 1</h2>", "<h2>2. Drill 2</h2>", "<h2>3. Drill 1</h2>",
                           "<strong>hold 30 s per side</strong>; slower now; see number 1"});
    std::size_t pictures = 0;
    for (auto at = page.find("<svg"); at != std::string::npos; at = page.find("<svg", at + 1)) {
        ++pictures;
    }
    EXPECT_EQ(pictures, 4U);
}

TEST(SheetPage, FramesABlockBelowItsRounds) {
    today::SheetValues values = sheet_of(3);
    auto& steps = values.session.steps;
    for (std::size_t i = 0; i < 2; ++i) {
        steps[i].block = 1;
        steps[i].place = static_cast<int>(i) + 1;
        steps[i].round = Round{1, 2, {}};
    }
    auto again = std::vector<PrescribedStep>(steps.begin(), steps.begin() + 2);
    for (auto& step : again) step.round = Round{2, 2, 1min};
    steps.insert(steps.begin() + 2, again.begin(), again.end());
    values.exercises.back().steps = {4};
    expect_in_order(sheet_page(values),
                    {"<section class=\"block\"><h2>2 rounds, 1 min of rest between them:</h2>",
                     "<h3>1. Drill 1</h3>", "<h3>2. Drill 2</h3>", "</section>", "</section>",
                     "<h2>3. Drill 3</h2>"});
}

TEST(SheetPage, BeginsTheWeekAsTheUserDoes) {
    today::SheetValues values = sheet_of(1);
    values.week_starts = std::chrono::Sunday;
    expect_in_order(sheet_page(values), {">Sun<", ">Mon<", ">Sat<"});
}

TEST(SheetPage, CountsWhatItDoesNotHave) {
    today::SheetValues values = sheet_of(1);
    EXPECT_FALSE(has(sheet_page(values), "left out"));
    EXPECT_FALSE(has(sheet_page(values), "in place of"));
    values.left_out = 2;
    values.replaced = 1;
    expect_in_order(sheet_page(values),
                    {"2 exercises of the routine are left out for the person that it was made for.",
                     "1 exercise stands in place of another."});
}

TEST(SheetPage, NamesTheExercisesThatShareSomethingToLookOutFor) {
    today::SheetValues values = sheet_of(4);
    values.shared = {{{"hip surgery: wait", "en"}, {0, 1, 3}},
                     {{"numb: stop", "en"}, {0, 1, 2, 3}}};
    expect_in_order(sheet_page(values),
                    {"<b>In 1, 2 and 4, look out for:</b> hip surgery: wait.",
                     "<b>In all of them, look out for:</b> numb: stop.", "<h2>1. Drill 1</h2>"});
}

TEST(SheetPage, OfAFlareUpDayStopsWherePainGetsStronger) {
    today::SheetValues values = sheet_of(1);
    EXPECT_TRUE(has(sheet_page(values), "pain that reaches 6 of 10"));
    values.in_flare = true;
    EXPECT_FALSE(has(sheet_page(values), "of 10"));
    EXPECT_TRUE(has(sheet_page(values), "<li>pain that gets stronger than it was at the start"));
}

/// The same with as much text as an exercise has at most.
today::SheetValues wordy(int count) {
    today::SheetValues values = sheet_of(count);
    for (auto& exercise : values.exercises) {
        exercise.movement = {{std::string(300, 'x'), "en"}};
        exercise.avoid.assign(6, {std::string(60, 'y'), "en"});
    }
    return values;
}

SheetFit fit_for(const today::SheetValues& values) { return fit_of(values, sheet_steps(values)); }

TEST(SheetFit, MakesTheTypeSmallerTheMoreThereIs) {
    double last = 100;
    for (int count = 1; count <= 6; ++count) {
        const SheetFit fit = fit_for(wordy(count));
        EXPECT_TRUE(fit.on_one_page) << count;
        EXPECT_EQ(fit.second_page, 0U) << count;
        EXPECT_LE(fit.points, last) << count;
        last = fit.points;
    }
    EXPECT_LT(last, fit_for(wordy(1)).points);
    EXPECT_GE(last, 9);
}

TEST(SheetFit, TakesTwoColumnsBeforeASecondPage) {
    EXPECT_EQ(fit_for(wordy(1)).columns, 1);
    const SheetFit fit = fit_for(wordy(6));
    EXPECT_EQ(fit.columns, 2);
    EXPECT_TRUE(has(sheet_page(wordy(6)), "<html lang=\"en\" class=\"tight columns\""));
}

TEST(SheetFit, TakesTwoPagesWithTheTitleOnBothRatherThanSmallTypeForMany) {
    const SheetFit fit = fit_for(wordy(10));
    EXPECT_FALSE(fit.on_one_page);
    EXPECT_EQ(fit.columns, 1);
    EXPECT_GE(fit.points, 9);
    ASSERT_GT(fit.second_page, 2U);
    ASSERT_LT(fit.second_page, 9U);
    const std::string next = ">Mornings, page 2</p>";
    const std::string page = sheet_page(wordy(10));
    EXPECT_EQ(page.find(next), page.rfind(next));
    expect_in_order(page, {"<h2>" + std::to_string(fit.second_page) + ". ", next,
                           "<h2>" + std::to_string(fit.second_page + 1) + ". "});
    EXPECT_FALSE(has(sheet_page(wordy(1)), "page 2"));
}

TEST(SheetFit, HasAnEnd) {
    EXPECT_FALSE(fit_for(wordy(40)).on_one_page) << "the smallest type there is";
    EXPECT_EQ(fit_for(wordy(40)).second_page, 0U);
}

TEST(SheetFit, SaysWhereSomeOfWhatToAvoidHasNoRoom) {
    const std::string_view more = "There is more to avoid than fits here";
    EXPECT_FALSE(has(sheet_page(wordy(1)), more));
    EXPECT_LT(fit_for(wordy(6)).avoid, 6U);
    EXPECT_TRUE(has(sheet_page(wordy(6)), more));
}

}  // namespace
}  // namespace hipflow::report
