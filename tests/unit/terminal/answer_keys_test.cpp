// SPDX-License-Identifier: MIT
#include "terminal/answer_keys.h"

#include <gtest/gtest.h>

namespace hipflow::terminal {
namespace {

using namespace std::chrono_literals;

Question numbers(long least, long most) {
    return {.text = "How strong?",
            .letters = most == 10 ? "nx" : "",
            .numbers = NumberRange{least, most}};
}

/// Returns what keys pressed one after the other make of an answer: "7", "(1)" for the beginning of
/// a number, or "" for nothing.
std::string typed(const Question& question, const std::vector<KeyPress>& presses) {
    std::string so_far;
    for (const auto& press : presses) {
        const AnswerStep step = take_answer_key(question, so_far, press);
        if (step.answer) return *step.answer;
        so_far = step.typed;
    }
    return so_far.empty() ? "" : '(' + so_far + ')';
}

TEST(AnswerKeys, ADigitAnswersAtOnceWhereNoNumberGoesOnWithIt) {
    const Question pain = numbers(0, 10);
    for (const char* digit : {"0", "2", "3", "4", "5", "6", "7", "8", "9"}) {
        EXPECT_EQ(typed(pain, {{digit}}), digit);
    }
    EXPECT_EQ(typed(pain, {{"1"}}), "(1)");
    EXPECT_EQ(typed(numbers(1, 7), {{"1"}}), "1");
}

TEST(AnswerKeys, OneBecomesTenOrStaysOneByEnter) {
    const Question pain = numbers(0, 10);
    EXPECT_EQ(typed(pain, {{"1"}, {"0"}}), "10");
    EXPECT_EQ(typed(pain, {{"1"}, {std::string(key_enter)}}), "1");
}

TEST(AnswerKeys, AKeyThatCannotGoOnTakesTheBeginningBack) {
    const Question pain = numbers(0, 10);
    for (const auto key : {std::string_view("2"), std::string_view("k"), key_backspace, key_left}) {
        EXPECT_EQ(typed(pain, {{"1"}, {std::string(key)}}), "") << key;
    }
}

TEST(AnswerKeys, ALongerListHasNumbersOfTwoDigits) {
    const Question list = numbers(0, 25);
    EXPECT_EQ(typed(list, {{"2"}}), "(2)");
    EXPECT_EQ(typed(list, {{"2"}, {"5"}}), "25");
    EXPECT_EQ(typed(list, {{"2"}, {"6"}}), "");
    EXPECT_EQ(typed(list, {{"3"}}), "3");
    EXPECT_EQ(typed(list, {{"0"}}), "0");
}

TEST(AnswerKeys, TheSameDigitTwiceIsPressedTwiceAndNotHeldDown) {
    const Question list = numbers(0, 12);
    EXPECT_EQ(typed(list, {{"1"}, {"1", false, 120ms}}), "11");
    EXPECT_EQ(typed(list, {{"1"}, {"1", false, 30ms}}), "(1)");
    EXPECT_EQ(typed(list, {{"1"}, {"1", false, 400ms}}), "(1)");
    EXPECT_EQ(typed(numbers(0, 10), {{"1"}, {"1", false, 400ms}}), "(1)") << "it stays one";
}

TEST(AnswerKeys, ALetterAnswersSmallOrLarge) {
    const Question side{.text = "Which side?", .letters = "lrb", .numbers = NumberRange{1, 3}};
    EXPECT_EQ(typed(side, {{"l"}}), "l");
    EXPECT_EQ(typed(side, {{"R"}}), "r");
    EXPECT_EQ(typed(side, {{"3"}}), "3");
    EXPECT_EQ(typed(side, {{"x"}}), "");
    EXPECT_EQ(typed(side, {{"4"}}), "");
    EXPECT_EQ(typed(numbers(0, 10), {{"x"}}), "x");
}

TEST(AnswerKeys, NothingOutOfTheRangeAnswers) {
    EXPECT_EQ(typed(numbers(1, 7), {{"0"}}), "");
    EXPECT_EQ(typed(numbers(1, 7), {{"8"}}), "");
}

TEST(AnswerKeys, WhatIsPastedAnswersNothing) {
    const Question pain = numbers(0, 10);
    EXPECT_EQ(typed(pain, {{"3", true}, {std::string(key_enter), true}, {"x", true}}), "");
    EXPECT_EQ(typed(pain, {{"1"}, {"0", true}, {std::string(key_enter), true}}), "(1)");
}

}  // namespace
}  // namespace hipflow::terminal
