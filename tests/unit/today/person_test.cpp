// SPDX-License-Identifier: MIT
#include "today/person.h"

#include <gtest/gtest.h>

#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

Preference has(const std::string& restriction) {
    return {
        "p-" + restriction, PreferenceSubject::restriction, restriction, PreferenceRule::has, {}};
}

Preference rule(const std::string& exercise, PreferenceRule rule) {
    return {"p-" + exercise, PreferenceSubject::exercise, exercise, rule, {}};
}

std::vector<std::string> ids(const Person& person) {
    std::vector<std::string> ids;
    for (const auto& restriction : person.restrictions) ids.push_back(restriction.id);
    return ids;
}

TEST(Person, LeavesOutNothingWithoutAHistory) {
    ADesk desk;
    EXPECT_EQ(person_of(*desk), Person{});
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST(Person, TakesTheAnswersOfTheHistory) {
    ADesk desk;
    desk.put(has("no-floor"), rule("glute-bridge", PreferenceRule::avoid),
             rule("clamshell", PreferenceRule::allow));
    const Person person = person_of(*desk);
    EXPECT_EQ(ids(person), std::vector<std::string>{"no-floor"});
    EXPECT_TRUE(person.avoided.contains("glute-bridge"));
    EXPECT_FALSE(person.avoided.contains("clamshell"));
    EXPECT_FALSE(person.risk_words.empty());  // to say what it is that stands in the way
}

TEST(Person, LetsTheConfigurationReplaceRestrictionsAndAddToWhatIsAvoided) {
    ADesk desk;
    desk.write_config("config.toml",
                      "format = 1\n[me]\nrestrictions = []\navoid = [\"clamshell\"]\n");
    desk.anew();
    desk.put(has("no-floor"), rule("glute-bridge", PreferenceRule::avoid));
    const Person person = person_of(*desk);
    EXPECT_TRUE(person.restrictions.empty());
    EXPECT_TRUE(person.avoided.contains("clamshell"));
    EXPECT_TRUE(person.avoided.contains("glute-bridge"));
}

TEST(Person, NamesThePlaceOfAnAvoidedExerciseThatIsMisspelt) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\n[me]\navoid = [\"clamshel\"]\n");
    desk.anew();
    const std::string message = error_of([&] { person_of(*desk); });
    EXPECT_NE(message.find("config.toml:3"), std::string::npos) << message;
    EXPECT_NE(message.find("'clamshell'"), std::string::npos) << message;
}

TEST(Person, IsNotHeldUpByAnAvoidedExerciseThatIsGone) {
    ADesk desk;
    desk.write_config("config.toml", "format = 1\n[me]\navoid = [\"squeeze\"]\n");
    desk.anew();
    EXPECT_TRUE(person_of(*desk).avoided.contains("squeeze"));
    const auto warnings = unknown_avoided(*desk);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings.front().find("config.toml:3"), std::string::npos) << warnings.front();
}

TEST(Person, RefusesARestrictionThatThisVersionDoesNotKnow) {
    ADesk desk;
    EXPECT_NE(error_of([&] { person_of(*desk, {has("no-gravity")}); }).find("no-gravity"),
              std::string::npos);
}

}  // namespace
}  // namespace hipflow::today
