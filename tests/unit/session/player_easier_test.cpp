// SPDX-License-Identifier: MIT
// What the player does when it is too much: the easier exercise, the stop for pain, the end.
#include <gtest/gtest.h>

#include "session/player.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

/// Two sets of thirty seconds a side with one easier alternate; then another exercise.
Prescription with_one_easier(PrescribedStep easier) {
    return session_of(
        {with_alternate(holds("hard", 30s, Sides::each, 2), std::move(easier)), holds("next", 8s)});
}

TEST(PlayerEasier, SwapsInTheEasierExerciseInTheMiddleOfASet) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.wait(10s + 12s);
    session.press(Key::easier);
    EXPECT_EQ(session.place(), "1/1/L/1");
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_EQ(current_work(session.player).exercise.id, "easy");
    EXPECT_EQ(session.player.easier_taken, (std::vector{1, 0}));
}

TEST(PlayerEasier, KeepsWhatWasDoneOfTheHarderOne) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.wait(10s + 12s);
    session.press(Key::easier);
    session.run_out();
    const Results ended = results(session.events);
    const SetProgress harder = ended.at({{1, 1, Side::left}, "hard"});
    EXPECT_EQ(harder.status, SetStatus::partial);
    EXPECT_EQ(harder.credit, 12s);
    EXPECT_EQ(harder.reason, StopReason::other);
    EXPECT_EQ(ended.at({{1, 1, Side::left}, "easy"}).credit, 20s);
}

TEST(PlayerEasier, SaysNothingOfAHarderSetThatHadNotBegun) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.wait(2s);
    session.press(Key::easier);
    EXPECT_TRUE(all<SetEnded>(session.events).empty());
}

TEST(PlayerEasier, NamesTheExerciseThatWasPlanned) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.press(Key::easier);
    session.wait(10s + 20s);
    const SetEnded ended = all<SetEnded>(session.events).at(0);
    EXPECT_EQ(ended.planned_exercise, "hard");
    EXPECT_EQ(ended.work.exercise.id, "easy");
}

TEST(PlayerEasier, IsIntroducedInTheGapWhereItIsTaken) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.wait(10s + 30s + 2s);
    session.events.clear();
    session.press(Key::easier);
    session.wait(0s);
    EXPECT_EQ(heard(session.events, session.player.script->timeline),
              (Lines{"name 'Something easier: easy.' at 1/1/R/1+0",
                     "dose '2 times 20 seconds.' at 1/1/R/1+0", "side 'Right leg.' at 1/1/R/1+0"}));
    EXPECT_EQ(session.left(), 5s);
}

TEST(PlayerEasier, IsIntroducedBeforeASetWithoutAGap) {
    auto step =
        with_alternate(holds("hard", 30s, Sides::both, 2), holds("easy", 20s, Sides::both, 2));
    step.gap = 0s;
    Performance session(session_of({step}));
    session.resume();
    session.wait(10s + 30s + 5s);
    session.press(Key::easier);
    EXPECT_EQ(session.place(), "1/2/B/1");
    EXPECT_EQ(session.player.phase, Phase::getting_ready);
    EXPECT_EQ(session.left(), 5s);
}

TEST(PlayerEasier, GoesOnWhereTheHarderOneWasLeft) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.wait(10s + 30s + 5s + 30s + 5s + 3s);  // the left side's second set
    session.press(Key::easier);
    EXPECT_EQ(path(current_set(session.player).key), "1/2/L");
}

TEST(PlayerEasier, GoesOnWithTheLastSetOfThatSideWhereItHasFewer) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each)));
    session.resume();
    session.wait(10s + 3 * (30s + 5s) + 3s);  // the right side's second set
    ASSERT_EQ(session.place(), "1/2/R/1");
    session.press(Key::easier);
    EXPECT_EQ(path(current_set(session.player).key), "1/1/R");
}

