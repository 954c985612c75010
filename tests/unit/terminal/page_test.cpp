// SPDX-License-Identifier: MIT
#include "terminal/page.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "unit/terminal/golden.h"
#include "unit/terminal/scenes.h"

namespace hipflow::terminal {
namespace {

std::string all_of(const Frame& frame) {
    std::string text;
    for (const auto& row : frame.rows()) text += row + '\n';
    return text;
}

Page pain_question() {
    return {"",
            "How strong is it, from 0 to 10? Not the stretch, the pain.",
            {"0 none", "x ten: the worst you can imagine", "Enter no answer"},
            "1",
            true};
}
Page kind_question() {
    return {
        "",
        "Is it:",
        {"1/s sharp or electric", "2/t tingling or numb", "3/w a weaker leg or a dropping foot",
         "4/k a joint that gave way or caught", "5/d further down the leg", "6/n none of these"},
        "",
        true};
}
Page recovery_question() {
    return {"Not finished: the session 'hip-rotation' of 07:12, 3 of 14 sets done.",
            "",
            {"1/r resume here", "2/k keep it as it is and start a new one",
             "3/d discard it and start a new one", "Enter resume here"},
            "",
            true};
}
Page end_question() {
    Page page{
        "Well done.",
        "Did any exercise hurt more than at the start? Press its number, or Enter for no answer.",
        {},
        "1",
        true};
    page.question += "\n  0 none";
    for (int i = 1; i <= 13; ++i) {
        page.question += fmt::format("\n  {} An exercise with a name, no. {}", i, i);
    }
    return page;
}

TEST(Page, EveryQuestionLooksAsItDidWhenItWasLookedAt) {
    const std::pair<const char*, Page> pages[] = {{"ask-pain", pain_question()},
                                                  {"ask-kind", kind_question()},
                                                  {"ask-recovery", recovery_question()},
                                                  {"ask-end", end_question()}};
    for (const auto& [name, page] : pages) {
        for (const Size size : scenes::sizes()) {
            golden::expect_screen(fmt::format("{}-{}x{}", name, size.columns, size.rows),
                                  draw_page(page, size, Blocks::half));
        }
    }
}

/// Returns all screenfuls, one below the other.
std::string all_screens(Page page, Size size) {
    std::string text;
    const std::size_t screens = screens_of(page, size);
    for (page.screen = 0; page.screen < screens; ++page.screen) {
        text += all_of(draw_page(page, size, Blocks::half));
    }
    return text;
}

Page list_question(int options) {
    Page page{"", "Which of these apply to you? Numbers or names; 0 for none.", {}, "", false};
    for (int i = 1; i <= options; ++i) {
        page.options.push_back(
            fmt::format("{} something that a person may have, no. {} of them", i, i));
        page.short_options.push_back(fmt::format("{} short no. {}", i, i));
    }
    return page;
}

TEST(Page, EveryOptionIsSeenHoweverMany) {
    const std::string text = all_screens(end_question(), {60, 16});
    for (int i = 1; i <= 13; ++i) {
        EXPECT_NE(text.find(fmt::format("{} An exercise with a name, no. {}", i, i)),
                  std::string::npos)
            << i;
    }
    EXPECT_NE(text.find("> 1_"), std::string::npos) << "a number that may go on";
}

TEST(Page, TheQuestionMayComeFirstWhereNotAllFits) {
    Page page = kind_question();
    page.text = "The first line.\n";
    for (int i = 0; i < 30; ++i) page.text += fmt::format("Line {}.\n", i);
    const Size size{60, 16};
    ASSERT_GT(screens_of(page, size), 1U);
    page.screen = last_screen;
    EXPECT_TRUE(shows_question(page, size));
    const std::string text = all_of(draw_page(page, size, Blocks::half));
    EXPECT_NE(text.find("6/n none of these"), std::string::npos);
    EXPECT_NE(text.find("<- shows what comes before"), std::string::npos);
}

TEST(Page, AListIsShortenedRatherThanParted) {
    const Page page = list_question(17);
    EXPECT_EQ(screens_of(page, {80, 24}), 1U);
    EXPECT_NE(all_screens(page, {80, 24}).find("17 something that a person may have"),
              std::string::npos);
    EXPECT_EQ(screens_of(page, {60, 16}), 1U);
    EXPECT_NE(all_screens(page, {60, 16}).find("17 short no. 17"), std::string::npos);
}

TEST(Page, TheQuestionStandsAboveEveryPartOfItsList) {
    Page page = list_question(60);
    const Size size{60, 16};
    const std::size_t screens = screens_of(page, size);
    ASSERT_GT(screens, 1U);
    page.answer = "3 40";
    for (page.screen = 0; page.screen < screens; ++page.screen) {
        const std::string text = all_of(draw_page(page, size, Blocks::half));
        EXPECT_NE(text.find("Which of these apply to you?"), std::string::npos);
        EXPECT_NE(text.find("> 3 40_"), std::string::npos) << "what is typed stays in sight";
        EXPECT_EQ(text.find("Enter: more") != std::string::npos, page.screen + 1 < screens);
        EXPECT_TRUE(shows_question(page, size));
    }
}

TEST(Page, TheEndOfTheTextStaysWithItsQuestion) {
    Page page = kind_question();
    for (int i = 0; i < 30; ++i) page.text += fmt::format("Line {}.\n", i);
    page.text += "\nWhat it is about.\n";
    const Size size{60, 16};
    page.screen = screens_of(page, size) - 1;
    EXPECT_GT(page.screen, 0U);
    const std::string last = all_of(draw_page(page, size, Blocks::half));
    EXPECT_NE(last.find("What it is about."), std::string::npos) << last;
    EXPECT_NE(last.find("s sharp or electric"), std::string::npos) << last;
    page.screen = 0;
    EXPECT_FALSE(shows_question(page, size)) << "no key answers what is not to be seen";
}

TEST(Page, TheAnswerIsSeenWhateverComesBefore) {
    Page page{"", "How far did it turn?", {}, "7", false};
    for (int i = 0; i < 100; ++i) page.text += "A line of text.\n";
    EXPECT_NE(all_of(draw_page(page, {60, 16}, Blocks::half)).find("> 7_"), std::string::npos);
    page.question = std::string(3000, 'q');
    for (int i = 0; i < 1000; ++i) page.question += " word";
    EXPECT_NE(all_of(draw_page(page, {60, 16}, Blocks::half)).find("> 7_"), std::string::npos);
}

TEST(Page, AnySizeIsDrawn) {
    for (int columns = 0; columns <= 61; ++columns) {
        for (int rows = 0; rows <= 17; ++rows) {
            for (const auto& page : {pain_question(), kind_question(), end_question()}) {
                EXPECT_EQ(draw_page(page, {columns, rows}, Blocks::half).size(),
                          (Size{columns, rows}));
            }
        }
    }
}

std::string words(int from, int to) {
    std::string text;
    for (int i = from; i < to; ++i) text += fmt::format("{}w{}", i == from ? "" : " ", i);
    return text;
}

/// Returns every screenful in the order in which it is read, without the lines at its foot.
std::vector<std::string> words_read(Page page, Size size) {
    std::vector<std::string> read;
    const std::size_t screens = screens_of(page, size);
    for (page.screen = 0; page.screen < screens; ++page.screen) {
        std::istringstream rows(all_of(draw_page(page, size, Blocks::half)));
        for (std::string word; rows >> word;) {
            if (word.front() == 'w') read.push_back(word);
        }
    }
    return read;
}

// Each word of the page is on some screenful, whole, and the words of the text in their order.
RC_GTEST_PROP(PageProperty, NoPageDropsOrCutsALineAtAnySize, ()) {
    const Size size{*rc::gen::inRange(20, 121), *rc::gen::inRange(7, 41)};
    Page page;
    int next = 0;
    const auto some = [&](int most) {
        const int from = std::exchange(next, next + *rc::gen::inRange(0, most));
        return words(from, next);
    };
    const int paragraphs = *rc::gen::inRange(0, 12);
    for (int i = 0; i < paragraphs; ++i) page.text += some(60) + *rc::gen::element("\n", "\n\n");
    const int in_text = next;
    page.question = some(40);
    const int in_list = *rc::gen::inRange(0, 12);
    for (int i = 0; i < in_list; ++i) page.question += "\n  " + some(12);
    const int options = *rc::gen::inRange(0, 30);
    for (int i = 0; i < options; ++i) page.options.push_back(some(12));
    page.by_one_key = *rc::gen::arbitrary<bool>();
    page.answer = "12";
    const auto read = words_read(page, size);
    const std::set<std::string> seen(read.begin(), read.end());
    for (int i = 0; i < next; ++i) RC_ASSERT(seen.contains(fmt::format("w{}", i)));
    RC_ASSERT(seen.size() == static_cast<std::size_t>(next));  // none is cut short
    for (int i = 0; i < in_text; ++i) {
        RC_ASSERT(read[static_cast<std::size_t>(i)] == fmt::format("w{}", i));
    }
}

// The answer and how to go on are on each of them.
RC_GTEST_PROP(PageProperty, EveryScreenfulSaysHowToGoOn, ()) {
    const Size size{*rc::gen::inRange(24, 121), *rc::gen::inRange(7, 41)};
    Page page = list_question(*rc::gen::inRange(0, 80));
    page.text = words(0, *rc::gen::inRange(0, 400));
    page.answer = "7 ";
    const std::size_t screens = screens_of(page, size);
    for (page.screen = 0; page.screen < screens; ++page.screen) {
        const std::string text = all_of(draw_page(page, size, Blocks::half));
        RC_ASSERT(text.find("> 7 _") != std::string::npos);
        const bool more = text.find("Enter: more") != std::string::npos;
        RC_ASSERT(more == (page.screen + 1 < screens));
    }
}

}  // namespace
}  // namespace hipflow::terminal
