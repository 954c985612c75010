// SPDX-License-Identifier: MIT
#include "store/tables.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <utility>

#include "domain/error.h"
#include "exchange/fields.h"
#include "exchange/json.h"
#include "exchange/recordable.h"
#include "store/failure.h"
#include "store/journal.h"
#include "store/rows.h"

namespace hipflow::store {
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
        exchange::kind<R>, columns<R>(), parameters<R>(), joined(updates));
}

template <typename R>
void upsert(Database& db, const R& record) {
    static const std::string sql = upsert_sql<R>();
    const auto insert = prepared(db, sql);
    Binder visit(*insert);
    exchange::fields(record, visit);
    insert->exec();
}

/// Touches the session and the day that its row names now.
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

/// Touches what the row concerns as it is now. Done before and after a change: an amended set may
/// move to another session, an amended score to another day.
template <typename R>
void touch_row(const Database& db, const std::string& id, Touched& touched) {
    if constexpr (std::is_same_v<R, Session>) {
        touch_session(db, id, touched);
    } else if constexpr (std::is_same_v<R, PerformedSet> || std::is_same_v<R, PainReading>) {
        static const std::string sql = select_sql<R>("WHERE id = ?");
        const auto row = prepared(db, sql, id);
        if (const auto before = read_first<R>(*row)) touch(db, *before, touched);
    }
}

/// Lists the exercises whose coach's state the session's reasons hold (schema.cpp, version 4).
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

/// Lists the exercises of a timed session that were done in it, or stopped for pain (schema.cpp,
/// version 7). Of several sets of an exercise, the one that was begun last tells whether it hurt.
void update_practised(Database& db, const std::string& session_id) {
    // Of what the session added to the counts, nothing stays.
    prepared(db,
             "DELETE FROM practised_times WHERE times = 1 AND exercise IN"
             " (SELECT exercise FROM practised WHERE session_id = ? AND held = 1)",
             session_id)
        ->exec();
    prepared(db,
             "UPDATE practised_times SET times = times - 1 WHERE exercise IN"
             " (SELECT exercise FROM practised WHERE session_id = ? AND held = 1)",
             session_id)
        ->exec();
    prepared(db, "DELETE FROM practised WHERE session_id = ?", session_id)->exec();
    prepared(db,
             "INSERT INTO practised(exercise, started_at, session_id, local_day, held, hurt)"
             " SELECT part.exercise, session.started_at, session.id, session.local_day,"
             "  max(part.status = 'done' OR (part.planned_ms > 0"
             "   AND 2 * part.actual_ms >= part.planned_ms)),"
             "  coalesce((SELECT last.reason = 'pain' FROM performed_set AS last"
             "   WHERE last.session_id = session.id AND last.exercise = part.exercise"
             "   AND (last.status IN ('done', 'partial')"
             "    OR (last.status = 'skipped' AND last.reason = 'pain'))"
             "   ORDER BY last.started_at IS NULL DESC, last.started_at DESC, last.set_no DESC,"
             "    last.side DESC LIMIT 1), 0)"
             " FROM session JOIN performed_set AS part ON part.session_id = session.id"
             " WHERE session.id = ? AND session.source = 'timed'"
             " AND session.status IN ('in_progress', 'completed', 'partial')"
             " AND (part.status IN ('done', 'partial')"
             "  OR (part.status = 'skipped' AND part.reason = 'pain'))"
             " GROUP BY part.exercise",
             session_id)
        ->exec();
    prepared(db,
             "INSERT INTO practised_times(exercise, times)"
             " SELECT exercise, 1 FROM practised WHERE session_id = ? AND held = 1"
             " ON CONFLICT (exercise) DO UPDATE SET times = times + 1",
             session_id)
        ->exec();
}

/// Computes the credited work: the sum over the sets, or, for a session without sets, what its
/// newest journal entry says.
void update_done(Database& db, const std::string& id) {
    prepared(db,
             "UPDATE session SET done_ms = coalesce("
             " (SELECT sum(min(actual_ms, planned_ms)) FROM performed_set WHERE session_id = ?1),"
             " (SELECT json_extract(body, '$.done_ms') FROM journal WHERE record_id = ?1"
             "  ORDER BY revision DESC LIMIT 1))"
             " WHERE id = ?1",
             id)
        ->exec();
}

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

