// SPDX-License-Identifier: MIT
#include "report/program_text.h"

#include <gtest/gtest.h>

namespace hipflow::report {
namespace {

using Lines = std::vector<std::string>;

/// The second of two weeks with three sessions each, and three a week after them.
today::Enrolled in_second_week() {
    today::Enrolled enrolled;
    enrolled.program.name = "Steady";
    ProgramWeek week;
    week.sessions = {"a", "b", "c"};
    week.test_at_start = {Measured::rotation};
    week.test_at_end = {Measured::function};
    enrolled.program.weeks = {week, week};
    enrolled.program.after = {3, {"a"}};
    enrolled.today.week = 2;
    enrolled.today.planned = 3;
    enrolled.today.left = week.sessions;
    return enrolled;
}

/// The same after some of its sessions.
today::Enrolled after(int sessions) {
    today::Enrolled enrolled = in_second_week();
    enrolled.today.kept = sessions;
    enrolled.today.left.erase(enrolled.today.left.begin(), enrolled.today.left.begin() + sessions);
    return enrolled;
}

constexpr const char* both =
    "Measure today, or as soon as it suits: how far your hips turn ('hipflow measure range'), and "
    "how a few activities go ('hipflow measure function').";
constexpr const char* activities =
    "Measure today, or as soon as it suits: how a few activities go ('hipflow measure function').";

TEST(ProgramSentences, AskToMeasureUntilTheFirstSessionOfTheWeek) {
    today::Enrolled enrolled = after(0);
    enrolled.today.measure = {Measured::rotation, Measured::function};
    EXPECT_EQ(program_sentences(enrolled),
              (Lines{"Steady, week 2 of 2: 0 of 3 sessions kept.", both}));
    enrolled = after(1);
    enrolled.today.measure = {Measured::rotation};
    EXPECT_EQ(program_sentences(enrolled), Lines{"Steady, week 2 of 2: 1 of 3 sessions kept."});
}

TEST(ProgramSentences, AskToMeasureBeforeTheLastSessionOfTheWeek) {
    today::Enrolled enrolled = after(2);
    enrolled.today.measure = {Measured::rotation, Measured::function};
    EXPECT_EQ(program_sentences(enrolled),
              (Lines{"Steady, week 2 of 2: 2 of 3 sessions kept.", activities}));
    enrolled = after(3);
    enrolled.today.measure = {Measured::function};
    EXPECT_EQ(program_sentences(enrolled).size(), 1U) << "it was asked for";
    enrolled = after(1);
    enrolled.today.measure = {Measured::function};
    enrolled.today.day = 5;
    EXPECT_EQ(program_sentences(enrolled).size(), 1U);
    enrolled.today.day = 6;
    EXPECT_EQ(program_sentences(enrolled).size(), 2U) << "the week is nearly over";
}

TEST(ProgramSentences, AskForRangeAfterTheWeeksAsWell) {
    today::Enrolled enrolled = after(0);
    enrolled.today.week.reset();
    enrolled.today.measure = {Measured::rotation};
    EXPECT_EQ(program_sentences(enrolled).size(), 2U);
    enrolled.today.kept = 1;
    EXPECT_EQ(program_sentences(enrolled).size(), 1U);
}

TEST(ProgramStatus, HasEveryMeasurementThatIsDue) {
    today::Enrolled enrolled = after(1);
    enrolled.today.measure = {Measured::rotation};
    EXPECT_NE(program_status_text(enrolled, {}).find("how far your hips turn"), std::string::npos);
}

TEST(ProgramSentences, SayThatAProgramIsDone) {
    today::Enrolled enrolled = in_second_week();
    enrolled.today.week.reset();
    enrolled.just_done = today::DoneProgram{6, 6};
    const auto said = [&] { return program_sentences(enrolled).front(); };
    EXPECT_EQ(said(), "Steady is done: 6 of 6 sessions. Three a week from now on.");
    enrolled.just_done = today::DoneProgram{8, 6};
    EXPECT_EQ(said(), "Steady is done: 6 of 6 sessions, and 2 more. Three a week from now on.");
    enrolled.program.after = {};
    enrolled.just_done = today::DoneProgram{5, 6};
    EXPECT_EQ(said(), "Steady is done: 5 of 6 sessions.");
}

TEST(ProgramPlace, CountsWhatIsBeyondThePlanApart) {
    today::Enrolled enrolled = in_second_week();
    enrolled.today.week.reset();
    enrolled.today.kept = 5;
    EXPECT_EQ(program_place_words(enrolled.program, enrolled.today),
              "Steady, after its weeks: 3 of 3 sessions kept, and 2 more");
    EXPECT_NE(program_status_text(enrolled, {}).find("3 of 3 sessions, and 2 more\n"),
              std::string::npos);
}

}  // namespace
}  // namespace hipflow::report
