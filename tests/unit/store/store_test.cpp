// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/error.h"
#include "samples.h"

namespace hipflow::store {
namespace {

using namespace samples;

TEST(Store, GivesBackWhatWasCommitted) {
    Store store = empty_store();
    Session planned = session("s1");
    planned.note = "stiff";
    const auto set = performed_set("p1", "s1");
    const auto before = reading("r1", Moment::before, 4, "s1");
    const auto sharp = symptom("y1", SymptomKind::sharp, "s1");
    put(store, planned, set, before, sharp);
    planned.done = set.actual;  // the sum over its sets
    EXPECT_EQ(store.session("s1"), planned);
    EXPECT_EQ(store.sets_of("s1"), std::vector{set});
    EXPECT_EQ(store.readings_of("s1"), std::vector{before});
    EXPECT_EQ(store.symptoms_of("s1"), std::vector{sharp});
}

TEST(Store, TakesTheRecordsOfAChangeInAnyOrder) {
    Store store = empty_store();
    put(store, performed_set("p1", "s1"), session("s1"));
    EXPECT_EQ(store.sets_of("s1").size(), 1U);
}

TEST(Store, KeepsAllOfAChangeOrNothing) {
    Store store = empty_store();
    auto wrong = performed_set("p1", "s1");
    wrong.level = 0;  // against a CHECK
    EXPECT_THROW(put(store, session("s1"), wrong), Error);
    EXPECT_FALSE(store.session("s1"));
    EXPECT_TRUE(store.day_totals({}).empty());
    EXPECT_TRUE(store.faults().empty());
}

TEST(Store, VisitsWhatBecameOfExercisesSessionBySession) {
    Store store = empty_store();
    Session earlier = session("s1", "2026-11-20T07:30:00+01:00");
    Session other = session("s3");
    other.routine = "gentle-day";
    Session discarded = session("s4");
    discarded.status = SessionStatus::discarded;
    auto hurt = performed_set("p2", "s1", 2);
    hurt.planned_exercise = "glute-bridge";
    hurt.status = SetStatus::skipped;
    hurt.reason = StopReason::pain;
    auto again = performed_set("p3", "s1");
    again.set_no = 2;
    put(store, session("s2"), earlier, other, discarded, performed_set("p1", "s1"), hurt, again,
        performed_set("p4", "s2"), performed_set("p5", "s3"), performed_set("p6", "s4"));
    const auto visited = [&](const Filter& filter) {
        std::vector<std::string> all;
        store.each_outcome(filter, [&](const Outcome& one) {
            all.push_back(one.session + ' ' + one.planned + ' ' + one.exercise +
                          (one.worked ? " worked" : "") + (one.stopped_for_pain ? " pain" : ""));
        });
        return all;
    };
    const std::string stopped = "s1 glute-bridge figure-4-supine pain";
    const std::string first = "s1 figure-4-supine figure-4-supine worked";
    const std::string second = "s2 figure-4-supine figure-4-supine worked";
    std::vector<std::string> all = visited({.routine = "hip-rotation"});
    ASSERT_EQ(all.size(), 3U) << "two sets of an exercise are one outcome";
    EXPECT_EQ(all.back(), second);
    std::ranges::sort(all);
    EXPECT_EQ(all, (std::vector{first, stopped, second}));
    EXPECT_EQ(visited({}).size(), 4U) << "the discarded one is left out";
    EXPECT_EQ(visited({.with_discarded = true}).size(), 5U);
    EXPECT_EQ(visited({.since = day("2026-11-21"), .routine = "hip-rotation"}),
              std::vector{second});
}

TEST(Store, RefusesASetOfNoSession) {
    Store store = empty_store();
    try {
        put(store, performed_set("p1", "nowhere"));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::storage);
    }
}

TEST(Store, RefusesTheSameSetUnderTwoIds) {
    Store store = empty_store();
    put(store, session("s1"), performed_set("p1", "s1"));
    EXPECT_THROW(put(store, performed_set("p2", "s1")), Error);
    EXPECT_EQ(store.sets_of("s1").size(), 1U);
}

TEST(Store, MakesNoFileOfOneInMemoryThatRefuses) {
    Store store = empty_store();
    put(store, session("s1"), performed_set("p1", "s1"));
    EXPECT_THROW(put(store, performed_set("p2", "s1")), Error);
    EXPECT_FALSE(std::filesystem::exists(":memory:"));
}

TEST(Store, CreditsNoMoreThanWasPlanned) {
    Store store = empty_store();
    auto longer = performed_set("p1", "s1");
    longer.actual = 90s;
    put(store, session("s1"), longer, performed_set("p2", "s1", 2));
    EXPECT_EQ(store.session("s1")->done, 40s + 35s);
}

TEST(Store, GoesBackToTheReportedWorkWhenTheLastSetIsRemoved) {
    Store store = empty_store();
    const auto set = performed_set("p1", "s1");
    put(store, session("s1"), set);
    del(store, "performed_set", set);
    EXPECT_EQ(store.session("s1")->done, session("s1").done);
    EXPECT_TRUE(store.sets_of("s1").empty());
}

TEST(Store, PutsAnAmendedRecordInPlaceOfTheOld) {
    Store store = empty_store();
    put(store, session("s1"));
    Session amended = session("s1");
    amended.effort = Effort::hard;
    put(store, amended);
    EXPECT_EQ(store.sessions({}), std::vector{amended});
}

TEST(Store, WillNotRemoveWhatIsNotThere) {
    Store store = empty_store();
    EXPECT_THROW(del(store, "session", session("s1")), Error);
}

TEST(Store, WillNotRemoveASessionThatStillHasSets) {
    Store store = empty_store();
    put(store, session("s1"), performed_set("p1", "s1"));
    EXPECT_THROW(del(store, "session", session("s1")), Error);
    EXPECT_TRUE(store.session("s1"));
}

TEST(Store, RemovesASessionTogetherWithItsSets) {
    Store store = empty_store();
    put(store, session("s1"), performed_set("p1", "s1"));
    Change change;
    change.now = now;
    change.del = {{"session", "s1"}, {"performed_set", "p1"}};
    store.commit(change);
    EXPECT_TRUE(store.sessions({}).empty());
    EXPECT_TRUE(store.faults().empty());
}

TEST(Store, RemembersAPrescriptionOncePerContent) {
    Store store = empty_store();
    std::string hash;
    for (const auto* const id : {"s1", "s2"}) {
        Change change;
        change.now = now;
        Session performed = session(id);
        hash = remember(prescription(), change);
        performed.prescription_hash = hash;
        change.put.emplace_back(performed);
        store.commit(change);
    }
    EXPECT_EQ(store.session("s1")->prescription_hash, store.session("s2")->prescription_hash);
    EXPECT_EQ(store.prescription(hash), prescription());
    EXPECT_FALSE(store.prescription("another"));
}

TEST(Store, ListsSessionsNewestFirst) {
    Store store = empty_store();
    put(store, session("s1", "2026-11-20T07:00:00+01:00"),
        session("s3", "2026-11-22T19:00:00+01:00"), session("s2", "2026-11-22T07:00:00+01:00"));
    const auto all = store.sessions({});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].id, "s3");
    EXPECT_EQ(all[1].id, "s2");
    EXPECT_EQ(all[2].id, "s1");
    EXPECT_EQ(store.last_session()->id, "s3");
}

