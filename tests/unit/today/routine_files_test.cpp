// SPDX-License-Identifier: MIT
#include "today/routine_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "catalog/restriction_table.h"
#include "support/a_desk.h"

namespace hipflow::today {
namespace {

using support::ADesk;
using support::error_of;

/// Fits into three hours today, and not when its doses have grown.
constexpr std::string_view too_long_one_day =
    "format = 1\nname = \"Long\"\nlevel = 1\n[[step]]\nexercise = \"figure-4-supine\"\n"
    "sets = 9\nhold = [\"1m\", \"10m\"]\n";

std::string first_line_of(const std::string& path) {
    std::string line;
    std::ifstream file(path);
    std::getline(file, line);
    return line;
}

TEST(MakeRoutine, WritesAFileThatPassesItsCheckAndNamesItsSchema) {
    ADesk desk;
    const MadeRoutine made = make_routine(*desk, {.id = "mine", .from = "desk-reset"});
    EXPECT_FALSE(made.overrides_bundled);
    EXPECT_FALSE(made.without_schema);
    EXPECT_TRUE(first_line_of(made.path).starts_with("#:schema ")) << first_line_of(made.path);
    const CheckedRoutine checked = check_routine(desk.anew().library(), {}, "mine");
    EXPECT_TRUE(checked.faults.empty());
    EXPECT_GT(checked.steps, 0U);
    EXPECT_EQ(own_routine_file(*desk, "mine"), made.path);
    EXPECT_EQ(check_edited(*desk, made.path).total, checked.total);
}

/// The warnings about a routine that has the bridge with these lines.
std::vector<std::string> warnings_for(const std::string& lines, const Person& person) {
    ADesk desk;
    desk.write_config(
        "routines/mine.toml",
        "format = 1\nname = \"Mine\"\n[[step]]\nexercise = \"glute-bridge\"\n" + lines);
    return check_routine(desk.anew().library(), {}, "mine", [&] { return person; }).warnings;
}

TEST(CheckRoutine, SaysWhichRestrictionsAnAgreementGoesAgainst) {
    const RestrictionTable& table = catalog::shipped_restrictions();
    Person person;
    person.risk_words = table.risk_words;
    const std::string agreed = "agreed = \"physiotherapist, 12 May\"\n";
    EXPECT_EQ(warnings_for("", person), std::vector<std::string>{});
    const auto of_all = warnings_for(agreed, person);
    ASSERT_EQ(of_all.size(), 1U);
    EXPECT_EQ(of_all[0],
              "Bridge stays in for whoever named: pregnancy; lying flat. Agreed: physiotherapist, "
              "12 May.");
    person.restrictions = {*table.find("pregnancy")};
    EXPECT_EQ(
        warnings_for(agreed, person),
        std::vector<std::string>{"Bridge stays in although it is done lying flat on the back, "
                                 "and you named: pregnancy. Agreed: physiotherapist, 12 "
                                 "May."});
}

TEST(CheckRoutine, SaysOfAnAgreementThatItChangesNothing) {
    ADesk desk;
    desk.write_config(
        "routines/mine.toml",
        "format = 1\nname = \"Mine\"\n[[step]]\nexercise = \"sit\"\n"
        "agreed = \"doctor\"\non = \"floor\"\n[exercise.sit]\nname = \"Sit\"\nlevel = 1\n"
        "position = \"chair\"\nsides = \"both\"\nrisks = []\nstart = \"Sit tall.\"\n"
        "do = [\"Stay tall.\"]\ndose = { hold = \"1m\" }\n");
    const auto warnings = check_routine(desk.anew().library(), {}, "mine").warnings;
    const auto has = [&](const std::string& text) {
        return std::ranges::any_of(warnings, [&](const std::string& warning) {
            return warning.find(text) != std::string::npos;
        });
    };
    EXPECT_TRUE(has("'agreed' changes nothing: no restriction leaves 'sit' out"));
    EXPECT_TRUE(has("'on' changes nothing: 'sit' is not done lying down here"));
}

TEST(EditRoutine, ChecksWhatTheEditorLeaves) {
    ADesk desk;
    const MadeRoutine made = make_routine(*desk, {.id = "mine"});
    desk.set("VISUAL", "true --wait");
    const CheckedRoutine checked = edit_routine(desk.anew(), "mine");
    EXPECT_EQ(checked.name, "mine");
    EXPECT_EQ(checked.total, check_edited(*desk, made.path).total);
    desk.write_config("routines/mine.toml", "format = 7\n");
    EXPECT_THROW(edit_routine(desk.anew(), "mine"), FileError);
}

TEST(EditRoutine, TellsThatTheEditorFailed) {
    ADesk desk;
    make_routine(*desk, {.id = "mine"});
    desk.set("EDITOR", "false");
    EXPECT_NE(error_of([&] { edit_routine(desk.anew(), "mine"); }).find("'false' ended with 1"),
              std::string::npos);
    EXPECT_NE(error_of([&] { edit_routine(*desk, "hip-rotation"); }).find("not a file of yours"),
              std::string::npos);
}

TEST(MakeRoutine, ProposesTheNearestName) {
    ADesk desk;
    const std::string said = error_of([&] { make_routine(*desk, {.id = "Morning flow.toml"}); });
    EXPECT_NE(said.find("routine new morning-flow"), std::string::npos) << said;
}

TEST(MakeRoutine, TakesNoNameThatIsThere) {
    ADesk desk;
    EXPECT_NE(error_of([&] { make_routine(*desk, {.id = "desk-reset"}); }), "");
    EXPECT_TRUE(make_routine(*desk, {.id = "desk-reset", .force = true}).overrides_bundled);
    EXPECT_NE(error_of([&] { make_routine(desk.anew(), {.id = "desk-reset", .force = true}); }),
              "");
}

TEST(MakeRoutine, CopiesNothingThatWillTakeTooLongOneDay) {
    ADesk desk;
    desk.write_config("routines/long.toml", too_long_one_day);
    desk.anew();
    const std::string said = error_of([&] { make_routine(*desk, {.id = "mine", .from = "long"}); });
    EXPECT_NE(said.find("at the top of its bands"), std::string::npos) << said;
}

TEST(CheckRoutine, LooksAtTheTopOfTheBands) {
    ADesk desk;
    desk.write_config("routines/long.toml", too_long_one_day);
    const CheckedRoutine checked = check_routine(desk.anew().library(), {}, "long");
    ASSERT_EQ(checked.faults.size(), 1U);
    EXPECT_EQ(checked.faults.front().line, 4);
}

TEST(CheckRoutine, WarnsOfWhatTakesAnothersPlace) {
    ADesk desk;
    make_routine(*desk, {.id = "desk-reset", .from = "desk-reset", .force = true});
    const CheckedRoutine checked = check_routine(desk.anew().library(), {}, "desk-reset");
    EXPECT_TRUE(checked.faults.empty());
    ASSERT_EQ(checked.warnings.size(), 1U);
}

TEST(CheckRoutine, TellsFaultsWithTheirPlace) {
    ADesk desk;
    desk.write_config("routines/mine.toml", "format = 1\nname = 7\n");
    const CheckedRoutine checked = check_routine(desk.anew().library(), {}, "mine");
    EXPECT_TRUE(std::ranges::count(checked.faults, 2, &Diagnostic::line));
}

TEST(OwnRoutineFile, IsNoneOfTheProgramsNorAnUnknownOne) {
    ADesk desk;
    EXPECT_NE(error_of([&] { own_routine_file(*desk, "desk-reset"); }), "");
    const std::string said = error_of([&] { own_routine_file(*desk, "desk-rset"); });
    EXPECT_NE(said.find("desk-reset"), std::string::npos) << said;
}

}  // namespace
}  // namespace hipflow::today
