// SPDX-License-Identifier: MIT
#include "report/care_text.h"

#include <gtest/gtest.h>

#include "catalog/restriction_table.h"
#include "golden.h"
#include "support/english.h"

namespace hipflow::report {
namespace {

std::string text_of(const today::Me& me) {
    return me_text(me, catalog::shipped_restrictions(), {.columns = 80});
}

TEST(MeText, SaysThatNothingWasNamedYet) {
    const std::string text = text_of({});
    EXPECT_TRUE(text.starts_with("No restrictions named yet.")) << text;
    EXPECT_NE(text.find("'hipflow me restrict NAME'"), std::string::npos);
    EXPECT_EQ(text.find("Avoided"), std::string::npos);
}

TEST(MeText, SaysThatNoneHolds) {
    today::Me me;
    me.limits.restrictions_at = Instant{};
    EXPECT_TRUE(text_of(me).starts_with("No restrictions: you answered that none"));
}

TEST(MeText, NamesWhatIsLeftOutAndWhoSaysSo) {
    today::Me me;
    me.limits.restrictions = {
        {"osteoporosis", std::nullopt, parse_instant("2026-11-24T08:00:00Z")->at}};
    me.limits.avoided = {{"clamshell", "config.toml:3", std::nullopt}};
    me.left_out = {"clamshell", "knees-to-chest"};
    me.exercises = 40;
    const std::string text = text_of(me);
    EXPECT_TRUE(text.starts_with("Noted: osteoporosis.\n  osteoporosis  ")) << text;
    EXPECT_NE(text.find("answer of 2026-11-24"), std::string::npos);
    EXPECT_NE(text.find("Avoided exercises:\n  clamshell"), std::string::npos);
    EXPECT_NE(text.find("This keeps 2 of 40 exercises out"), std::string::npos);
    golden::expect_fits(text, 80);
}

TEST(MeText, OffersNoChangeOfWhatTheSettingsSay) {
    today::Me me;
    me.limits.restrictions_place = "config.toml:4";
    EXPECT_EQ(text_of(me), "No restrictions, as set in the settings (config.toml:4).\n");
}

TEST(SafetyText, GivesTheNumberAndFitsAnyWidth) {
    EXPECT_NE(safety_text("112", support::english_care(), {}).find("112"), std::string::npos);
    EXPECT_NE(safety_text("", support::english_care(), {.columns = 200})
                  .find("your local emergency number"),
              std::string::npos);
    for (int columns = 40; columns <= 120; columns += 8) {
        golden::expect_fits(safety_text("", support::english_care(), {.columns = columns}),
                            columns);
    }
}

}  // namespace
}  // namespace hipflow::report
