// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

Desk desk_with(std::map<std::string, std::string> environment, const NamedFiles& files) {
    environment["HOME"] = "/nonexistent";
    return {platform::Environment(std::move(environment)), files};
}

TEST(Desk, NeedsAConfigurationOnlyWhereOneIsNamed) {
    EXPECT_EQ(error_of([] { desk_with({}, {}).settings(); }), "");
    EXPECT_NE(error_of([] {
                  desk_with({}, {.config = "/nonexistent/gone.toml", .db = {}}).settings();
              }).find("gone.toml"),
              std::string::npos);
    EXPECT_NE(error_of([] {
                  desk_with({{"HIPFLOW_CONFIG", "/nonexistent/gone.toml"}}, {}).settings();
              }).find("gone.toml"),
              std::string::npos);
}

TEST(Desk, TakesALanguageThatTheUserHasMessagesFor) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\n[session]\nlanguage = \"fr\"\n");
    const std::string refused = error_of([&] { desk.anew().settings(); });
    EXPECT_NE(refused.find("config.toml:3:12: 'language' is \"fr\""), std::string::npos) << refused;
    desk.write_config("messages/fr.toml", "language = \"fr\"\npaused = \"Pause.\"\n");
    EXPECT_EQ(desk.anew().settings().language, "fr");
}

TEST(Desk, MakesNoHistoryByReading) {
    ADesk desk;
    EXPECT_EQ(desk->history(), nullptr);
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST(Desk, HasOneHistoryForReadingAndRecording) {
    ADesk desk;
    store::Store& made = desk->store();
    EXPECT_EQ(desk->history(), &made);
    EXPECT_EQ(&desk->store(), &made);
}

TEST(Desk, RecordsInTheHistoryThatWasOpenedForReading) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-22T07:30:00Z"));
    desk.anew();
    store::Store* read = desk->history();
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(&desk->store(), read);
    desk.put(support::session("s2", "2026-11-23T07:30:00Z"));
    EXPECT_EQ(read->last_session()->id, "s2");
    EXPECT_EQ(desk.anew().history()->last_session()->id, "s2");
}

TEST(Desk, FollowsAHistoryThatWasMovedBetweenReadingAndRecording) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-22T07:30:00Z"));
    desk.anew();
    ASSERT_NE(desk->history(), nullptr);
    const auto path = desk.database();
    std::filesystem::copy_file(path, path.string() + ".copy");
    std::filesystem::rename(path.string() + ".copy", path);
    desk.put(support::session("s2", "2026-11-23T07:30:00Z"));
    EXPECT_EQ(desk.anew().history()->last_session()->id, "s2");
}

TEST(Desk, KeepsWhatItRecordsFromOthers) {
    ADesk desk;
    desk->store();
    using std::filesystem::perms;
    std::filesystem::permissions(desk.database(), perms::owner_all | perms::others_read);
    desk.anew();
    ASSERT_NE(desk->history(), nullptr);
    desk->store();
    const auto mode = std::filesystem::status(desk.database()).permissions();
    EXPECT_EQ(mode & perms::others_all, perms::none);
}

TEST(Desk, RecordsNothingUnderAClockThatIsWrong) {
    ADesk desk;
    desk.anew("1970-01-01T02:00:00Z");  // the day before, since days start at four
    EXPECT_NE(support::error_of([&] { desk->store(); }).find("clock of this machine"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

}  // namespace
}  // namespace hipflow::today
