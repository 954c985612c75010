// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "domain/error.h"
#include "exchange/json.h"
#include "samples.h"
#include "store/database.h"
#include "store/store.h"

// A history in which an older hipflow wrote what it could not read again.

namespace hipflow::store {
namespace {

using namespace samples;
namespace fs = std::filesystem;

/// Writes two sessions, with a set and a score, and between them what a clock at the epoch left.
void lock(const DatabaseFile& file) {
    {
        Store store = Store::open(file);
        put(store, session("s1"), performed_set("p1", "s1"));
        put(store, reading("r1", Moment::before, 3, "s1"));
    }
    open_for_writing(file)->sqlite.exec(R"sql(
        INSERT INTO journal (id, change_id, device, kind, record_id, revision, op, body,
                             recorded_at)
        SELECT 'j-schedule', 'c-schedule', id, 'schedule', 'v1', 1, 'put',
               '{"id":"v1","valid_from":"1969-12-31","rule":"daily","source":"own"}', 600000
        FROM device;
        INSERT INTO schedule (id, valid_from, rule, source, recorded_at)
        VALUES ('v1', '1969-12-31', 'daily', 'own', 600000);
        INSERT INTO journal (id, change_id, device, kind, record_id, revision, op, body,
                             recorded_at)
        SELECT 'j-session', 'c-session', device.id, 'session', 's2', 1, 'put',
               json_set(body, '$.id', 's2', '$.local_day', '1969-12-31',
                        '$.started_at', '1969-12-31T19:10:00.000-05:00', '$.utc_offset_s', -18000,
                        '$.ended_at', '20266-01-01T00:00:00.000-05:00'), -5
        FROM journal, device WHERE record_id = 's1';
        INSERT INTO session SELECT 's2', routine, prescription_hash, program, week, 600000,
               577376640000000, -18000, '1969-12-31', status, gate, override, reason, source,
               counts, reasons, planned_ms, done_ms, active_ms, effort, hurt_more, note, -5
        FROM session WHERE id = 's1';
        INSERT INTO day SELECT '1969-12-31', sessions, kept, planned_ms, done_ms, active_ms, sets,
               before_n, before_sum, peak_n, peak_sum, after_n, after_sum, morning_n, morning_sum,
               checkin_n, checkin_sum, pair_n, pair_before_sum, pair_after_sum, change_n,
               change_sum, change_squares, change_worse, score FROM day;
        INSERT INTO snooze VALUES ('*', 999999999999999);
    )sql");
    Store store = Store::open(file);
    put(store, session("s3", "2026-11-23T07:30:00+01:00"));
}

TEST(Repair, OpensAHistoryThatAClockAtTheEpochLocked) {
    const TempFolder folder;
    lock(folder.database());
    {
        const auto store = Store::open_existing(folder.database());
        for (const auto& said :
             {message_of([&] { store->schedules(); }), message_of([&] { store->sessions({}); }),
              message_of([&] { store->day_totals({}); }),
              message_of([&] { store->snoozed_until(); }), message_of([&] { store->faults(); })}) {
            EXPECT_NE(said.find("'hipflow doctor --repair'"), std::string::npos) << said;
        }
    }
    const std::string before = bytes_of(folder.database().path);
    Store store = Store::open(folder.database());
    EXPECT_EQ(bytes_of(folder.database().path), before);
    const Repaired repaired = store.repair();
    EXPECT_EQ(repaired.changes.size(), 6U);
    EXPECT_EQ(repaired.changes.at(0), "schedule v1: valid_from was 1969-12-31, is 1970-01-01 now");
    EXPECT_EQ(repaired.changes.at(1),
              "session s2: started_at was 1969-12-31T19:10:00.000-05:00, is "
              "1970-01-01T00:00:00.000-05:00 now");
    // The copy is what was there before.
    const auto copy = Store::open_existing({.path = repaired.copy});
    EXPECT_NE(message_of([&] { copy->schedules(); }), "");
    // Nothing is lost: values outside of the ranges are at their edge, the others as they were.
    EXPECT_EQ(store.schedules().at(0).valid_from, day("1970-01-01"));
    const Session moved = *store.session("s2");
    EXPECT_EQ(moved.started.local_day, day("1970-01-01"));
    EXPECT_EQ(moved.started.utc_offset, -5h);
    EXPECT_EQ(format_instant(*moved.ended_at, -5h), "9999-12-31T18:59:59.999-05:00");
    EXPECT_EQ(store.sessions({}).size(), 3U);
    EXPECT_EQ(store.session("s3"), session("s3", "2026-11-23T07:30:00+01:00"));
    EXPECT_EQ(store.sets_of("s1"), std::vector{performed_set("p1", "s1")});
    EXPECT_EQ(store.readings_of("s1").size(), 1U);
    EXPECT_TRUE(store.faults().empty());
    // What was moved can be changed and taken back.
    Session noted = moved;
    noted.note = "The clock was wrong.";
    put(store, noted);
    EXPECT_EQ(store.session("s2")->note, noted.note);
    EXPECT_TRUE(store.undo(samples::now));
    EXPECT_TRUE(store.undo(samples::now));
    EXPECT_TRUE(store.faults().empty());
}

TEST(Repair, SaysSoWhereTheJournalItselfCannotBeRead) {
    const TempFolder folder;
    lock(folder.database());
    open_for_writing(folder.database())
        ->sqlite.exec("UPDATE journal SET body = '{\"id\":7}' WHERE record_id = 's1'");
    Store store = Store::open(folder.database());
    const std::string said = message_of([&] { store.repair(); });
    EXPECT_NE(said.find("in its journal, of session s1"), std::string::npos) << said;
    EXPECT_EQ(said.find("--repair"), std::string::npos) << said;
    // A repair that fails changes nothing.
    EXPECT_NE(message_of([&] { store.schedules(); }), "");
}

TEST(Repair, IsNotNeededWhereTheValueIsRefused) {
    const TempFolder folder;
    Store store = Store::open(folder.database());
    put(store, session("s1"));
    const std::string before = bytes_of(folder.database().path);
    Change change;
    change.now = parse_instant("1970-01-01T00:10:00Z")->at;
    change.put.emplace_back(
        ScheduleVersion{"v1", day("1970-01-01") - std::chrono::days(1), "daily", {}});
    const std::string said = message_of([&] { store.commit(change); });
    EXPECT_EQ(
        said,
        "schedule.valid_from cannot be recorded as 1969-12-31: expected a day from 1970-01-01 "
        "to 9999-12-31. Nothing was saved. The clock of this machine says "
        "1970-01-01T00:10:00.000+00:00: if that is wrong, set date and time, and try again.");
    change.now = samples::now;
    EXPECT_NE(message_of([&] { store.commit(change); }).find("Correct it and try again."),
              std::string::npos);
    EXPECT_EQ(bytes_of(folder.database().path), before);
}

}  // namespace
}  // namespace hipflow::store
