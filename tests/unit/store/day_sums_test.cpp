// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "samples.h"
#include "store/store.h"

namespace hipflow::store {
namespace {

using namespace samples;

DayTotals only_day(const Store& store) {
    const auto days = store.day_totals({});
    EXPECT_EQ(days.size(), 1U);
    return days.empty() ? DayTotals{} : days.front();
}

Session session_with_end(const std::string& id, std::string_view started) {
    Session made = session(id, started);
    made.ended_at = made.started.at + 12min;
    return made;
}

TEST(DaySums, AddUpTheSessionsOfADay) {
    Store store = empty_store();
    put(store, session("s1"), session("s2", "2026-11-22T19:00:00+01:00"),
        performed_set("p1", "s2"));
    const auto totals = only_day(store);
    EXPECT_EQ(totals.local_day, day("2026-11-22"));
    EXPECT_EQ(totals.sessions, 2);
    EXPECT_EQ(totals.planned, 20min);
    EXPECT_EQ(totals.done, 9min + 35s);
    EXPECT_EQ(totals.active, 24min);
    EXPECT_EQ(totals.sets, 1);
    EXPECT_EQ(totals.kept, 1);
}

TEST(DaySums, CountASessionUnderWayOnceASetIsDone) {
    Store store = empty_store();
    Session running = session("s1");
    running.status = SessionStatus::in_progress;
    auto skipped = performed_set("p1", "s1");
    skipped.status = SetStatus::skipped;
    put(store, running, skipped);
    EXPECT_TRUE(store.day_totals({}).empty());
    put(store, performed_set("p2", "s1", 2));
    EXPECT_EQ(only_day(store).sessions, 1);
    EXPECT_EQ(only_day(store).kept, 0);
}

TEST(DaySums, CountRestAsKeptButNotAsASession) {
    Store store = empty_store();
    Session rested = session("s1");
    rested.status = SessionStatus::rested;
    put(store, rested);
    EXPECT_EQ(only_day(store).kept, 1);
    EXPECT_EQ(only_day(store).sessions, 0);
    EXPECT_EQ(only_day(store).planned, 0s);
}

TEST(DaySums, CountNothingThatWasDiscardedButItsScores) {
    Store store = empty_store();
    Session discarded = session("s1");
    discarded.status = SessionStatus::discarded;
    put(store, discarded, reading("r1", Moment::before, 4, "s1"),
        reading("r2", Moment::after, 5, "s1"));
    const auto totals = only_day(store);
    EXPECT_EQ(totals.sessions, 0);
    EXPECT_EQ(totals.before, (ScoreSum{1, 4}));
    EXPECT_EQ(totals.after, (ScoreSum{1, 5}));
    EXPECT_EQ(totals.pair, PairedScores{});
}

TEST(DaySums, DoNotKeepWhatDoesNotCountForTheSchedule) {
    Store store = empty_store();
    Session reset = session("s1");
    reset.counts = false;
    put(store, reset);
    EXPECT_EQ(only_day(store).sessions, 1);
    EXPECT_EQ(only_day(store).kept, 0);
}

TEST(DaySums, TakeTheHighestOfSeveralSitesAsOneAnswer) {
    Store store = empty_store();
    put(store, session("s1"), reading("r1", Moment::before, 2, "s1"),
        reading("r2", Moment::before, 5, "s1"), reading("r3", Moment::after, 3, "s1"),
        reading("r4", Moment::peak, 6, "s1"), reading("r5", Moment::peak, 4, "s1"));
    const auto totals = only_day(store);
    EXPECT_EQ(totals.before, (ScoreSum{1, 5}));
    EXPECT_EQ(totals.peak, (ScoreSum{1, 6}));
    EXPECT_EQ(totals.pair, (PairedScores{1, 5, 3}));
}

TEST(DaySums, PairOnlySessionsWithBothScores) {
    Store store = empty_store();
    put(store, session("s1"), reading("r1", Moment::before, 2, "s1"), session("s2"),
        reading("r2", Moment::after, 1, "s2"));
    EXPECT_EQ(only_day(store).pair.n, 0);
}

TEST(DaySums, AddUpTheChangesOfScoresThatWereEnteredAtTheTime) {
    Store store = empty_store();
    const Session ended = session_with_end("s1", "2026-11-22T07:30:00+01:00");
    Change change;
    change.now = ended.started.at + 1min;
    change.put = {ended, reading("r1", Moment::before, 5, "s1")};
    store.commit(change);
    change.now = *ended.ended_at + 15min;
    change.put = {reading("r2", Moment::after, 2, "s1")};
    store.commit(change);
    EXPECT_EQ(only_day(store).change, (ChangeSum{1, -3, 9, 0}));
    EXPECT_EQ(only_day(store).pair, (PairedScores{1, 5, 2}));

    const Session other = session_with_end("s2", "2026-11-22T19:00:00+01:00");
    change.now = *other.ended_at + 16min;
    change.put = {other, reading("r3", Moment::before, 1, "s2"),
                  reading("r4", Moment::after, 9, "s2")};
    store.commit(change);
    EXPECT_EQ(only_day(store).change.n, 1);
    EXPECT_EQ(only_day(store).pair.n, 2);
}

TEST(DaySums, TakeTheMiddleAnswerBeforeSessionsAsTheScoreOfTheDay) {
    Store store = empty_store();
    put(store, reading("c1", Moment::checkin, 9));
    EXPECT_EQ(only_day(store).score, 9);
    put(store, session("s1"), reading("r1", Moment::before, 2, "s1"),
        reading("r2", Moment::before, 4, "s1"), session("s2"),
        reading("r3", Moment::before, 7, "s2"), reading("r4", Moment::after, 8, "s2"));
    EXPECT_EQ(only_day(store).score, 5.5);
}

TEST(DaySums, HaveNoScoreWithoutAnAnswer) {
    Store store = empty_store();
    put(store, session("s1"), reading("r1", Moment::after, 4, "s1"));
    EXPECT_EQ(only_day(store).score, std::nullopt);
}

TEST(DaySums, CountEachCheckInAndItsSitesOnce) {
    Store store = empty_store();
    put(store, reading("r1", Moment::checkin, 2), reading("r2", Moment::checkin, 3),
        reading("r3", Moment::checkin, 1, {}, "2026-11-22T18:00:00+01:00"));
    EXPECT_EQ(only_day(store).checkin, (ScoreSum{2, 4}));
}

TEST(DaySums, GiveAMorningScoreToTheDayItFollows) {
    Store store = empty_store();
    auto morning = reading("r1", Moment::morning, 3);
    morning.for_day = day("2026-11-21");
    put(store, morning);
    EXPECT_EQ(only_day(store).local_day, day("2026-11-21"));
    EXPECT_EQ(only_day(store).morning, (ScoreSum{1, 3}));
}

TEST(DaySums, FollowASessionThatIsMovedToAnotherDay) {
    Store store = empty_store();
    put(store, session("s1"), reading("r1", Moment::before, 2, "s1"));
    put(store, session("s1", "2026-11-20T07:30:00+01:00"));
    EXPECT_EQ(only_day(store).local_day, day("2026-11-20"));
    EXPECT_EQ(only_day(store).before, (ScoreSum{1, 2}));
}

TEST(DaySums, FollowASetThatIsMovedToAnotherSession) {
    Store store = empty_store();
    put(store, session("s1"), session("s2", "2026-11-20T07:30:00+01:00"),
        performed_set("p1", "s1"));
    put(store, performed_set("p1", "s2"));
    EXPECT_EQ(store.session("s1")->done, 9min);
    EXPECT_EQ(store.session("s2")->done, 35s);
    const auto days = store.day_totals({});
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].sets, 1);
    EXPECT_EQ(days[1].sets, 0);
}

