// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include "platform/random.h"
#include "store/rows.h"

namespace hipflow {

void append(Database& db, const JournalEntry& entry) {
    const std::string_view op = entry.body ? "put" : "del";
    prepared(db,
             "INSERT INTO journal"
             " (id, change_id, undoes, device, kind, record_id, revision, op, body, recorded_at)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
             " (SELECT coalesce(max(revision), 0) + 1 FROM journal WHERE record_id = ?6),"
             " ?7, ?8, ?9)",
             entry.id.empty() ? new_id(entry.recorded_at) : entry.id, entry.change_id, entry.undoes,
             entry.device, entry.kind, entry.record_id, op, entry.body, entry.recorded_at)
        ->exec();
}

bool has_entry(const Database& db, const std::string& id) {
    const auto row = prepared(db, "SELECT 1 FROM journal WHERE id = ?", id);
    return row->executeStep();
}

std::optional<std::string> first_entry(const Database& db) {
    const auto row = prepared(db, "SELECT id FROM journal ORDER BY seq LIMIT 1");
    if (!row->executeStep()) return std::nullopt;
    return row->getColumn(0).getString();
}

JournalEntry read_entry(SQLite::Statement& row) {
    JournalEntry entry;
    RowReader read(row);
    read("change_id", entry.change_id);
    read("undoes", entry.undoes);
    read("device", entry.device);
    read("kind", entry.kind);
    read("record_id", entry.record_id);
    read("body", entry.body);
    read("recorded_at", entry.recorded_at);
    return entry;
}

void for_each_entry(const Database& db, const std::function<void(const JournalEntry&)>& receive) {
    const auto row = prepared(db,
                              "SELECT change_id, undoes, device, kind, record_id, body, recorded_at"
                              " FROM journal ORDER BY seq");
    while (row->executeStep()) receive(read_entry(*row));
}

std::vector<JournalEntry> entries_of_session(const Database& db, const std::string& session_id) {
    const auto row = prepared(
        db,
        "SELECT change_id, undoes, device, kind, record_id, body, recorded_at, id FROM journal"
        " WHERE record_id = (SELECT prescription.id FROM prescription JOIN session"
        "   ON prescription.hash = session.prescription_hash WHERE session.id = ?1)"
        " OR (seq >= (SELECT min(seq) FROM journal WHERE record_id = ?1) AND (record_id = ?1"
        "   OR (body IS NOT NULL AND json_extract(body, '$.session_id') = ?1)))"
        " ORDER BY seq",
        session_id);
    std::vector<JournalEntry> entries;
    while (row->executeStep()) {
        entries.push_back(read_entry(*row));
        constexpr int id_column = 7;
        entries.back().id = row->getColumn(id_column).getString();
    }
    return entries;
}

void copy_journal(const Database& from, Database& to) {
    const auto row =
        prepared(from,
                 "SELECT seq, id, change_id, undoes, device, kind, record_id, revision, op, body,"
                 " recorded_at FROM journal ORDER BY seq");
    auto insert = prepared(to, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    while (row->executeStep()) {
        for (int column = 0; column < row->getColumnCount(); ++column) {
            const SQLite::Column value = row->getColumn(column);
            if (value.isNull()) {
                insert->bind(column + 1);
            } else if (value.isInteger()) {
                insert->bind(column + 1, std::int64_t{value.getInt64()});
            } else {
                insert->bind(column + 1, value.getString());
            }
        }
        insert->exec();
        insert->reset();
    }
}

}  // namespace hipflow
