// SPDX-License-Identifier: MIT
#include "schedule/rule.h"

#include <gtest/gtest.h>

namespace hipflow::schedule {
namespace {

using namespace std::chrono_literals;

/// How the text is kept; "refused" if it is no rule.
std::string kept_as(std::string_view text) {
    const auto rule = parse_rule(text);
    return rule ? rule_text(*rule) : "refused";
}

TEST(Rule, IsKeptInOneWay) {
    EXPECT_EQ(kept_as("mon,wed,fri"), "mon,wed,fri");
    EXPECT_EQ(kept_as("Friday  monday, Wed"), "mon,wed,fri");
    EXPECT_EQ(kept_as("fri-sun"), "fri,sat,sun");
    EXPECT_EQ(kept_as("sat - mon"), "mon,sat,sun");
    EXPECT_EQ(kept_as("mon-sun"), "daily");
    EXPECT_EQ(kept_as("every day"), "daily");
    EXPECT_EQ(kept_as("every 1 day"), "daily");
    EXPECT_EQ(kept_as("every 2 days"), "every 2 days");
    EXPECT_EQ(kept_as("3 per week"), "3 per week");
    EXPECT_EQ(kept_as("none"), "none");
}

TEST(Rule, KeepsSlotsByTime) {
    EXPECT_EQ(kept_as("daily at pm,am"), "daily at am,pm");
    EXPECT_EQ(kept_as("mon at 18:30, 7:30"), "mon at 07:30,18:30");
    EXPECT_EQ(kept_as("3 per week at 18:00"), "3 per week at 18:00");
}

TEST(Rule, IsReadBackFromWhatItIsKeptAs) {
    for (const auto* text : {"mon,wed,fri at 07:30", "daily at am,pm", "every 30 days",
                             "7 per week", "none", "tue,sun"}) {
        EXPECT_EQ(kept_as(text), text);
    }
}

TEST(Rule, RefusesWhatItCannotMean) {
    for (const auto* text : {"",
                             "mo",
                             "monx",
                             "mon,",
                             "mon at",
                             "mon at 25:00",
                             "mon at 07:30:10",
                             "mon at noon",
                             "every 0 days",
                             "every 31 days",
                             "every 2 weeks",
                             "0 per week",
                             "8 per week",
                             "3 per week at am,pm",
                             "daily at am,08:00",
                             "none at am",
                             "daily daily",
                             "daily at 01:00,02:00,03:00,04:00,05:00,06:00,07:00",
                             "mon-",
                             "99999999999 per week"}) {
        EXPECT_EQ(kept_as(text), "refused") << text;
    }
}

TEST(Rule, CountsEveryNDaysFromWhenItBegan) {
    const auto rule = *parse_rule("every 3 days");
    const Day began = *parse_day("2026-11-30");
    EXPECT_TRUE(plans(rule, began, began));
    EXPECT_FALSE(plans(rule, began, began + 1 * std::chrono::days(1)));
    EXPECT_TRUE(plans(rule, began, began + std::chrono::days(33)));
    EXPECT_FALSE(plans(rule, began, began - std::chrono::days(3)));
}

TEST(RuleFault, SaysWhatIsWrong) {
    EXPECT_EQ(rule_fault("daily at 07:30"), "");
    EXPECT_EQ(rule_fault("someday"), "");
    EXPECT_EQ(rule_fault("daily at 25:00"), "'25:00' is no time: write 07:30, am or pm");
    EXPECT_EQ(rule_fault("daily at 7:30,07:30"), "07:30 is there twice");
    EXPECT_EQ(rule_fault("8 per week"), "a number per week is from 1 to 7");
    EXPECT_EQ(rule_fault("every 40 days"), "'every N days' takes a number from 2 to 30");
    EXPECT_EQ(rule_fault("none at 07:30"), "'none' has no time");
    EXPECT_TRUE(rule_fault("3 per week at am,pm").starts_with("a number per week has one time"));
    EXPECT_EQ(rule_fault("daily at 1:00,2:00,3:00,4:00,5:00,6:00,7:00"),
              "there are 7 times, and 6 are the most");
}

}  // namespace
}  // namespace hipflow::schedule