TEST(DaySums, VanishWithTheLastThingOfADay) {
    Store store = empty_store();
    const auto score = reading("r1", Moment::checkin, 2);
    put(store, score);
    del(store, "pain_score", score);
    EXPECT_TRUE(store.day_totals({}).empty());
}

TEST(DaySums, OfOneRoutineAreThoseOfItsSessions) {
    Store store = empty_store();
    Session other = session("s2");
    other.routine = "desk-reset";
    put(store, session("s1"), reading("r1", Moment::before, 2, "s1"), other,
        reading("r2", Moment::before, 7, "s2"), reading("r3", Moment::checkin, 9));
    const auto days = store.day_totals({.routine = "hip-rotation"});
    ASSERT_EQ(days.size(), 1U);
    EXPECT_EQ(days[0].sessions, 1);
    EXPECT_EQ(days[0].before, (ScoreSum{1, 2}));
    EXPECT_EQ(days[0].checkin, ScoreSum{});
    EXPECT_TRUE(store.day_totals({.routine = "gentle-day"}).empty());
}

TEST(DaySums, AreAnsweredForInclusiveDaysOldestFirst) {
    Store store = empty_store();
    put(store, session("s1", "2026-11-20T07:00:00+01:00"),
        session("s2", "2026-11-21T07:00:00+01:00"), session("s3", "2026-11-22T07:00:00+01:00"));
    const auto days = store.day_totals({.since = day("2026-11-20"), .until = day("2026-11-21")});
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].local_day, day("2026-11-20"));
    EXPECT_EQ(days[1].local_day, day("2026-11-21"));
}

}  // namespace
}  // namespace hipflow::store