void delete_row(Database& db, std::string_view kind_name, const std::string& id, Touched& touched) {
    exchange::for_each_kind([&]<typename R>() {
        if (kind_name != exchange::kind<R>) return;
        touch_row<R>(db, id, touched);
        prepared(db, fmt::format("DELETE FROM {} WHERE id = ?", exchange::kind<R>), id)->exec();
        if constexpr (std::is_same_v<R, Session>) {
            prepared(db, "DELETE FROM checkpoint WHERE session_id = ?", id)->exec();
            update_coached(db, id);
        }
    });
}

}  // namespace

Record recorded(const JournalEntry& entry) {
    try {
        return exchange::record_from(entry.kind, entry.body.value_or(""));
    } catch (const Error& wrong) {
        throw Damaged(
            fmt::format("in its journal, of {} {}: {}", entry.kind, entry.record_id, wrong.what()),
            exchange::mended(entry.kind, entry.body.value_or("")) ? Mending::repair
                                                                  : Mending::none);
    }
}

void apply(Database& db, const JournalEntry& entry, Touched& touched) {
    if (entry.body) {
        put_row(db, recorded(entry), touched);
    } else {
        delete_row(db, entry.kind, entry.record_id, touched);
    }
}

void update_sums(Database& db, Touched touched) {
    for (const auto& session : touched.sessions) {
        update_done(db, session);
        update_practised(db, session);
        touch_session(db, session, touched);
    }
    for (const auto day : touched.days) update_day(db, day);
}

bool has_row(const Database& db, std::string_view kind_name, const std::string& id) {
    bool found = false;
    exchange::for_each_kind([&]<typename R>() {
        if (kind_name != exchange::kind<R>) return;
        found = prepared(db, fmt::format("SELECT 1 FROM {} WHERE id = ?", exchange::kind<R>), id)
                    ->executeStep();
    });
    return found;
}

namespace {

void empty_tables(Database& db) {
    exchange::for_each_kind(
        [&]<typename R>() { db.sqlite.exec(fmt::format("DELETE FROM {}", exchange::kind<R>)); });
    db.sqlite.exec("DELETE FROM day");
    db.sqlite.exec("DELETE FROM coached");
    db.sqlite.exec("DELETE FROM practised");
    db.sqlite.exec("DELETE FROM practised_times");
}

bool same_values(SQLite::Statement& one, SQLite::Statement& other) {
    for (int column = 0; column < one.getColumnCount(); ++column) {
        const SQLite::Column a = one.getColumn(column);
        const SQLite::Column b = other.getColumn(column);
        if (a.getType() != b.getType() || a.getString() != b.getString()) return false;
    }
    return true;
}

bool same_rows(const Database& one, const Database& other, std::string_view table) {
    const std::string sql = fmt::format("SELECT * FROM {} ORDER BY 1", table);
    const auto a = prepared(one, sql);
    const auto b = prepared(other, sql);
    while (true) {
        const bool more = a->executeStep();
        if (more != b->executeStep()) return false;
        if (!more) return true;
        if (!same_values(*a, *b)) return false;
    }
}

/// Compares what prescriptions say: an older version may have written the same in other words.
bool same_prescriptions(const Database& one, const Database& other) {
    static const std::string sql = select_sql<PrescriptionSnapshot>("ORDER BY id");
    return read_rows<PrescriptionSnapshot>(*prepared(one, sql)) ==
           read_rows<PrescriptionSnapshot>(*prepared(other, sql));
}

template <typename R>
bool same_records(const Database& one, const Database& other) {
    if constexpr (std::is_same_v<R, PrescriptionSnapshot>) return same_prescriptions(one, other);
    return same_rows(one, other, exchange::kind<R>);
}

}  // namespace

void replay(Database& db) {
    empty_tables(db);
    Touched touched;
    for_each_entry(db, [&](const JournalEntry& entry) { apply(db, entry, touched); });
    update_sums(db, std::move(touched));
}

bool agrees_with_journal(const Database& db) {
    const auto replayed = open_scratch();
    copy_journal(db, *replayed);
    SQLite::Transaction transaction(replayed->sqlite);
    replay(*replayed);
    transaction.commit();
    bool same = same_rows(db, *replayed, "day") && same_rows(db, *replayed, "coached") &&
                same_rows(db, *replayed, "practised") &&
                same_rows(db, *replayed, "practised_times");
    exchange::for_each_kind([&]<typename R>() { same = same && same_records<R>(db, *replayed); });
    return same;
}

}  // namespace hipflow::store