TEST(PlayerEasier, IsAnotherExerciseWhoseAttemptsAreItsOwn) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each)));
    session.resume();
    session.wait(10s + 3 * (30s + 5s) + 3s);
    session.press(Key::easier);
    session.run_out();
    const Results ended = results(session.events);
    EXPECT_EQ(ended.at({{1, 1, Side::right}, "hard"}).credit, 30s);
    EXPECT_EQ(ended.at({{1, 1, Side::right}, "easy"}).credit, 20s);
}

TEST(PlayerEasier, IsNotCreditedWithWhatWasDoneOfTheHarderOneBeforeIt) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each)));
    session.resume();
    session.wait(10s + 30s + 2s);
    session.press(Key::easier);  // on the right side
    session.press(Key::back);
    session.press(Key::back);  // and the left side too
    session.wait_for_get_ready();
    session.wait(3s);
    session.press(Key::next);
    const Results ended = results(session.events);
    EXPECT_EQ(ended.at({{1, 1, Side::left}, "hard"}).credit, 30s);
    EXPECT_EQ(ended.at({{1, 1, Side::left}, "easy"}).credit, 3s);
}

TEST(PlayerEasier, KeepsItsAttemptWhenASkipIsUndone) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.wait(10s + 3 * (30s + 5s) - 2s);  // before the right side's second set
    session.press(Key::easier);
    for (int i = 0; i < 3; ++i) session.press(Key::back);  // to its first set
    session.skip_to_work();
    session.press(Key::next);
    session.skip_to_work();  // the left side's second set
    ASSERT_EQ(session.place(), "1/2/L/1");
    session.wait(4s);
    session.press(Key::undo);
    session.skip_to_work();
    session.wait(1s);
    session.finish();
    EXPECT_EQ(results(session.events).at({{1, 2, Side::left}, "easy"}).credit, 4s);
}

TEST(PlayerEasier, GivesSetsAStatusThatItHasMoreOf) {
    auto step = with_alternate(holds("hard", 30s, Sides::each), holds("easy", 20s, Sides::each, 2));
    step.order = SideOrder::each_side;
    Performance session(session_of({step}));
    session.resume();
    session.wait(10s + 30s + 5s + 3s);  // the right side; the left's second set lies behind
    session.press(Key::easier);
    session.run_out();
    EXPECT_EQ(result_of(session.events, "1/2/L").status, SetStatus::not_reached);
    EXPECT_EQ(result_of(session.events, "1/2/R").status, SetStatus::done);
}

TEST(PlayerEasier, MayHaveOtherSides) {
    Performance session(with_one_easier(reps("easy", 6, 5s, Sides::alternate)));
    session.resume();
    session.wait(10s + 30s + 5s + 12s);
    session.press(Key::easier);
    EXPECT_EQ(path(current_set(session.player).key), "1/1/B");
    session.run_out();
    const Results ended = results(session.events);
    EXPECT_EQ(ended.at({{1, 1, Side::left}, "hard"}).credit, 30s);
    EXPECT_EQ(ended.at({{1, 1, Side::right}, "hard"}).credit, 12s);
    EXPECT_EQ(ended.at({{1, 1, Side::both}, "easy"}).reps, 6);
    EXPECT_EQ(session.player.phase, Phase::finished);
}

TEST(PlayerEasier, SaysSoWhenNoneIsLeft) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.press(Key::easier);
    session.wait(3s);
    const Millis left = session.left();
    session.press(Key::easier);
    EXPECT_EQ(all<Easier>(session.events).size(), 1U);
    EXPECT_EQ(all<NothingEasier>(session.events).size(), 1U);
    EXPECT_EQ(session.left(), left) << "and goes on undisturbed";
}

TEST(PlayerEasier, LeavesOtherStepsAsTheyAre) {
    Performance session(with_one_easier(holds("easy", 20s, Sides::each, 2)));
    session.resume();
    session.press(Key::easier);
    session.run_out();
    EXPECT_EQ(result_of(session.events, "2/1/B").credit, 8s);
}