TEST(Store, FiltersByInclusiveDaysRoutineAndLimit) {
    Store store = empty_store();
    Session other = session("s4", "2026-11-21T12:00:00+01:00");
    other.routine = "desk-reset";
    put(store, session("s1", "2026-11-20T07:00:00+01:00"),
        session("s2", "2026-11-21T07:00:00+01:00"), session("s3", "2026-11-22T07:00:00+01:00"),
        other);
    const auto ids = [&](const Filter& filter) {
        std::string found;
        for (const auto& s : store.sessions(filter)) found += s.id + " ";
        return found;
    };
    EXPECT_EQ(ids({.since = day("2026-11-21")}), "s3 s4 s2 ");
    EXPECT_EQ(ids({.until = day("2026-11-21")}), "s4 s2 s1 ");
    EXPECT_EQ(ids({.routine = "desk-reset"}), "s4 ");
    EXPECT_EQ(ids({.limit = 1}), "s3 ");
}

TEST(Store, LeavesDiscardedSessionsOutUnlessAskedFor) {
    Store store = empty_store();
    Session discarded = session("s1");
    discarded.status = SessionStatus::discarded;
    put(store, discarded);
    EXPECT_TRUE(store.sessions({}).empty());
    EXPECT_EQ(store.sessions({.with_discarded = true}).size(), 1U);
    EXPECT_FALSE(store.last_session());
}

TEST(Store, ListsSetsAsPerformed) {
    Store store = empty_store();
    auto first = performed_set("z", "s1", 1, Side::right);
    first.started_at = now;
    auto second = performed_set("a", "s1", 1, Side::left);
    second.started_at = now + 40s;
    auto never = performed_set("b", "s1", 1, Side::both);
    never.status = SetStatus::not_reached;
    put(store, session("s1"), performed_set("c", "s1", 2), never, second, first);
    std::string order;
    for (const auto& set : store.sets_of("s1")) order += set.id;
    EXPECT_EQ(order, "zabc");
}

