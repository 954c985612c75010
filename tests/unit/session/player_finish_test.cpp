// SPDX-License-Identifier: MIT
// What the end of a session leaves of each set.
#include <gtest/gtest.h>

#include "session/player.h"
#include "support/sessions.h"

namespace hipflow::session {
namespace {

using namespace support;
using Lines = std::vector<std::string>;

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
