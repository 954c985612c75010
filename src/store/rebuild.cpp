// SPDX-License-Identifier: MIT
#include "store/rebuild.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "exchange/kind.h"
#include "store/apply.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/rows.h"
#include "store/tables.h"

namespace hipflow {
namespace {

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

}  // namespace

void replay(Database& db) {
    empty_tables(db);
    Touched touched;
    for_each_entry(db, [&](const JournalEntry& entry) { apply(db, entry, touched); });
    settle(db, std::move(touched));
}

void rebuild(Database& db) {
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    replay(db);
    transaction.commit();
}

bool agrees_with_journal(const Database& db) {
    const auto replayed = open_scratch();
    copy_journal(db, *replayed);
    rebuild(*replayed);
    bool same = same_rows(db, *replayed, "day") && same_rows(db, *replayed, "coached");
    for_each_kind([&]<typename R>() { same = same && same_rows(db, *replayed, kind<R>); });
    return same;
}

}  // namespace hipflow
