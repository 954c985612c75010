// SPDX-License-Identifier: MIT
// The list of exercises to go to.
#include "terminal/chooser.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hipflow::terminal {
namespace {

Chooser list_of(std::size_t count, std::size_t marked = 0) {
    Chooser chooser{{"Go to", {}, marked}, marked};
    for (std::size_t i = 0; i < count; ++i) {
        chooser.list.entries.push_back(
            {fmt::format("Exercise {}", i + 1), i == marked ? "now" : ""});
    }
    return chooser;
}

std::string all_rows(const Chooser& chooser, Size size) {
    std::string text;
    for (const auto& row : draw_chooser(chooser, size).rows()) text += row + "\n";
    return text;
}

TEST(Chooser, TakesAnEntryByItsKey) {
    Chooser chooser = list_of(12);
    EXPECT_EQ(press_in(chooser, "3"), Chosen{2});
    EXPECT_EQ(press_in(chooser, "a"), Chosen{9});
    EXPECT_EQ(press_in(chooser, "c"), Chosen{11});
    EXPECT_EQ(press_in(chooser, "d"), std::nullopt);
}

TEST(Chooser, TakesTheMarkedEntryOnEnter) {
    Chooser chooser = list_of(3, 1);
    EXPECT_EQ(press_in(chooser, key_down), std::nullopt);
    EXPECT_EQ(press_in(chooser, key_down), std::nullopt);
    EXPECT_EQ(press_in(chooser, key_enter), Chosen{2});
    press_in(chooser, key_up);
    press_in(chooser, key_up);
    press_in(chooser, key_up);
    EXPECT_EQ(press_in(chooser, key_enter), Chosen{0});
}

TEST(Chooser, IsClosedByItsOwnKeyAndByEscape) {
    Chooser chooser = list_of(34);
    EXPECT_EQ(press_in(chooser, "g"), Chosen{std::nullopt});
    EXPECT_EQ(press_in(chooser, key_escape), Chosen{std::nullopt});
}

TEST(Chooser, ShowsTheEntriesWithTheirKeys) {
    const std::string text = all_rows(list_of(3, 1), {60, 16});
    EXPECT_NE(text.find("Go to"), std::string::npos) << text;
    EXPECT_NE(text.find("  1  Exercise 1"), std::string::npos) << text;
    EXPECT_NE(text.find("> 2  Exercise 2"), std::string::npos) << text;
    EXPECT_NE(text.find("now"), std::string::npos) << text;
    EXPECT_NE(text.find("g or Escape closes the list"), std::string::npos) << text;
}

TEST(Chooser, KeepsTheMarkedEntryInSight) {
    for (const Size size : {Size{60, 16}, Size{40, 12}, Size{20, 4}}) {
        for (std::size_t marked = 0; marked < 40; ++marked) {
            const std::string text = all_rows(list_of(40, marked), size);
            const bool whole = size.columns >= 40;  // else the name is cut
            const auto name = fmt::format(" Exercise {}", marked + 1);
            EXPECT_NE(text.find(whole ? name : ">"), std::string::npos) << text;
        }
    }
}

}  // namespace
}  // namespace hipflow::terminal
