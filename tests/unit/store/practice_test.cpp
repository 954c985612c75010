// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "coach/guidance.h"
#include "samples.h"
#include "store/schema.h"
#include "store/store.h"

namespace hipflow::store {
namespace {

namespace fs = std::filesystem;
using namespace samples;

/// The n-th day of November, at half past seven.
std::string morning(int n) {
    std::string at = "2026-11-01T07:30:00+01:00";
    at.replace(8, 2, n < 10 ? "0" + std::to_string(n) : std::to_string(n));
    return at;
}

PerformedSet set_of(const std::string& session, const std::string& exercise, int number = 1) {
    PerformedSet set = performed_set(session + exercise + std::to_string(number), session);
    set.exercise = set.planned_exercise = exercise;
    set.set_no = number;
    set.started_at = now + std::chrono::seconds(number);
    return set;
}

PerformedSet stopped(PerformedSet set, Millis actual = 5s) {
    set.actual = actual;
    set.status = SetStatus::partial;
    set.reason = StopReason::pain;
    return set;
}

coach::Practice practice(const Store& store, const std::string& exercise = "a") {
    const auto known = store.practice_of({exercise});
    const auto found = known.find(exercise);
    return found == known.end() ? coach::Practice{} : found->second;
}

/// One session a day with a set of "a", the first `times` days of the month.
void practise(Store& store, int times) {
    for (int day = 1; day <= times; ++day) {
        const std::string id = "s" + std::to_string(day);
        put(store, session(id, morning(day)), set_of(id, "a"));
    }
}

TEST(Practice, CountsTheSessionsThatHeldAnExercise) {
    Store store = empty_store();
    EXPECT_TRUE(store.practice_of({"a"}).empty());
    practise(store, 3);
    put(store, set_of("s3", "a", 2));  // the same session
    EXPECT_EQ(practice(store), (coach::Practice{3, day("2026-11-03"), false}));
    EXPECT_TRUE(store.practice_of({"b"}).empty());
    EXPECT_EQ(store.practice_of({"a", "b"}).size(), 1U);
}

TEST(Practice, CountsOnlyWhatWasDoneAtLeastHalf) {
    Store store = empty_store();
    put(store, session("s1", morning(1)), stopped(set_of("s1", "a"), 19s));
    EXPECT_EQ(practice(store).times, 0);
    PerformedSet half = set_of("s1", "a", 2);
    half.status = SetStatus::partial;
    half.actual = 20s;
    put(store, half);
    EXPECT_EQ(practice(store).times, 1);
}

TEST(Practice, CountsAnOpenEndedSetThatWasDone) {
    Store store = empty_store();
    PerformedSet open = set_of("s1", "a");
    open.planned = open.actual = 0s;
    put(store, session("s1", morning(1)), open);
    EXPECT_EQ(practice(store).times, 1);
}

TEST(Practice, LeavesOutSessionsThatWereTypedInOrDiscarded) {
    Store store = empty_store();
    Session reported = session("s1", morning(1));
    reported.source = Source::reported;
    put(store, reported, set_of("s1", "a"));
    Session discarded = session("s2", morning(2));
    discarded.status = SessionStatus::discarded;
    put(store, discarded, set_of("s2", "a"));
    EXPECT_TRUE(store.practice_of({"a"}).empty());
    EXPECT_EQ(store.timed_sessions(3), 0);
}

TEST(Practice, ForgetsWhatIsRemovedAndKnowsWhatComesBack) {
    Store store = empty_store();
    practise(store, 2);
    Session removed = *store.session("s2");
    removed.status = SessionStatus::discarded;
    put(store, removed);
    EXPECT_EQ(practice(store), (coach::Practice{1, day("2026-11-01"), false}));
    ASSERT_TRUE(store.undo(now));
    EXPECT_EQ(practice(store).times, 2);
    del(store, "performed_set", set_of("s2", "a"));
    EXPECT_EQ(practice(store).times, 1);
    EXPECT_TRUE(store.faults().empty());
}

TEST(Practice, KnowsWhetherTheLastSetWasStoppedForPain) {
    Store store = empty_store();
    practise(store, 3);
    put(store, session("s4", morning(4)), set_of("s4", "a"), stopped(set_of("s4", "a", 2)));
    EXPECT_EQ(practice(store), (coach::Practice{4, day("2026-11-04"), true}));
    put(store, set_of("s4", "a", 3));  // and went on after it
    EXPECT_FALSE(practice(store).stopped_for_pain);
    put(store, session("s5", morning(5)), stopped(set_of("s5", "a")));
    EXPECT_EQ(practice(store), (coach::Practice{4, day("2026-11-04"), true}));
    put(store, session("s6", morning(6)), set_of("s6", "a"));
    EXPECT_EQ(practice(store), (coach::Practice{5, day("2026-11-06"), false}));
}

TEST(Practice, KnowsAnExerciseThatWasStoppedInItsRest) {
    Store store = empty_store();
    PerformedSet skipped = set_of("s1", "a", 2);
    skipped.status = SetStatus::skipped;
    skipped.actual = 0s;
    skipped.reason = StopReason::pain;
    skipped.started_at.reset();
    put(store, session("s1", morning(1)), set_of("s1", "a"), skipped);
    EXPECT_TRUE(practice(store).stopped_for_pain);
}

// Where a session is broken off for pain, the exercises after it have not hurt.
TEST(Practice, DoesNotBlameWhatWasNotReached) {
    Store store = empty_store();
    practise(store, 1);
    PerformedSet unreached = set_of("s2", "a");
    unreached.status = SetStatus::not_reached;
    unreached.actual = 0s;
    unreached.reason = StopReason::pain;
    unreached.started_at.reset();
    put(store, session("s2", morning(2)), unreached);
    EXPECT_EQ(practice(store), (coach::Practice{1, day("2026-11-01"), false}));
}

TEST(Practice, CountsTimedSessionsUpToALimit) {
    Store store = empty_store();
    Session empty = session("s0", morning(20));
    empty.done = 0s;
    put(store, empty);
    EXPECT_EQ(store.timed_sessions(3), 0);
    practise(store, 2);
    EXPECT_EQ(store.timed_sessions(3), 2);
    practise(store, 5);
    EXPECT_EQ(store.timed_sessions(3), 3);
}

// The migration fills the table exactly as the sets do.
TEST(Practice, IsKnownOfAHistoryFromBeforeItWasListed) {
    const TempFolder folder;
    const DatabaseFile file = folder.database();
    coach::Practices kept;
    const std::vector<std::string> both = {"a", "b"};
    {
        Store store = Store::open(file);
        practise(store, 3);
        put(store, session("s4", morning(4)), set_of("s4", "a"), stopped(set_of("s4", "b")));
        Session reported = session("s5", morning(5));
        reported.source = Source::reported;
        put(store, reported, set_of("s5", "a"));
        kept = store.practice_of(both);
    }
    EXPECT_EQ(kept.at("a").times, 4);
    EXPECT_TRUE(kept.at("b").stopped_for_pain);
    {
        SQLite::Database db(file.path.string(), SQLite::OPEN_READWRITE);
        db.exec("DROP TABLE practised");
        db.exec("DROP TABLE practised_times");
        for (const char* later : {"exercises", "more_reps"}) {
            db.exec(std::string("ALTER TABLE checkpoint DROP COLUMN ") + later);
        }
        db.exec("ALTER TABLE pain_score DROP COLUMN furthest");
        db.exec("ALTER TABLE performed_set DROP COLUMN load");
        db.exec("ALTER TABLE schedule DROP COLUMN routine");
        db.exec("PRAGMA user_version = 6");
    }
    const Store store = Store::open(file);
    EXPECT_EQ(store.practice_of(both), kept);
    EXPECT_TRUE(store.faults().empty());
}

}  // namespace
}  // namespace hipflow::store