TEST(Store, FindsMorningScoresByTheDayTheyFollow) {
    Store store = empty_store();
    auto late = reading("r1", Moment::morning, 3, {}, "2026-11-22T09:00:00+01:00");
    late.for_day = day("2026-11-21");
    const auto own = reading("r2", Moment::morning, 2, {}, "2026-11-21T09:00:00+01:00");
    put(store, late, own, reading("r3", Moment::checkin, 5));
    // One that names no day follows the day before it.
    EXPECT_EQ(store.morning_scores(day("2026-11-20")), (std::vector{late, own}));
    EXPECT_EQ(store.morning_scores(day("2026-11-21")), std::vector{late});
    EXPECT_TRUE(store.morning_scores(day("2026-11-22")).empty());
    EXPECT_EQ(store.morning_scores_of(day("2026-11-20")), std::vector{own});
    EXPECT_EQ(store.morning_scores_of(day("2026-11-21")), std::vector{late});
    EXPECT_TRUE(store.morning_scores_of(day("2026-11-22")).empty());
}

TEST(Store, KnowsTheHighestVersionThatWasAcknowledged) {
    Store store = empty_store();
    EXPECT_FALSE(store.acknowledged("safety"));
    put(store, Acknowledgement{"a1", "safety", 2, now}, Acknowledgement{"a2", "safety", 1, now});
    EXPECT_EQ(store.acknowledged("safety"), 2);
}

TEST(Store, KeepsThePlanOfDaysAndGivesItBackInOrder) {
    auto store = empty_store();
    const ScheduleVersion later{"v2", day("2026-11-15"), "daily", ScheduleSource::own};
    const ScheduleVersion first{"v1", day("2026-11-01"), "mon,wed,fri", ScheduleSource::own};
    const Excuse sick{"e1",         day("2026-11-04"),   day("2026-11-06"),
                      std::nullopt, ExcuseKind::excused, ExcuseReason::sick};
    const Excuse pause{"e2",         day("2026-11-20"),  std::nullopt,
                       std::nullopt, ExcuseKind::paused, std::nullopt};
    const Enrolment enrolment{"n1", "steady-six", day("2026-11-02"), std::nullopt};
    store.commit({.now = now, .put = {later, first, pause, sick, enrolment}});
    EXPECT_EQ(store.schedules(), (std::vector<ScheduleVersion>{first, later}));
    EXPECT_EQ(store.excuses(day("2026-11-06")), (std::vector<Excuse>{sick, pause}));
    EXPECT_EQ(store.excuses(day("2026-11-07")), (std::vector<Excuse>{pause}));
    EXPECT_EQ(store.enrolments(), (std::vector<Enrolment>{enrolment}));
    EXPECT_TRUE(store.faults().empty());
    store.undo(now + 1s);
    EXPECT_TRUE(store.schedules().empty());
}

TEST(Store, KeepsWhatWasMeasured) {
    auto store = empty_store();
    const Activity stairs{"a1", "climbing stairs", day("2026-11-01"), std::nullopt};
    Measurement degrees;
    degrees.id = "m1";
    degrees.movement = Rotation::internal;
    degrees.side = Side::left;
    degrees.position = RotationPosition::seated;
    degrees.trial = 1;
    degrees.value = 32;
    degrees.taken = stamp("2026-11-22T07:30:00+01:00");
    Measurement answer;
    answer.id = "m2";
    answer.kind = Measured::function;
    answer.value = 6;
    answer.activity_id = stairs.id;
    answer.taken = stamp("2026-11-22T07:31:00+01:00");
    store.commit({.now = now, .put = {degrees, answer, stairs}});
    EXPECT_EQ(store.activities(), (std::vector<Activity>{stairs}));
    EXPECT_EQ(store.measurements(Measured::rotation, {}), (std::vector<Measurement>{degrees}));
    EXPECT_EQ(store.measurements(Measured::function, {}), (std::vector<Measurement>{answer}));
    EXPECT_TRUE(store.measurements(Measured::function, {.until = day("2026-11-21")}).empty());
    answer.id = "m3";
    answer.activity_id = "nobody";
    EXPECT_THROW(store.commit({.now = now, .put = {answer}}), Error);
}

TEST(Store, KnowsTheLastWordOnEveryPreference) {
    Store store = empty_store();
    EXPECT_TRUE(store.preferences().empty());
    using enum PreferenceSubject;
    using enum PreferenceRule;
    const Preference avoided{"p1", exercise, "clamshell", avoid, now};
    const Preference allowed{"p2", exercise, "clamshell", allow, now + 1s};
    const Preference knees{"p3", restriction, "knees", has, now};
    put(store, allowed, avoided, knees);
    EXPECT_EQ(store.preferences(), (std::vector<Preference>{allowed, knees}));
    EXPECT_TRUE(store.faults().empty());
}

TEST(Store, RebuildsTheSameTablesFromTheJournal) {
    const TempFolder folder;
    Store store = Store::open(folder.database());
    put(store, session("s1"), performed_set("p1", "s1"), reading("r1", Moment::after, 2, "s1"));
    const auto sessions = store.sessions({});
    const auto days = store.day_totals({});
    store.repair();
    EXPECT_EQ(store.sessions({}), sessions);
    EXPECT_EQ(store.day_totals({}), days);
    EXPECT_TRUE(store.faults().empty());
}

}  // namespace
}  // namespace hipflow::store
