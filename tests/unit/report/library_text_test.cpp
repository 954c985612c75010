// SPDX-License-Identifier: MIT
// What the library holds: exercises, routines and programs in lists.
#include "report/library_text.h"

#include <gtest/gtest.h>

#include "golden.h"
#include "report/program_text.h"

namespace hipflow::report {
namespace {

using namespace std::chrono_literals;

const catalog::LibraryEntry own{.id = "mine", .origin = catalog::Origin::user, .file = "mine.toml"};
const catalog::LibraryEntry bundled{.id = "clamshell", .file = "bundled:clamshell.toml"};

TEST(ExerciseListText, SaysWhatIsLeftOutAndWhoseItIs) {
    Exercise exercise;
    exercise.name = "Clamshell";
    exercise.level = 2;
    exercise.position = Position::supine;
    const std::string text =
        exercise_list_text({{&bundled, &exercise, "it rounds the back", "osteoporosis"},
                            {&own, &exercise, std::nullopt, std::nullopt}});
    EXPECT_EQ(text,
              "clamshell  Clamshell  standard  supine  left out: osteoporosis\n"
              "mine       Clamshell  standard  supine                          yours\n");
}

TEST(RoutineListText, PutsThePurposeBelow) {
    today::ListedRoutine listed;
    listed.entry = &own;
    listed.summary = "Settle, rotate, lengthen, strengthen and stand, all of it in one session.";
    listed.total = 9min + 30s;
    listed.needs = {"mat", "chair"};
    today::ListedRoutine nothing_left;
    nothing_left.entry = &bundled;
    const std::string text = routine_list_text({listed, nothing_left}, {.columns = 60});
    EXPECT_TRUE(text.starts_with("mine        9 min 30 s  gentle  mat, chair  yours\n    Settle"))
        << text;
    EXPECT_NE(text.find("\nclamshell  not for you  gentle\n"), std::string::npos) << text;
    golden::expect_fits(text, 60);
}

TEST(CheckedText, CountsTheSteps) {
    EXPECT_EQ(checked_text({.name = "a", .faults = {}, .steps = 1, .total = 40s, .warnings = {}}),
              "a: 1 step, 40 s\n");
    EXPECT_EQ(checked_text({.name = "b", .faults = {}, .steps = 5, .total = 3min, .warnings = {}}),
              "b: 5 steps, 3 min\n");
}

Program steady() {
    Program program;
    program.name = "Steady six";
    program.per_week = 5;
    program.weeks.resize(6);
    return program;
}

TEST(ProgramTexts, ListAProgramWithItsWeeks) {
    EXPECT_EQ(program_list_text({{bundled, steady()}}),
              "clamshell  6 weeks  5 a week  Steady six\n");
}

TEST(ProgramTexts, SayHowToBeginOne) {
    EXPECT_TRUE(program_status_text(std::nullopt, {}).starts_with("You are not in a program."));
}

TEST(ProgramTexts, SayWhatHappensToTheUsersOwnSchedule) {
    EXPECT_EQ(joined_text({steady(), "", std::nullopt}, {.columns = 200}),
              "Steady six begins today, with 5 sessions a week. 'hipflow start' takes its sessions "
              "from now on.\n");
    EXPECT_NE(joined_text({steady(), "daily", std::nullopt}, {.columns = 200})
                  .find("Your own schedule (daily) waits until you leave."),
              std::string::npos);
    today::Left left{"steady-six", false, std::nullopt};
    const auto text = [&] { return left_program_text(left, {.columns = 200}); };
    EXPECT_EQ(text(), "You have left the program 'steady-six'. What was done is kept.\n");
    left.changes_schedule = true;
    EXPECT_TRUE(text().ends_with(" Nothing is scheduled now.\n"));
    left.own_rule = "daily";
    EXPECT_TRUE(text().ends_with(" Your own schedule applies again: daily.\n"));
}

}  // namespace
}  // namespace hipflow::report
