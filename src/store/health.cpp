// SPDX-License-Identifier: MIT
#include "store/health.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "store/range.h"
#include "store/rebuild.h"
#include "store/rows.h"

namespace hipflow {
namespace {

constexpr std::size_t most_lines = 5;  // the first ones say enough

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
        faults.push_back(fmt::format("{} rows belong to a session that is not there", broken));
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

std::vector<std::string> faults_of(const Database& db) {
    std::vector<std::string> faults;
    add_integrity(db, faults);
    add_foreign_keys(db, faults);
    if (schema_of(db) != schema_of(*open_scratch())) {
        faults.emplace_back("its tables are not as hipflow makes them");
    } else if (!agrees_with_journal(db)) {
        faults.emplace_back("its tables do not say what its journal says");
    }
    return faults;
}

void try_writing(Database& db) {
    const SQLite::Transaction rolled_back(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    prepared(db, "INSERT OR REPLACE INTO snooze (occurrence, until) VALUES ('trial', 0)")->exec();
}

std::vector<std::string> repair(Database& db) {
    db.sqlite.exec("REINDEX");
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    auto changes = mend_ranges(db);
    replay(db);
    transaction.commit();
    return changes;
}

}  // namespace hipflow
