// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>

#include "domain/error.h"
#include "domain/names.h"
#include "exchange/json.h"
#include "exchange/recordable.h"
#include "store/backup.h"
#include "store/query.h"
#include "store/tables.h"

namespace hipflow::store {
namespace {

constexpr std::size_t most_lines = 5;  // the first ones are enough to know

void add_integrity(const Database& db, std::vector<std::string>& faults) {
    const auto row = prepared(db, "PRAGMA integrity_check");
    while (row->executeStep() && faults.size() < most_lines) {
        const std::string line = row->getColumn(0).getString();
        if (line != "ok") faults.push_back(fmt::format("integrity check: {}", line));
    }
}

void add_foreign_keys(const Database& db, std::vector<std::string>& faults) {
    const auto row = prepared(db, "PRAGMA foreign_key_check");
    int broken = 0;
    while (row->executeStep()) ++broken;
    if (broken > 0) {
        faults.push_back(fmt::format("{} rows belong to a session that does not exist", broken));
    }
}

std::string schema_of(const Database& db) {
    const auto row = prepared(db,
                              "SELECT name || ': ' || sql FROM sqlite_schema"
                              " WHERE sql IS NOT NULL ORDER BY name");
    std::string text;
    while (row->executeStep()) text += row->getColumn(0).getString() + '\n';
    return text;
}

}  // namespace

std::vector<std::string> Store::faults() const {
    return with_database([](const Database& db) {
        std::vector<std::string> faults;
        add_integrity(db, faults);
        add_foreign_keys(db, faults);
        if (schema_of(db) != schema_of(*open_scratch())) {
            faults.emplace_back("its tables are not as hipflow makes them");
        } else if (!agrees_with_journal(db)) {
            faults.emplace_back("its tables do not agree with its journal");
        }
        return faults;
    });
}

void Store::try_writing() {
    with_database([](Database& db) {
        const SQLite::Transaction rolled_back(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        prepared(db, "INSERT OR REPLACE INTO snooze (occurrence, until) VALUES ('trial', 0)")
            ->exec();
    });
}

namespace {

void mend_journal(Database& db, std::vector<std::string>& changes) {
    struct Fault {
        std::int64_t seq;
        exchange::MendedBody mended;
    };
    std::vector<Fault> faults;
    const auto row =
        prepared(db, "SELECT seq, kind, record_id, body FROM journal WHERE body IS NOT NULL");
    while (row->executeStep()) {
        const std::string kind_name = row->getColumn(1).getString();
        const std::string body = row->getColumn(3).getString();
        try {
            exchange::record_from(kind_name, body);
        } catch (const Error&) {
            auto found = exchange::mended(kind_name, body);
            if (!found) continue;  // reported when the journal is replayed
            for (const auto& change : found->changes) {
                changes.push_back(fmt::format(
                    "{} {}: {} was {}, is {} now", kind_name, row->getColumn(2).getString(),
                    change.name, change.before.value_or(""), change.after.value_or("")));
            }
            faults.push_back({row->getColumn(0).getInt64(), *std::move(found)});
        }
    }
    for (const auto& fault : faults) {
        const auto update = prepared(db, "UPDATE journal SET body = ? WHERE seq = ?");
        bind_value(*update, 1, fault.mended.body);
        update->bind(2, std::int64_t{fault.seq});
        update->exec();
    }
}

struct InstantColumn {
    std::string_view table;
    std::string_view column;
};
constexpr std::array instant_columns = {
    InstantColumn{"journal", "recorded_at"}, InstantColumn{"device", "since"},
    InstantColumn{"checkpoint", "at"}, InstantColumn{"reminder_sent", "at"},
    InstantColumn{"snooze", "until"}};

/// Moves values that cannot be read, as an older hipflow could write them, to the nearest edge of
/// their range: in the journal, and in the tables that do not follow from it. Returns each change
/// in words. The other tables have to be rebuilt afterwards.
std::vector<std::string> mend_ranges(Database& db) {
    std::vector<std::string> changes;
    mend_journal(db, changes);
    for (const auto& [table, column] : instant_columns) {
        const auto update = prepared(
            db,
            fmt::format("UPDATE {0} SET {1} = min(max({1}, ?1), ?2) WHERE {1} < ?1 OR {1} > ?2",
                        table, column),
            earliest_instant, latest_instant);
        const int rows = update->exec();
        if (rows == 0) continue;
        changes.push_back(fmt::format("{}.{}: {} outside of {} to {}, and moved to its edge", table,
                                      column, plural(rows, "time was", "times were"),
                                      format_day(earliest_day), format_day(latest_day)));
    }
    return changes;
}

}  // namespace

Repaired Store::repair() {
    return with_database([](Database& db) {
        Repaired repaired;
        repaired.copy = back_up(db.file.path, before_repair);
        try {
            db.sqlite.exec("REINDEX");
            SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
            repaired.changes = mend_ranges(db);
            replay(db);
            transaction.commit();
        } catch (const Damaged& found) {
            throw Damaged(found.what());  // without advice to repair it
        }
        return repaired;
    });
}

}  // namespace hipflow::store
