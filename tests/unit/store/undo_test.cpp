// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "domain/error.h"
#include "samples.h"

namespace hipflow::store {
namespace {

using namespace samples;

/// Everything that a change could have touched.
struct Everything {
    std::vector<Session> sessions;
    std::vector<PerformedSet> sets;
    std::vector<PainReading> readings;
    std::vector<DayTotals> days;
    bool operator==(const Everything&) const = default;
};

Everything all_of(const Store& store) {
    return {store.sessions({.with_discarded = true}), store.sets_of("s1"), store.readings_of("s1"),
            store.day_totals({})};
}

TEST(Undo, OfAnEmptyHistoryIsNothing) {
    Store store = empty_store();
    EXPECT_FALSE(store.undo(now));
    EXPECT_FALSE(store.redo(now));
}

TEST(Undo, TakesAWholeChangeBackAndRedoBringsItBack) {
    Store store = empty_store();
    put(store, session("s1"), performed_set("p1", "s1"), reading("r1", Moment::before, 4, "s1"));
    const Everything before = all_of(store);
    const auto step = store.undo(now);
    ASSERT_TRUE(step);
    EXPECT_EQ(step->changes.size(), 3U);
    EXPECT_EQ(all_of(store), Everything{});
    ASSERT_TRUE(store.redo(now));
    EXPECT_EQ(all_of(store), before);
    EXPECT_FALSE(store.redo(now));
    EXPECT_TRUE(store.faults().empty());
}

TEST(Undo, TakesBackAllChangesOfOneCommand) {
    Store store = empty_store();
    for (const auto& record : std::vector<Record>{session("s1"), performed_set("p1", "s1")}) {
        Change change;
        change.now = now;
        change.id = "one command";
        change.put.push_back(record);
        store.commit(change);
    }
    ASSERT_TRUE(store.undo(now));
    EXPECT_EQ(all_of(store), Everything{});
}

TEST(Undo, StepsThroughAmendmentsBothWays) {
    Store store = empty_store();
    std::vector<Everything> states = {all_of(store)};
    for (const auto effort : {Effort::easy, Effort::ok, Effort::hard}) {
        Session amended = session("s1");
        amended.effort = effort;
        put(store, amended);
        states.push_back(all_of(store));
    }
    for (std::size_t i = 3; i-- > 0;) {
        ASSERT_TRUE(store.undo(now));
        EXPECT_EQ(all_of(store), states[i]);
    }
    for (std::size_t i = 1; i <= 3; ++i) {
        ASSERT_TRUE(store.redo(now));
        EXPECT_EQ(all_of(store), states[i]);
    }
    ASSERT_TRUE(store.undo(now));  // what was redone is undone like anything else
    EXPECT_EQ(all_of(store), states[2]);
    ASSERT_TRUE(store.undo(now));
    EXPECT_EQ(all_of(store), states[1]);
    EXPECT_TRUE(store.faults().empty());
}

TEST(Undo, IsForgottenByRedoOnceSomethingElseWasDone) {
    Store store = empty_store();
    put(store, session("s1"));
    store.undo(now);
    put(store, session("s2"));
    EXPECT_FALSE(store.redo(now));
    ASSERT_TRUE(store.undo(now));
    EXPECT_FALSE(store.undo(now));  // s1 is undone already
}

TEST(Undo, OfARemovalBringsEverythingBack) {
    Store store = empty_store();
    put(store, session("s1"), performed_set("p1", "s1"));
    const Everything before = all_of(store);
    Change removal;
    removal.now = now;
    removal.del = {{"performed_set", "p1"}, {"session", "s1"}};
    store.commit(removal);
    ASSERT_TRUE(store.undo(now));
    EXPECT_EQ(all_of(store), before);
}

TEST(Undo, LeavesAcceptedTextsAndPrescriptions) {
    Store store = empty_store();
    Change change;
    change.now = now;
    const std::string hash = remember(prescription(), change);
    change.put.emplace_back(Acknowledgement{"a1", "first-run", 1, now});
    change.put.emplace_back(session("s1"));
    store.commit(change);
    const auto step = store.undo(now);
    ASSERT_TRUE(step);
    EXPECT_EQ(step->changes.size(), 1U);
    EXPECT_TRUE(store.prescription(hash));
    EXPECT_EQ(store.acknowledged("first-run"), 1);
    EXPECT_FALSE(store.undo(now));
}

TEST(Undo, RefusesASessionThatIsNotFinished) {
    Store store = empty_store();
    Session running = session("s1");
    running.status = SessionStatus::in_progress;
    put(store, running);
    EXPECT_THROW(store.undo(now), Error);
    EXPECT_TRUE(store.session("s1"));
}

TEST(Undo, DoesNotReopenASession) {
    Store store = empty_store();
    Session running = session("s1");
    running.status = SessionStatus::in_progress;
    put(store, running);
    Session closed = session("s1");
    closed.status = SessionStatus::discarded;
    closed.ended_at = now;
    put(store, closed);
    ASSERT_TRUE(store.undo(now));
    EXPECT_EQ(store.session("s1")->status, SessionStatus::partial);
    EXPECT_EQ(store.session("s1")->ended_at, now);
    ASSERT_TRUE(store.redo(now));
    EXPECT_EQ(store.session("s1")->status, SessionStatus::discarded);
}

TEST(History, TellsEveryVersionOfASessionAndWhatBelongsToIt) {
    Store store = empty_store();
    put(store, session("other"));
    put(store, session("s1"), performed_set("p1", "s1"));
    Session amended = session("s1");
    amended.note = "stiff";
    put(store, amended, reading("r1", Moment::after, 2, "s1"));
    store.undo(now);
    const auto steps = store.history_of("s1");
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].changes.size(), 2U);
    EXPECT_FALSE(steps[0].changes[0].before);
    EXPECT_EQ(std::get<Session>(*steps[1].changes[0].after).note, "stiff");
    EXPECT_EQ(steps[2].undoes, steps[1].change_id);
    // The last thing of a change is taken back first.
    EXPECT_FALSE(steps[2].changes[0].after);
    EXPECT_FALSE(std::get<Session>(*steps[2].changes[1].after).note);
}

TEST(History, LeavesOutTheSumOfTheSets) {
    Store store = empty_store();
    Session begun = session("s1");
    begun.done = {};
    put(store, begun, performed_set("p1", "s1"));
    Session amended = *store.session("s1");
    ASSERT_NE(amended.done, begun.done);
    amended.note = "stiff";
    put(store, amended);
    const auto fields = store.history_of("s1").back().changes.front().fields;
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_EQ(fields.front().name, "note");
}

TEST(History, ReachesBackToAnAnswerGivenBeforeTheSessionBegan) {
    Store store = empty_store();
    Change asked;
    asked.now = now;
    asked.id = "start";
    asked.put.emplace_back(reading("r1", Moment::before, 4));
    store.commit(asked);
    Change begun;
    begun.now = now;
    begun.id = "start";
    begun.put = {session("s1"), reading("r1", Moment::before, 4, "s1")};
    store.commit(begun);
    const auto steps = store.history_of("s1");
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].changes.size(), 2U);
}

}  // namespace
}  // namespace hipflow::store
