// SPDX-License-Identifier: MIT
#include "today/preferences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "domain/error.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

TEST(Preferences, TheLastWordCountsEvenIfTheClockStands) {
    ADesk desk;
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::avoid}});
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::allow}});
    desk.anew("2026-11-23T12:00:00Z");  // set back
    journal_preferences(*desk, PreferenceSubject::exercise, {{"clamshell", PreferenceRule::avoid}});
    const LeftOut limits = limits_of(desk->settings(), answers_of(*desk));
    ASSERT_EQ(ids_of(limits.avoided), std::vector<std::string>{"clamshell"});
    EXPECT_EQ(limit_origin(limits.avoided.front()), "answer of 2026-11-24");
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

TEST(RequireAnswerable, RefusesWhereTheFileNamesRestrictions) {
    ADesk desk;
    EXPECT_NO_THROW(require_answerable(desk->settings()));
    desk.write_config("config.toml", "format = 1\n[me]\nrestrictions = []\n");
    desk.anew();
    EXPECT_NE(error_of([&] { require_answerable(desk->settings()); }).find("config.toml:3"),
              std::string::npos);
}

TEST(AvoidedExercises, AreLeftOutUntilTheyAreAllowed) {
    ADesk desk;
    EXPECT_EQ(avoid_exercise(*desk, "clamshell").id, "clamshell");
    EXPECT_EQ(me_of(*desk).left_out, std::vector<std::string>{"clamshell"});
    const AllowedExercise allowed = allow_exercise(*desk, "clamshell");
    EXPECT_EQ(allowed.exercise->id, "clamshell");
    EXPECT_FALSE(allowed.objection);
    EXPECT_TRUE(me_of(*desk).left_out.empty());
}

TEST(AvoidedExercises, MustExist) {
    ADesk desk;
    EXPECT_THROW(avoid_exercise(*desk, "clamshel"), Error);
    EXPECT_THROW(allow_exercise(*desk, "clamshel"), Error);
    EXPECT_EQ(desk->history(), nullptr);
}

TEST(AvoidedExercises, OfTheSettingsAreNotForAnAnswerToAllow) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\n[me]\navoid = [\"clamshell\"]\n");
    desk.anew();
    EXPECT_NE(error_of([&] { allow_exercise(*desk, "clamshell"); }).find("config.toml:3"),
              std::string::npos);
}

TEST(AvoidedExercises, MayBeLeftOutForARestrictionAllTheSame) {
    ADesk desk;
    journal_preferences(*desk, PreferenceSubject::restriction,
                        {{"hip-replacement-posterior", PreferenceRule::has}});
    const auto left_out = me_of(*desk).left_out;
    ASSERT_FALSE(left_out.empty());
    EXPECT_TRUE(allow_exercise(*desk, left_out.front()).objection);
}

/// The value and the origin of one setting.
std::pair<std::string, std::string> in_force(ADesk& desk, std::string_view key) {
    for (const auto& line : settings_in_force(*desk).lines) {
        if (line.key == key) return {line.value, line.origin};
    }
    return {};
}

TEST(SettingsInForce, ShowAnswersWhereTheFileIsSilent) {
    ADesk desk;
    using Line = std::pair<std::string, std::string>;
    EXPECT_EQ(in_force(desk, "me.avoid"), (Line{"[]", "default"}));
    journal_preferences(*desk, PreferenceSubject::restriction,
                        {{"osteoporosis", PreferenceRule::has}});
    avoid_exercise(*desk, "clamshell");
    EXPECT_EQ(in_force(desk, "me.restrictions"),
              (Line{"[\"osteoporosis\"]", "answer of 2026-11-24"}));
    EXPECT_EQ(in_force(desk, "me.avoid"), (Line{"[\"clamshell\"]", "answer of 2026-11-24"}));
    desk.write_config("config.toml", "format = 1\n[me]\nrestrictions = []\n");
    desk.anew();
    EXPECT_EQ(in_force(desk, "me.restrictions").first, "[]");
    EXPECT_NE(in_force(desk, "me.restrictions").second.find("config.toml:3"), std::string::npos);
}

TEST(SettingsInForce, AreShownWhereTheHistoryCannotBeRead) {
    ADesk desk;
    EXPECT_FALSE(settings_in_force(*desk).unreadable);
    std::filesystem::create_directories(desk.database().parent_path());
    std::ofstream(desk.database())
        << "not a database, and longer than the header of one is: " << std::string(200, '-');
    desk.anew();
    const SettingsInForce shown = settings_in_force(*desk);
    EXPECT_TRUE(shown.unreadable);
    EXPECT_FALSE(shown.lines.empty());
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
