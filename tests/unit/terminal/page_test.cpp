// SPDX-License-Identifier: MIT
#include "terminal/page.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "unit/terminal/golden.h"
#include "unit/terminal/scenes.h"

namespace hipflow {
namespace {

std::string all_of(const Frame& frame) {
    std::string text;
    for (const auto& row : frame.rows()) text += row + '\n';
    return text;
}

Page pain_question() {
    return {"", "How strong is it, from 0 to 10? Not the stretch, the pain.", {}, "7", false};
}
Page kind_question() {
    return {"",
            "Is it:",
            {"s sharp or electric", "t tingling or numb", "w a weaker leg or a dropping foot",
             "k a joint that gave way or caught", "d further down the leg", "n none of these"},
            "",
            true};
}
Page recovery_question() {
    return {"Not finished: the session 'hip-rotation' of 07:12, 3 of 14 sets done.",
            "",
            {"r resume here", "k keep it as it is and start anew", "d discard it and start anew",
             "Enter alone resumes"},
            "",
            true};
}
Page end_question() {
    Page page{"Well done.",
              "Did any exercise hurt more than at the start? 0 for no, or its number:",
              {},
              "",
              false};
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

TEST(Page, EveryOptionIsSeenHoweverMany) {
    const std::string text = all_of(draw_page(end_question(), {60, 16}, Blocks::half));
    for (int i = 1; i <= 13; ++i) {
        EXPECT_NE(text.find(fmt::format("{} An exercise", i)), std::string::npos) << i;
    }
    EXPECT_NE(text.find("> _"), std::string::npos);
}

TEST(Page, TheAnswerIsSeenWhateverComesBefore) {
    Page page = pain_question();
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

TEST(Page, LongTextComesInScreenfulsThatLoseNothing) {
    std::string text;
    for (int i = 0; i < 50; ++i) text += fmt::format("Line {} of what is to be read.\n", i);
    const auto parts = screenfuls(text, 60, 12);
    EXPECT_EQ(parts.size(), 5U);
    std::string joined;
    for (const auto& part : parts) joined += part;
    EXPECT_EQ(joined, text);
}

}  // namespace
}  // namespace hipflow
