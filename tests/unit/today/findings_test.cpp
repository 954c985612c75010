// SPDX-License-Identifier: MIT
#include "today/findings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;

/// The first finding about it; fails the test if there is none.
Finding about(const Findings& found, const std::string& subject) {
    const auto one = std::ranges::find(found, subject, &Finding::subject);
    EXPECT_NE(one, found.end()) << subject;
    return one == found.end() ? Finding{} : *one;
}

Findings findings_of(Desk& desk) {
    Findings found;
    look_at_configuration(desk, found);
    look_at_library(desk, found);
    look_at_history(desk, found);
    look_at_what_is_named(desk, found);
    look_at_clock(desk, found);
    return found;
}

TEST(Findings, AreWellInANewHome) {
    ADesk desk;
    for (const auto& finding : findings_of(*desk)) {
        EXPECT_TRUE(finding.well) << finding.subject << ": " << finding.state;
    }
}

TEST(Findings, NameAFaultOfTheConfigurationAndGoOn) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = 7\n");
    const Findings found = findings_of(desk.anew());
    const Finding wrong = about(found, "configuration");
    EXPECT_FALSE(wrong.well);
    EXPECT_NE(wrong.state.find("config.toml:2"), std::string::npos) << wrong.state;
    EXPECT_TRUE(about(found, "library").well);
}

TEST(Findings, TellFaultsAndDoubtsOfMessages) {
    ADesk desk;
    desk.write_config("messages/en.toml", "language = \"en\"\nnext = \"The next one.\"\n");
    const auto tells = [&](bool well, std::string_view words) {
        const Findings found = findings_of(desk.anew());
        return std::ranges::any_of(found, [&](const Finding& one) {
            return one.well == well && one.state.find(words) != std::string::npos;
        });
    };
    EXPECT_TRUE(tells(true, "messages/en.toml:2:8: 'next' leaves out {name}"));
    desk.write_config("messages/en.toml", "language = \"en\"\nnext = \"{name} {nam}\"\n");
    EXPECT_TRUE(tells(false, "messages/en.toml:2:8: 'next' has '{nam}', expected {name}"));
}

TEST(Findings, TellARoutineThatIsNotThere) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\nroutine = \"no-such\"\n");
    const Findings found = findings_of(desk.anew());
    EXPECT_TRUE(std::ranges::any_of(found, [](const Finding& one) {
        return !one.well && one.state.find("'routine'") != std::string::npos;
    }));
}

TEST(Findings, TellAHistoryThatOthersCanRead) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    EXPECT_TRUE(about(findings_of(*desk), "data file").well);
    std::filesystem::permissions(desk.database(), std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    EXPECT_FALSE(about(findings_of(*desk), "data file").well);
}

TEST(Findings, TellAClockThatIsBehindTheHistory) {
    ADesk desk;
    desk.put(support::session("s1", "2026-11-23T19:00:00Z"));
    EXPECT_TRUE(about(findings_of(*desk), "clock").well);
    EXPECT_FALSE(about(findings_of(desk.anew("2026-11-22T12:00:00Z")), "clock").well);
}

}  // namespace
}  // namespace hipflow::today
