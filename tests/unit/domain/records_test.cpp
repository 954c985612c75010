// SPDX-License-Identifier: MIT
#include "domain/records.h"

#include <gtest/gtest.h>

namespace hipflow {
namespace {

using namespace std::chrono_literals;

Session session_with(SessionStatus status, Millis done) {
    Session session;
    session.status = status;
    session.planned = 600s;
    session.done = done;
    return session;
}

TEST(Kept, NeedsFourFifthsOfThePlannedWork) {
    EXPECT_TRUE(kept(session_with(SessionStatus::partial, 480s)));
    EXPECT_FALSE(kept(session_with(SessionStatus::partial, 479'999ms)));
    EXPECT_FALSE(kept(session_with(SessionStatus::completed, 479'999ms)))
        << "skipping to the end is not doing";
}

TEST(Kept, IsASessionThatStoppedForPain) {
    Session session = session_with(SessionStatus::partial, 0s);
    session.reason = StopReason::pain;
    EXPECT_TRUE(kept(session));
}

TEST(Kept, IsNotASessionThatStoppedForTime) {
    Session session = session_with(SessionStatus::partial, 100s);
    session.reason = StopReason::time;
    EXPECT_FALSE(kept(session));
}

TEST(Kept, IsRestThatTheGateAskedFor) {
    EXPECT_TRUE(kept(session_with(SessionStatus::rested, 0s)));
}

TEST(Kept, IsNothingThatWasDiscarded) {
    Session session = session_with(SessionStatus::discarded, 600s);
    session.reason = StopReason::pain;
    EXPECT_FALSE(kept(session));
}

TEST(Kept, IsNotASessionThatStillRuns) {
    EXPECT_FALSE(kept(session_with(SessionStatus::in_progress, 600s)));
}

}  // namespace
}  // namespace hipflow
