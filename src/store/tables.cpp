// SPDX-License-Identifier: MIT
#include "store/tables.h"

#include <fmt/format.h>

#include <utility>

#include "exchange/kind.h"
#include "store/day_sums.h"
#include "store/rows.h"

namespace hipflow {
namespace {

template <typename R>
std::string upsert_sql() {
    std::vector<std::string> updates;
    for (const auto& name : column_names<R>())
        updates.push_back(fmt::format("{0} = excluded.{0}", name));
    // The first parameter is the id, the first field of every record.
    return fmt::format(
        "INSERT INTO {} ({}, recorded_at) VALUES ({}, (SELECT recorded_at FROM journal WHERE "
        "record_id = ?1 ORDER BY revision LIMIT 1)) ON CONFLICT (id) DO UPDATE SET {}",
        kind<R>, columns<R>(), parameters<R>(), joined(updates));
}

template <typename R>
void upsert(Database& db, const R& record) {
    static const std::string sql = upsert_sql<R>();
    const auto insert = prepared(db, sql);
    Binder visit(*insert);
    fields(record, visit);
    insert->exec();
}

/// The session, and the day that it is on as long as its row stands as it does now.
void touch_session(const Database& db, const std::string& id, Touched& touched) {
    touched.sessions.insert(id);
    const auto row = prepared(db, "SELECT local_day FROM session WHERE id = ?", id);
    if (!row->executeStep()) return;
    Day day{};
    read_value(row->getColumn(0), day);
    touched.days.insert(day);
}

void touch(const Database& db, const PainReading& reading, Touched& touched) {
    touched.days.insert(reading.felt.local_day);
    if (reading.for_day) touched.days.insert(*reading.for_day);
    if (reading.session_id) touch_session(db, *reading.session_id, touched);
}

void touch(const Database& db, const PerformedSet& set, Touched& touched) {
    touch_session(db, set.session_id, touched);
}

/// What stood in the row so far: an amended set may have belonged to another session, an amended
/// score to another day.
template <typename R>
void touch_row(const Database& db, const std::string& id, Touched& touched) {
    if constexpr (std::is_same_v<R, Session>) {
        touch_session(db, id, touched);
    } else if constexpr (std::is_same_v<R, PerformedSet> || std::is_same_v<R, PainReading>) {
        static const std::string sql =
            fmt::format("SELECT {} FROM {} WHERE id = ?", columns<R>(), kind<R>);
        const auto row = prepared(db, sql, id);
        if (const auto before = read_first<R>(*row)) touch(db, *before, touched);
    }
}

/// Which exercises the session's reasons hold the coach's state of (store/schema.cpp, version 4).
void update_coached(Database& db, const std::string& session_id) {
    prepared(db, "DELETE FROM coached WHERE session_id = ?", session_id)->exec();
    prepared(db,
             "INSERT INTO coached SELECT DISTINCT json_extract(state.value, '$.exercise'),"
             " session.started_at, session.id"
             " FROM session, json_each(session.reasons, '$.states') AS state"
             " WHERE session.id = ? AND session.reasons IS NOT NULL"
             " AND json_type(state.value, '$.exercise') = 'text'",
             session_id)
        ->exec();
}

/// Credited work is the sum over the sets; of a session without sets it is as reported, in the
/// newest journal entry.
void settle_session(Database& db, const std::string& id) {
    prepared(db,
             "UPDATE session SET done_ms = coalesce("
             " (SELECT sum(min(actual_ms, planned_ms)) FROM performed_set WHERE session_id = ?1),"
             " (SELECT json_extract(body, '$.done_ms') FROM journal WHERE record_id = ?1"
             "  ORDER BY revision DESC LIMIT 1))"
             " WHERE id = ?1",
             id)
        ->exec();
}

}  // namespace

void put_row(Database& db, const Record& record, Touched& touched) {
    std::visit(
        [&]<typename R>(const R& r) {
            touch_row<R>(db, r.id, touched);
            upsert(db, r);
            touch_row<R>(db, r.id, touched);
            if constexpr (std::is_same_v<R, Session>) update_coached(db, r.id);
        },
        record);
}

void delete_row(Database& db, std::string_view name, const std::string& id, Touched& touched) {
    for_each_kind([&]<typename R>() {
        if (name != kind<R>) return;
        touch_row<R>(db, id, touched);
        prepared(db, fmt::format("DELETE FROM {} WHERE id = ?", kind<R>), id)->exec();
        if constexpr (std::is_same_v<R, Session>) {
            prepared(db, "DELETE FROM checkpoint WHERE session_id = ?", id)->exec();
            update_coached(db, id);
        }
    });
}

bool has_row(const Database& db, std::string_view name, const std::string& id) {
    bool found = false;
    for_each_kind([&]<typename R>() {
        if (name != kind<R>) return;
        found =
            prepared(db, fmt::format("SELECT 1 FROM {} WHERE id = ?", kind<R>), id)->executeStep();
    });
    return found;
}

void settle(Database& db, Touched touched) {
    for (const auto& session : touched.sessions) {
        settle_session(db, session);
        touch_session(db, session, touched);
    }
    for (const auto day : touched.days) update_day(db, day);
}

void empty_tables(Database& db) {
    for_each_kind([&]<typename R>() { db.sqlite.exec(fmt::format("DELETE FROM {}", kind<R>)); });
    db.sqlite.exec("DELETE FROM day");
    db.sqlite.exec("DELETE FROM coached");
}

}  // namespace hipflow
