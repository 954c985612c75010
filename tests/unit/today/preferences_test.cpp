// SPDX-License-Identifier: MIT
#include "today/preferences.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;

TEST(Preferences, TheLastWordCountsEvenIfTheClockStands) {
    ADesk desk;
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::avoid}});
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::allow}});
    desk.anew("2026-11-23T12:00:00Z");  // set back
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::avoid}});
    const LeftOut limits = limits_of(desk->settings(), answers_of(*desk));
    ASSERT_EQ(ids_of(limits.avoided), std::vector<std::string>{"clamshell"});
    EXPECT_EQ(origin_words(limits.avoided.front()), "answer of 2026-11-24");
}

TEST(Preferences, TheSettingsStandBeforeAnswersAboutRestrictions) {
    ADesk desk;
    journal_preferences(*desk, PreferenceSubject::restriction,
                        {{"osteoporosis", PreferenceRule::has}});
    EXPECT_EQ(ids_of(limits_of(desk->settings(), answers_of(*desk)).restrictions),
              std::vector<std::string>{"osteoporosis"});
    desk.write_config("config.toml", "format = 1\n[me]\nrestrictions = []\n");
    desk.anew();
    const LeftOut limits = limits_of(desk->settings(), answers_of(*desk));
    EXPECT_TRUE(limits.restrictions.empty());
    ASSERT_TRUE(limits.restrictions_place);
    EXPECT_NE(limits.restrictions_place->find("config.toml:3"), std::string::npos);
}

TEST(Me, NamesTheExercisesThatAreLeftOut) {
    ADesk desk;
    EXPECT_TRUE(me_of(*desk).left_out.empty());
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::avoid}});
    const Me me = me_of(*desk);
    EXPECT_EQ(me.left_out, std::vector<std::string>{"clamshell"});
    EXPECT_GT(me.exercises, 10U);
}

TEST(Me, DoesNotCountFilesWithFaults) {
    ADesk desk;
    const auto before = me_of(*desk).exercises;
    desk.write_config("exercises/mine.toml", "format = 7\n");
    desk.anew();
    EXPECT_EQ(me_of(*desk).exercises, before);
}

}  // namespace
}  // namespace hipflow::today
