// SPDX-License-Identifier: MIT
#include "coach/program_week.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace hipflow::coach {
namespace {

using std::chrono::days;
using Words = std::vector<std::string>;

const Day monday = *parse_day("2026-01-05");

ProgramWeek week_of(Band<int> cap, std::vector<std::string> sessions) {
    ProgramWeek week;
    week.cap = cap;
    week.sessions = std::move(sessions);
    return week;
}

/// Three weeks of five sessions, then three a week.
Program small_program() {
    Program program;
    program.id = "small";
    program.per_week = 5;
    program.tokens = 1;
    program.repeat_below = 3;
    program.weeks = {week_of({1, 1}, {"a", "a", "a", "b", "c"}),
                     week_of({1, 2}, {"a", "b", "c", "d", "e"}),
                     week_of({3, 3}, {"d", "d", "e", "e", "e"})};
    program.after = {3, {"d", "e", "*"}};
    return program;
}

/// A history that is told day by day.
class Told {
   public:
    Told() { history_.from = monday; }

    /// A session on that day of the program (0 is the first) that was kept.
    Told& session(int day, const std::string& routine, std::optional<int> pain = std::nullopt) {
        DayTotals& totals = on(monday + days(day));
        ++totals.kept;
        ++totals.sessions;
        if (pain) totals.before = {1, *pain};
        sessions_.push_back({monday + days(day), routine});
        return *this;
    }
    /// The first sessions of a week, from its first day on, each with that pain before.
    Told& week(int number, int sessions, std::optional<int> pain = std::nullopt) {
        for (int i = 0; i < sessions; ++i) session(number * 7 + i, "a", pain);
        return *this;
    }
    Told& excuse(ExcuseKind kind, int from, std::optional<int> to) {
        Excuse excuse;
        excuse.kind = kind;
        excuse.from_day = monday + days(from);
        if (to) excuse.to_day = monday + days(*to);
        history_.excuses.push_back(excuse);
        return *this;
    }
    Told& measured(Measured what, int day) {
        history_.measured.push_back({what, monday + days(day)});
        return *this;
    }

    ProgramToday at(int day, const Program& program = small_program()) {
        const Day today = monday + days(day);
        history_.kept.clear();
        for (const auto& session : sessions_) {
            if (session.day >= program_week_begins(monday, today)) history_.kept.push_back(session);
        }
        return program_today(program, history_, today);
    }

   private:
    DayTotals& on(Day day) {
        for (DayTotals& totals : history_.days) {
            if (totals.local_day == day) return totals;
        }
        DayTotals totals;
        totals.local_day = day;
        return history_.days.emplace_back(totals);
    }

