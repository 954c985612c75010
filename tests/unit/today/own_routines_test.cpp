// SPDX-License-Identifier: MIT
#include "today/own_routines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catalog/library.h"
#include "support/a_desk.h"
#include "support/scratch_folder.h"
#include "today/days.h"
#include "today/routine_removal.h"
#include "today/todays_session.h"

namespace hipflow::today {
namespace {

namespace fs = std::filesystem;
using support::ADesk;
using support::error_of;

constexpr std::string_view sheet =
    "# From the clinic.\nformat = 1\nname = \"Sheet\"\n[[step]]\nexercise = \"squeeze\"\nhold = "
    "\"10s\"\n[exercise.squeeze]\nname = \"Squeeze\"\nposition = \"supine\"\nsides = \"both\"\n"
    "risks = []\nstart = [\"Lie on your back.\"]\ndo = [\"Press your knees together.\"]\n";

std::string content(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A file as somebody would send it.
class OwnRoutines : public testing::Test {
   protected:
    std::string file(const std::string& name, std::string_view text) const {
        return folder_.write(name, text);
    }

    ADesk desk_;
    support::ScratchFolder folder_;
};

TEST_F(OwnRoutines, AreShownBeforeTheyAreAdded) {
    const auto wanted = routine_to_add(*desk_, file("Knee Week 2.toml", sheet), {});
    EXPECT_EQ(wanted.id, "knee-week-2");
    EXPECT_EQ(wanted.today.session.steps.size(), 1U);
    ASSERT_EQ(wanted.untested.size(), 1U);
    EXPECT_NE(wanted.untested.front().find("Squeeze: the file says that it has no risks"),
              std::string::npos);
    const MadeRoutine made = add_routine(*desk_, wanted);
    const std::string text = content(made.path);
    EXPECT_TRUE(text.starts_with("#:schema "));
    EXPECT_NE(text.find("# From the clinic."), std::string::npos);
    EXPECT_EQ(desk_.anew().library().routine("knee-week-2").name, "Sheet");
}

TEST_F(OwnRoutines, GetAnIdThatIsFree) {
    const std::string sent = file("desk-reset.toml", sheet);
    EXPECT_EQ(routine_to_add(*desk_, sent, {}).id, "desk-reset-2");
    EXPECT_NE(error_of([&] { routine_to_add(*desk_, sent, "desk-reset"); }), "");
    EXPECT_NE(error_of([&] {
                  routine_to_add(*desk_, sent, "My Knee");
              }).find("Try 'hipflow routine add FILE --as my-knee'."),
              std::string::npos);
}

TEST_F(OwnRoutines, WithFaultsAreNotAdded) {
    const std::string sent = file("broken.toml", "format = 1\nname = \"B\"\n[[step]]\nrepps = 3\n");
    EXPECT_NE(error_of([&] { routine_to_add(*desk_, sent, {}); }).find("'repps'"),
              std::string::npos);
}

TEST_F(OwnRoutines, AreStillFoundByAnEarlierId) {
    desk_.write_config("routines/old.toml", sheet);
    Session session = support::session("s1", "2026-11-20T08:00:00Z");
    session.routine = "old";
    desk_.anew();
    desk_.put(session);
    rename_routine(*desk_, "old", "new");
    rename_routine(desk_.anew(), "new", "newest");
    const catalog::Library& library = desk_.anew().library();
    EXPECT_EQ(library.routine("old").id, "newest");
    EXPECT_EQ(library.routine("new").formerly, (std::vector<std::string>{"old", "new"}));
    EXPECT_FALSE(fs::exists(fs::path(own_routine_file(*desk_, "old")).parent_path() / "old.toml"));
    DayRange days;
    days.all = true;
    for (const std::string id : {"old", "newest"}) {
        days.routine = id;
        const auto filter = filter_of(*desk_, days, support::day("2026-11-24"), 12);
        EXPECT_EQ(desk_->store().sessions(filter).size(), 1U) << id;
        EXPECT_EQ(desk_->store().day_totals(filter).size(), 1U) << id;
    }
}

TEST_F(OwnRoutines, GetAnEarlierIdBack) {
    desk_.write_config("routines/old.toml", sheet);
    rename_routine(desk_.anew(), "old", "new");
    rename_routine(desk_.anew(), "new", "old");
    EXPECT_EQ(desk_.anew().library().routine("new").formerly, std::vector<std::string>{"new"});
}

TEST_F(OwnRoutines, ThatArePartOfAProgramAreRenamedThereToo) {
    desk_.write_config("routines/old.toml", sheet);
    desk_.write_config("programs/mine.toml",
                       "format = 1\nname = \"Mine\"\nper_week = 1\n[[week]]\ncap = 1\nsessions = "
                       "[\"old\"]\n");
    rename_routine(desk_.anew(), "old", "new");
    EXPECT_EQ(desk_.anew().library().program_source("mine").program.weeks.at(0).sessions,
              std::vector<std::string>{"new"});
}

TEST_F(OwnRoutines, AreKeptWhenTheyAreRemoved) {
    desk_.write_config("routines/old.toml", sheet);
    const std::string path = own_routine_file(desk_.anew(), "old");
    const RemovedRoutine removed = remove_routine(*desk_, "old");
    EXPECT_FALSE(fs::exists(path));
    EXPECT_EQ(content(removed.copy), sheet);
    EXPECT_FALSE(removed.uncovers_bundled);
    EXPECT_NE(error_of([&] { remove_routine(desk_.anew(), "desk-reset"); }), "");
}

TEST_F(OwnRoutines, ThatAreNamedElsewhereAreNotRemoved) {
    desk_.write_config("routines/old.toml", sheet);
    desk_.write_config("config.toml", "format = 1\nroutine = \"old\"\n");
    const std::string words = error_of([&] { remove_routine(desk_.anew(), "old"); });
    EXPECT_NE(words.find("config.toml:2"), std::string::npos) << words;
}

TEST_F(OwnRoutines, WithTheIdOfABundledOneAreNamedByNothingThatTheyWouldLeaveWithout) {
    desk_.write_config("routines/hip-rotation.toml", sheet);
    desk_.write_config("programs/mine.toml",
                       "format = 1\nname = \"Mine\"\nper_week = 1\n[[week]]\ncap = 1\nsessions = "
                       "[\"hip-rotation\"]\n");
    EXPECT_TRUE(remove_routine(desk_.anew(), "hip-rotation").uncovers_bundled);
    desk_.write_config("routines/hip-rotation.toml", sheet);
    desk_.write_config("config.toml", "format = 1\nroutine = \"hip-rotation\"\n");
    EXPECT_TRUE(remove_routine(desk_.anew(), "hip-rotation").uncovers_bundled);
}

TEST_F(OwnRoutines, TellOfTheirDrillsThatTheSettingsAvoid) {
    desk_.write_config("config.toml", "format = 1\n[me]\navoid = [\"squeeze\", \"clamshell\"]\n");
    desk_.write_config("routines/old.toml", sheet);
    const auto told = require_removable(desk_.anew(), "old").avoided;
    ASSERT_EQ(told.size(), 1U);
    EXPECT_NE(told.front().find("config.toml:3: 'avoid' names 'squeeze'"), std::string::npos);
    desk_.write_config("routines/other.toml", sheet);
    EXPECT_TRUE(require_removable(desk_.anew(), "old").avoided.empty());
}

TEST_F(OwnRoutines, AreHandedOnInOneFile) {
    desk_.write_config("exercises/press.toml",
                       "format = 1\nname = \"Press\"\nlevel = 1\nposition = \"supine\"\nsides = "
                       "\"both\"\nstart = [\"Lie on your back.\"]\ndo = [\"Press.\"]\ndose = { "
                       "hold = \"10s\" }\n");
    desk_.write_config("routines/other.toml", sheet);
    desk_.write_config("routines/mine.toml",
                       "#:schema /home/me/routine.schema.json\nformat = 1\nname = \"Mine\"\neasier "
                       "= \"other\"\n[[step]]\nexercise = \"press\"\n");
    const catalog::Library& library = desk_.anew().library();
    const RoutineAsFile made = as_one_file(library, library.routine_source("mine"));
    EXPECT_EQ(made.cut, std::vector<std::string>{"easier = \"other\""});
    EXPECT_EQ(made.text.find("/home/me"), std::string::npos);
    const ADesk elsewhere;
    const auto source = catalog::Library("").read_routine(made.text, "mine", "mine.toml");
    EXPECT_EQ(source.routine.inline_exercises.at(0).id, "press");
}

TEST_F(OwnRoutines, KeepTheirEarlierIdsToThemselves) {
    desk_.write_config("routines/old.toml", sheet);
    rename_routine(desk_.anew(), "old", "new");
    EXPECT_NE(error_of([&] {
                  make_routine(desk_.anew(), {.id = "old"});
              }).find("'old' is an earlier id of 'new'"),
              std::string::npos);
    EXPECT_EQ(routine_to_add(desk_.anew(), file("old.toml", sheet), {}).id, "old-2");
    make_routine(*desk_, {.id = "copy", .from = "new"});
    EXPECT_TRUE(desk_.anew().library().routine("copy").formerly.empty());
    const std::string sent =
        file("sent.toml", "formerly = [\"new\", \"clinic\"]\n" + std::string(sheet));
    add_routine(*desk_, routine_to_add(*desk_, sent, {}));
    EXPECT_EQ(desk_.anew().library().routine("sent").formerly, std::vector<std::string>{"clinic"});
}

TEST_F(OwnRoutines, AreBroughtBackByAddOnlyWhereThatWorks) {
    desk_.write_config("routines/old.toml", sheet);
    EXPECT_TRUE(remove_routine(desk_.anew(), "old").by_add);
    desk_.write_config("routines/My_Sheet.toml", sheet);
    EXPECT_FALSE(remove_routine(desk_.anew(), "My_Sheet").by_add);
    desk_.write_config("routines/desk-reset.toml", sheet);
    EXPECT_FALSE(remove_routine(desk_.anew(), "desk-reset").by_add);
    desk_.write_config("routines/faulty.toml", "levl = 1\n" + std::string(sheet));
    EXPECT_FALSE(remove_routine(desk_.anew(), "faulty").by_add);
    desk_.write_config("routines/old.toml", sheet);
    desk_.write_config("routines/other.toml", "formerly = [\"old\"]\n" + std::string(sheet));
    const RemovedRoutine claimed = remove_routine(desk_.anew(), "old");
    EXPECT_FALSE(claimed.by_add);
    EXPECT_EQ(fs::path(claimed.file).filename(), "old.toml");
}

TEST_F(OwnRoutines, AreRenamedToTheEndWhereThatWasInterrupted) {
    desk_.write_config("routines/old.toml", sheet);
    const std::string renamed = rename_routine(desk_.anew(), "old", "new").path;
    const std::string text = content(renamed);
    desk_.write_config("routines/old.toml", sheet);  // as if it had not been removed yet
    rename_routine(desk_.anew(), "old", "new");
    EXPECT_EQ(content(renamed), text);
    EXPECT_EQ(desk_.anew().library().renamed("old"), "new");
    desk_.write_config("routines/old.toml", std::string(sheet) + "# another\n");
    EXPECT_NE(error_of([&] { rename_routine(desk_.anew(), "old", "new"); }).find("already exists"),
              std::string::npos);
}

TEST_F(OwnRoutines, KeepEachEarlierIdOnce) {
    desk_.write_config("routines/old.toml", "formerly = [\"old\"]\n" + std::string(sheet));
    rename_routine(desk_.anew(), "old", "new");
    EXPECT_EQ(desk_.anew().library().routine("new").formerly, std::vector<std::string>{"old"});
    const std::string words = error_of([&] { rename_routine(desk_.anew(), "new", "NEW"); });
    EXPECT_EQ(words.find("Try"), std::string::npos) << words;
}

TEST_F(OwnRoutines, AreHeldAgainstTheDrillsOfEachOther) {
    desk_.write_config("routines/one.toml", sheet);
    desk_.write_config("routines/two.toml", sheet);
    const auto warnings = [&] {
        return check_routine(desk_.anew().library(), {}, "one", [] { return Person{}; }).warnings;
    };
    const auto is_told = [&] {
        return std::ranges::any_of(warnings(), [](const auto& words) {
            return words.find("another movement in your routine 'two'") != std::string::npos;
        });
    };
    EXPECT_FALSE(is_told());  // the same movement
    std::string other(sheet);
    other.replace(other.find("Press your knees"), 16, "Lift your pelvis");
    desk_.write_config("routines/two.toml", other);
    EXPECT_TRUE(is_told());
}

TEST_F(OwnRoutines, ThatCannotBeHandedOnInOneFileAreRefused) {
    desk_.write_config("exercises/press.toml",
                       "format = 1\nname = \"Press\"\nlevel = 1\nposition = \"supine\"\nsides = "
                       "\"both\"\nstart = [\"Lie on your back.\"]\ndo = [\"Press.\"]\ndose = { "
                       "hold = \"10s\" }\n");
    desk_.write_config(
        "routines/mine.toml",
        "format = 1\nname = \"M\"\nexercise = { dd = { name = \"D\", position = \"supine\", sides "
        "= \"both\", risks = [], start = [\"Lie.\"], do = [\"Press.\"] } }\n[[step]]\nexercise = "
        "\"dd\"\nhold = \"9s\"\n[[step]]\nexercise = \"press\"\n");
    const catalog::Library& library = desk_.anew().library();
    const std::string words =
        error_of([&] { as_one_file(library, library.routine_source("mine")); });
    EXPECT_NE(words.find("'mine' cannot be written as one file"), std::string::npos) << words;
}

TEST_F(OwnRoutines, TakeNoHistoryThatIsNotTheirs) {
    Session session = support::session("s1", "2026-11-20T08:00:00Z");
    session.routine = "aa";
    desk_.put(session);
    const std::string text = "formerly = [\"aa\", \"bb\"]\n" + std::string(sheet);
    const auto sent = routine_to_add(desk_.anew(), file("sent.toml", text), {});
    EXPECT_EQ(sent.dropped, std::vector<std::string>{"aa"});
    add_routine(*desk_, sent);
    EXPECT_EQ(desk_.anew().library().routine("sent").formerly, std::vector<std::string>{"bb"});

    desk_.write_config("routines/own.toml", "formerly = [\"aa\"]\n" + std::string(sheet));
    const RemovedRoutine kept = remove_routine(desk_.anew(), "own");
    const auto back = routine_to_add(desk_.anew(), kept.copy, {});
    EXPECT_TRUE(back.dropped.empty());
    add_routine(*desk_, back);
    EXPECT_EQ(desk_.anew().library().routine("own").formerly, std::vector<std::string>{"aa"});
}

TEST_F(OwnRoutines, OfWhichNothingIsLeftAreShownAsTheyAreWritten) {
    desk_.write_config("config.toml", "format = 1\n[me]\navoid = [\"squeeze\"]\n");
    const auto wanted = routine_to_add(desk_.anew(), file("sent.toml", sheet), {});
    EXPECT_EQ(wanted.today.session.steps.size(), 1U);
    EXPECT_FALSE(wanted.today.begins);
    EXPECT_NE(wanted.nothing_left.find("Squeeze is left out"), std::string::npos);
}

TEST_F(OwnRoutines, SayWhatALevelKeepsFromBeginning) {
    std::string strong(sheet);
    strong.insert(strong.find("position"), "level = 3\n");
    desk_.write_config("routines/strong.toml", strong);
    const catalog::RoutineFile source = desk_.anew().library().routine_source("strong");
    const RoutineToday shown = routine_today(*desk_, source);
    EXPECT_FALSE(shown.begins);
    ASSERT_EQ(shown.waiting.size(), 1U);
    EXPECT_NE(shown.waiting.front().find("Squeeze is of level 3"), std::string::npos);
    EXPECT_NE(shown.waiting.front().find("'level = 2' in its file"), std::string::npos);
    EXPECT_NE(error_of([&] { prescription_for(*desk_, source, {}); }).find(shown.waiting.front()),
              std::string::npos);
    strong.replace(strong.find("level = 3"), 9, "level = 2");
    desk_.write_config("routines/strong.toml", strong);
    const catalog::RoutineFile& open = desk_.anew().library().routine_source("strong");
    EXPECT_TRUE(routine_today(*desk_, open).waiting.empty());
    desk_.put(Preference{"p1", PreferenceSubject::experience, "exercises", PreferenceRule::has_not,
                         support::stamp("2026-11-20T07:00:00Z").at});
    const catalog::RoutineFile& early = desk_.anew().library().routine_source("strong");
    const auto waiting = routine_today(*desk_, early).waiting;
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_NE(waiting.front().find("'hipflow start --experience used'"), std::string::npos);
}

TEST_F(OwnRoutines, AreFoundByAnEarlierIdInSpiteOfAFault) {
    desk_.write_config("routines/new.toml",
                       "formerly = [\"old\"]\nlevl = 1\n" + std::string(sheet));
    EXPECT_EQ(desk_.anew().library().renamed("old"), "new");
}

TEST_F(OwnRoutines, GiveTheBundledOneItsIdBackWhenTheyAreRenamed) {
    desk_.write_config("routines/desk-reset.toml", sheet);
    EXPECT_TRUE(rename_routine(desk_.anew(), "desk-reset", "mine").uncovers_bundled);
    EXPECT_TRUE(desk_.anew().library().earlier_ids("mine").empty());
}

TEST_F(OwnRoutines, ThatWereRemovedBeforeAreKeptBesideEachOther) {
    desk_.write_config("routines/old.toml", sheet);
    const RemovedRoutine first = remove_routine(desk_.anew(), "old");
    desk_.write_config("routines/old.toml", std::string(sheet) + "# second\n");
    const RemovedRoutine second = remove_routine(desk_.anew(), "old");
    EXPECT_NE(first.copy, second.copy);
    EXPECT_EQ(content(first.copy), sheet);
}

}  // namespace
}  // namespace hipflow::today
