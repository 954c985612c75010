// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "terminal/plain_face.h"

namespace hipflow::terminal {
namespace {

Question list_of(int options) {
    Question question{"Which of these apply to you?"};
    for (int i = 1; i <= options; ++i) {
        question.options.push_back(fmt::format("{} something long that a person may have", i));
        question.short_options.push_back(fmt::format("{} short", i));
    }
    return question;
}

int rows_of(const std::string& text, int columns) {
    int rows = 0;
    std::string rest = text + '\n';
    for (std::size_t end = 0; (end = rest.find('\n')) != std::string::npos;
         rest.erase(0, end + 1)) {
        const std::string line = fitted_line(rest.substr(0, end), columns);
        rows += static_cast<int>(std::count(line.begin(), line.end(), '\n'));
    }
    return rows;
}

TEST(QuestionParts, AreOneWhereThereIsRoomOrNoTerminal) {
    EXPECT_EQ(question_parts(list_of(50), 80, std::nullopt).size(), 1U);
    const auto parts = question_parts(list_of(10), 80, 12);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_NE(parts[0].find("\n  10 something long"), std::string::npos) << parts[0];
    const Question plain{"Which side?", "lrb", {"l left", "r right", "b both"}};
    EXPECT_EQ(question_parts(plain, 80, 24),
              std::vector<std::string>{"Which side? l\u00A0left, r\u00A0right, b\u00A0both"});
}

TEST(QuestionParts, AreShortenedBeforeTheyAreParted) {
    const auto parts = question_parts(list_of(10), 30, 12);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_NE(parts[0].find("\n  10 short"), std::string::npos) << parts[0];
}

TEST(QuestionParts, FitTheTerminalWithTheQuestionAboveEach) {
    for (int columns = 20; columns <= 80; columns += 12) {
        for (int rows = 8; rows <= 24; ++rows) {
            for (int options = 1; options <= 40; options += 3) {
                std::string all;
                const auto parts = question_parts(list_of(options), columns, rows);
                for (const auto& part : parts) {
                    EXPECT_EQ(part.find("Which of these apply to you?"), 0U);
                    EXPECT_LT(rows_of(part, columns), rows) << part;  // and the line typed
                    EXPECT_EQ(part.find("Enter: more") != std::string::npos,
                              &part != &parts.back());
                    all += part + '\n';
                }
                for (int i = 1; i <= options; ++i) {
                    EXPECT_NE(all.find(fmt::format("  {} s", i)), std::string::npos) << i;
                }
            }
        }
    }
}

TEST(QuestionParts, TakeAListInTheTextForOne) {
    std::string text = "Did any hurt more? 0 for no, or its number:";
    for (int i = 1; i <= 20; ++i) text += fmt::format("\n  {} An exercise", i);
    const auto parts = question_parts({text}, 60, 12);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_NE(parts[2].find("Did any hurt more?"), std::string::npos);
    EXPECT_NE(parts[2].find("  20 An exercise"), std::string::npos);
}

}  // namespace
}  // namespace hipflow::terminal