TEST(PlayerEasier, DoesNotBreakOffASessionThatItWouldMakeTooLong) {
    Performance session(session_of(
        {with_alternate(holds("hard", 30s), holds("easy", 10min)), holds("b", 2h + 55min)}));
    session.resume();
    session.press(Key::easier);
    EXPECT_EQ(all<NothingEasier>(session.events).size(), 1U);
    EXPECT_EQ(session.place(), "1/1/B/ready");
}

TEST(PlayerEasier, StillAsksAfterEachExercise) {
    Performance session(with_one_easier(holds("easy", 20s)), AskPeak::after_each_exercise);
    session.resume();
    session.press(Key::easier);
    session.run_out();
    EXPECT_EQ(session.place(), "1/1/B/ask");
}

// It hurts.

TEST(PlayerStopExercise, GoesToTheNextExercise) {
    Performance session(with_one_easier(holds("easy", 20s)));
    session.resume();
    session.wait(10s + 12s);
    session.press(Key::hurts);
    session.stop_exercise();
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(session.player.phase, Phase::running);
}

TEST(PlayerStopExercise, CutsTheSetUnderWayAndSkipsTheOthersForPain) {
    Performance session(with_one_easier(holds("easy", 20s)));
    session.resume();
    session.wait(10s + 12s);
    session.press(Key::hurts);
    session.stop_exercise();
    const SetProgress cut = result_of(session.events, "1/1/L");
    EXPECT_EQ(cut.status, SetStatus::partial);
    EXPECT_EQ(cut.credit, 12s);
    EXPECT_EQ(cut.reason, StopReason::pain);
    for (const std::string set : {"1/1/R", "1/2/L", "1/2/R"}) {
        EXPECT_EQ(result_of(session.events, set).status, SetStatus::skipped) << set;
        EXPECT_EQ(result_of(session.events, set).reason, StopReason::pain) << set;
    }
}

TEST(PlayerStopExercise, LeavesSetsDoneThatWereDone) {
    Performance session(with_one_easier(holds("easy", 20s)));
    session.resume();
    session.wait(10s + 30s + 5s + 12s);
    session.press(Key::back);
    session.press(Key::back);  // to the left side again
    session.stop_exercise();
    EXPECT_EQ(result_of(session.events, "1/1/L").status, SetStatus::done);
    EXPECT_EQ(result_of(session.events, "1/1/R").credit, 12s);
}

TEST(PlayerStopExercise, EndsTheSessionFromItsLastExercise) {
    Performance session(session_of({holds("a", 30s, Sides::each)}));
    session.resume();
    session.wait(22s);
    session.press(Key::hurts);
    session.stop_exercise();
    EXPECT_EQ(session.player.phase, Phase::finished);
    EXPECT_EQ(result_of(session.events, "1/1/R").status, SetStatus::skipped);
}