    ProgramHistory history_;
    std::vector<ProgramSession> sessions_;
};

TEST(ProgramWeek, BeginsOnTheDayOfJoining) {
    const ProgramToday today = Told().at(0);
    EXPECT_EQ(today.week, 1);
    EXPECT_EQ(today.day, 1);
    EXPECT_EQ(today.begins, monday);
    EXPECT_EQ(today.cap, 1);
    EXPECT_EQ(today.planned, 5);
    EXPECT_EQ(today.kept, 0);
    EXPECT_EQ(today.left, (Words{"a", "a", "a", "b", "c"}));
    EXPECT_FALSE(today.repeat);
    EXPECT_EQ(program_routine(small_program(), today), "a");
}

TEST(ProgramWeek, LastsSevenDays) {
    EXPECT_EQ(program_week_begins(monday, monday + days(6)), monday);
    EXPECT_EQ(program_week_begins(monday, monday + days(7)), monday + days(7));
    EXPECT_EQ(Told().week(0, 3).at(6).week, 1);
    EXPECT_EQ(Told().week(0, 3).at(7).week, 2);
}

TEST(ProgramWeek, StrikesOutWhatWasDone) {
    const ProgramToday today = Told().session(0, "b").session(1, "a").at(2);
    EXPECT_EQ(today.left, (Words{"a", "a", "c"}));
    EXPECT_EQ(today.kept, 2);
    EXPECT_FALSE(today.done_today);
}

TEST(ProgramWeek, TakesAnotherRoutineForTheNextOne) {
    EXPECT_EQ(Told().session(0, "five-minute-minimum").at(1).left, (Words{"a", "a", "b", "c"}));
}

TEST(ProgramWeek, CountsASessionOnceADay) {
    const ProgramToday today = Told().session(0, "a").session(0, "b").at(0);
    EXPECT_EQ(today.kept, 1);
    EXPECT_EQ(today.left, (Words{"a", "a", "b", "c"}));
    EXPECT_TRUE(today.done_today);
}

TEST(ProgramWeek, OffersItsFirstSessionAgainWhenAllAreDone) {
    const ProgramToday today = Told().week(0, 5).at(5);
    EXPECT_TRUE(today.left.empty());
    EXPECT_EQ(today.kept, 5);
    EXPECT_EQ(program_routine(small_program(), today), "a");
}

TEST(ProgramWeek, RaisesTheCapInTheSecondHalfOfItsSessions) {
    auto told = Told().week(0, 3);
    EXPECT_EQ(told.at(13).cap, 1);  // the last day, and nothing done
    told.session(7, "a");
    EXPECT_EQ(told.at(8).cap, 1);
    told.session(8, "b");
    EXPECT_TRUE(told.at(9).second_half);
    EXPECT_EQ(told.at(9).cap, 2);
}

TEST(ProgramWeek, NeverBeginsInItsSecondHalf) {
    Program program = small_program();
    program.weeks[0] = week_of({1, 2}, {"a"});
    EXPECT_EQ(Told().at(0, program).cap, 1);
}

// Repeats.

TEST(ProgramWeek, ComesAgainIfTooFewSessionsWereKept) {
    const ProgramToday today = Told().week(0, 2).at(7);
    EXPECT_EQ(today.week, 1);
    EXPECT_EQ(today.day, 1);
    ASSERT_TRUE(today.repeat);
    EXPECT_EQ(today.repeat->cause, RepeatCause::too_few_kept);
    EXPECT_EQ(today.repeat->kept, 2);
    EXPECT_EQ(today.left.size(), 5U);
}

TEST(ProgramWeek, GoesOnFromThreeOfFive) {
    const ProgramToday today = Told().week(0, 3).at(7);
    EXPECT_EQ(today.week, 2);
    EXPECT_FALSE(today.repeat);
}

TEST(ProgramWeek, GoesOnAfterARepeat) {
    const ProgramToday today = Told().week(0, 2).week(1, 3).at(14);
    EXPECT_EQ(today.week, 2);
    EXPECT_FALSE(today.repeat);
}

TEST(ProgramWeek, ComesAgainIfPainRoseByTwo) {
    const ProgramToday today = Told().week(0, 4, 2).week(1, 4, 4).at(14);
    EXPECT_EQ(today.week, 2);
    ASSERT_TRUE(today.repeat);
    EXPECT_EQ(today.repeat->cause, RepeatCause::more_pain);
    EXPECT_EQ(today.repeat->pain_before, 2.0);
    EXPECT_EQ(today.repeat->pain, 4.0);
}

TEST(ProgramWeek, GoesOnIfPainRoseByLess) {
    EXPECT_EQ(Told().week(0, 4, 2).week(1, 4, 3).at(14).week, 3);
}

TEST(ProgramWeek, GoesOnIfPainStaysWhereItRoseTo) {
    EXPECT_EQ(Told().week(0, 4, 2).week(1, 4, 4).week(2, 4, 4).at(21).week, 3);
}

TEST(ProgramWeek, TakesNothingFromTwoScoredDays) {
    auto told = Told().week(0, 4, 2).session(7, "a", 8).session(8, "a", 8).session(9, "a");
    EXPECT_EQ(told.at(14).week, 3);
}

TEST(ProgramWeek, ComesAgainAfterAPausedWeekWithoutReproach) {
    const ProgramToday today = Told().week(0, 3).excuse(ExcuseKind::paused, 7, std::nullopt).at(14);
    EXPECT_EQ(today.week, 2);
    ASSERT_TRUE(today.repeat);
    EXPECT_EQ(today.repeat->cause, RepeatCause::away);
}

TEST(ProgramWeek, GoesOnInSpiteOfAPauseIfEnoughWasKept) {
    EXPECT_EQ(Told().week(0, 3).excuse(ExcuseKind::paused, 0, 6).at(7).week, 2);
}

TEST(ProgramWeek, NeverComesAgainForAProgramThatAsksForNothing) {
    Program program = small_program();
    program.repeat_below = 0;
    EXPECT_EQ(Told().at(14, program).week, 3);
}

// After the weeks.

TEST(ProgramWeek, GoesOnThreeAWeekAfterwards) {
    const ProgramToday today = Told().week(0, 3).week(1, 3).week(2, 3).at(21);
    EXPECT_FALSE(today.week);
    EXPECT_FALSE(today.cap);
    EXPECT_EQ(today.planned, 3);
    EXPECT_EQ(today.left, (Words{"d", "e", "*"}));
}

TEST(ProgramWeek, StrikesOutTheFreeChoiceForWhateverIsNotNamed) {
    const ProgramToday today = Told().week(0, 3).week(1, 3).week(2, 3).session(21, "x").at(22);
    EXPECT_EQ(today.left, (Words{"d", "e"}));
}

TEST(ProgramWeek, NeverFallsBackIntoAWeek) {
    EXPECT_FALSE(Told().week(0, 3).week(1, 3).week(2, 3).at(21 + 70).week);
}

TEST(ProgramWeek, IsOverWhereNothingGoesOn) {
    Program program = small_program();
    program.after = {};
    const ProgramToday today = Told().week(0, 3).week(1, 3).week(2, 3).at(21, program);
    EXPECT_FALSE(today.week);
    EXPECT_EQ(today.planned, 0);
    EXPECT_FALSE(program_routine(program, today));
}

// Tokens: one a week, two saved up at most.

TEST(ProgramWeek, GivesATokenEachWeekAndSavesTwo) {
    auto told = Told();
    EXPECT_EQ(told.at(0).tokens, 1);
    EXPECT_EQ(told.at(7).tokens, 2);
    EXPECT_EQ(told.at(70).tokens, 2);
}

TEST(ProgramWeek, TakesATokenForASkippedDay) {
    auto told = Told().excuse(ExcuseKind::token, 2, 2);
    EXPECT_EQ(told.at(1).tokens, 0);  // it is spoken for
    EXPECT_EQ(told.at(7).tokens, 1);
}

TEST(ProgramWeek, SpeaksForATokenInAdvance) {
    auto told = Told().excuse(ExcuseKind::token, 10, 10);
    EXPECT_EQ(told.at(0).tokens, 0);
    EXPECT_EQ(told.at(7).tokens, 1);
}

TEST(ProgramWeek, NeverOwesTokens) {
    auto told = Told().excuse(ExcuseKind::token, 1, 5);
    EXPECT_EQ(told.at(6).tokens, 0);
    EXPECT_EQ(told.at(7).tokens, 1);
}

// Test days.

using Tests = std::vector<Measured>;

Program measuring_program() {
    Program program = small_program();
    program.weeks[0].test_at_start = {Measured::rotation, Measured::function};
    program.weeks[0].test_at_end = {Measured::function};
    program.weeks[2].test_at_end = {Measured::rotation, Measured::function};
    return program;
}

Tests due(Told& told, int day) { return told.at(day, measuring_program()).measure; }

TEST(ProgramTests, AskAtTheStart) {
    auto told = Told();
    EXPECT_EQ(due(told, 0), (Tests{Measured::rotation, Measured::function}));
}

TEST(ProgramTests, TakeTheFirstRangeOnTwoDays) {
    auto told = Told().measured(Measured::rotation, 0).measured(Measured::function, 0);
    EXPECT_EQ(due(told, 0), Tests{});
    EXPECT_EQ(due(told, 1), Tests{Measured::rotation});
    told.measured(Measured::rotation, 2);
    EXPECT_EQ(due(told, 3), Tests{});
}

TEST(ProgramTests, AcceptWhatWasMeasuredJustBeforeJoining) {
    auto told = Told().measured(Measured::rotation, -2).measured(Measured::rotation, -1);
    EXPECT_EQ(due(told, 0), Tests{Measured::function});
}

TEST(ProgramTests, AskAtTheEndFromTheLastSessionOn) {
    auto told = Told().measured(Measured::function, 0).week(0, 3);
    told.measured(Measured::rotation, 0).measured(Measured::rotation, 1);
    EXPECT_EQ(due(told, 4), Tests{});
    told.session(3, "b");
    EXPECT_EQ(due(told, 4), Tests{});  // still fresh
    EXPECT_EQ(due(told, 5), Tests{Measured::function});
}

TEST(ProgramTests, AskAtTheEndFromTheSixthDayOn) {
    auto told = Told().week(0, 3).week(1, 3).week(2, 2);
    told.measured(Measured::rotation, 0).measured(Measured::rotation, 1);
    EXPECT_EQ(due(told, 18), Tests{});
    EXPECT_EQ(due(told, 19), (Tests{Measured::rotation, Measured::function}));
    told.measured(Measured::rotation, 19).measured(Measured::function, 19);
    EXPECT_EQ(due(told, 20), Tests{});
    // The week comes again: what was measured at its end is fresh.
    EXPECT_EQ(due(told, 26), Tests{Measured::function});
}

TEST(ProgramTests, AskNotAnewAtTheStartOfARepeat) {
    auto told = Told();
    EXPECT_EQ(due(told, 7), Tests{});
}

TEST(ProgramTests, AskForRangeEverySixWeeksAfterwards) {
    auto told = Told().week(0, 3).week(1, 3).week(2, 3);
    EXPECT_EQ(due(told, 30), Tests{});  // never measured: nothing to go on with
    told.measured(Measured::rotation, 20);
    EXPECT_EQ(due(told, 61), Tests{});
    EXPECT_EQ(due(told, 62), Tests{Measured::rotation});
}

}  // namespace
}  // namespace hipflow::coach