TEST(PlayerStopExercise, GoesOnFromAQuestionWithoutTouchingWhatIsDone) {
    Performance session(session_of({holds("a", 8s), holds("b", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    session.stop_exercise();
    EXPECT_EQ(session.place(), "2/1/B/ready");
    EXPECT_EQ(all<SetEnded>(session.events).size(), 1U);
}

TEST(PlayerStopExercise, CreditsNothingOfATimeThatNobodySaw) {
    Performance session(with_one_easier(holds("easy", 20s)));
    session.resume();
    session.wait(10s + 12s);
    session.now.time += 10s;
    session.stop_exercise();
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 12s);
    EXPECT_EQ(session.active(), 22s);
}

// The end.

/// Each set exactly once at the end of a session, with the reason that was given.
void expect_statuses(const Performance& session, const Lines& expected) {
    Lines found;
    for (const auto& [set, progress] : results(session.events)) {
        found.push_back(path(set.first) + " " + std::string(word(progress.status)));
    }
    EXPECT_EQ(found, expected);
}

Performance begun(Millis after) {
    Performance session(session_of({holds("a", 30s, Sides::each), holds("b", 8s)}));
    session.resume();
    session.wait(after);
    return session;
}

TEST(PlayerFinish, ReachesNothingBeforeItBegins) {
    Performance session(session_of({holds("a", 30s, Sides::each), holds("b", 8s)}));
    session.finish();
    expect_statuses(session, {"1/1/L not_reached", "1/1/R not_reached", "2/1/B not_reached"});
    EXPECT_EQ(session.player.phase, Phase::finished);
}

TEST(PlayerFinish, ReachesNothingInTheFirstGap) {
    Performance session = begun(3s);
    session.finish();
    expect_statuses(session, {"1/1/L not_reached", "1/1/R not_reached", "2/1/B not_reached"});
}

TEST(PlayerFinish, CutsTheSetUnderWay) {
    Performance session = begun(22s);
    session.finish(StopReason::time);
    expect_statuses(session, {"1/1/L partial", "1/1/R not_reached", "2/1/B not_reached"});
    EXPECT_EQ(result_of(session.events, "1/1/L").reason, StopReason::time);
    EXPECT_EQ(result_of(session.events, "2/1/B").reason, StopReason::time);
}

TEST(PlayerFinish, LeavesDoneWhatIsDone) {
    Performance session = begun(42s);
    session.finish(StopReason::tired);
    expect_statuses(session, {"1/1/L done", "1/1/R not_reached", "2/1/B not_reached"});
    EXPECT_EQ(result_of(session.events, "1/1/L").reason, std::nullopt);
}

TEST(PlayerFinish, WorksInAPause) {
    Performance session = begun(22s);
    session.press(Key::pause);
    session.wait(1h);
    session.press(Key::quit);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 12s);
}

TEST(PlayerFinish, WorksInAGetReady) {
    Performance session = begun(22s);
    session.press(Key::pause);
    session.press(Key::pause);
    session.wait(2s);
    session.press(Key::quit);
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 12s);
}

TEST(PlayerFinish, KeepsSkippedApartFromNotReached) {
    Performance session = begun(3s);
    session.skip_to_work();
    session.press(Key::next);
    session.finish();
    expect_statuses(session, {"1/1/L skipped", "1/1/R not_reached", "2/1/B not_reached"});
}

TEST(PlayerFinish, KeepsTheRepsBetweenTwoHolds) {
    Performance session(session_of({pulses("a", 5, 10s, 2s)}));
    session.resume();
    session.wait(10s + 12s + 11s);  // letting go for the second time
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/B").reps, 2);
    EXPECT_EQ(result_of(session.events, "1/1/B").credit, 20s);
    EXPECT_EQ(result_of(session.events, "1/1/B").status, SetStatus::partial);
}

TEST(PlayerFinish, IsNotCompletion) {
    Performance session = begun(22s);
    session.finish();
    EXPECT_FALSE(all<Finished>(session.events).at(0).completed);
}

TEST(PlayerFinish, IsCompletionWhenNothingWasLeftToDo) {
    Performance session(session_of({holds("a", 8s)}), AskPeak::after_each_exercise);
    session.resume();
    session.run_out();
    session.finish();
    EXPECT_TRUE(all<Finished>(session.events).at(0).completed);
}

TEST(PlayerFinish, HappensOnce) {
    Performance session = begun(22s);
    session.finish();
    session.finish();
    session.press(Key::quit);
    EXPECT_EQ(all<Finished>(session.events).size(), 1U);
}

TEST(PlayerFinish, LeavesNothingForOtherKeysToDo) {
    Performance session = begun(22s);
    session.finish();
    const std::size_t so_far = session.events.size();
    for (const Key key : {Key::pause, Key::next, Key::back, Key::more_time, Key::easier, Key::hurts,
                          Key::undo, Key::quit}) {
        session.press(key);
    }
    EXPECT_EQ(session.events.size(), so_far);
}

TEST(PlayerFinish, CreditsNothingOfATimeThatNobodySaw) {
    Performance session = begun(22s);
    session.now.time += 10min;
    session.finish();
    EXPECT_EQ(result_of(session.events, "1/1/L").credit, 12s);
}

}  // namespace
}  // namespace hipflow::session
