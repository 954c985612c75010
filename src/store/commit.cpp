// SPDX-License-Identifier: MIT
#include "store/commit.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "domain/error.h"
#include "exchange/json.h"
#include "exchange/kind.h"
#include "platform/random.h"
#include "store/checkpoint_row.h"
#include "store/device.h"
#include "store/journal.h"
#include "store/range.h"
#include "store/rows.h"
#include "store/tables.h"

namespace hipflow {
namespace {

/// A prescription is stored once per content, whoever performs it however often.
bool is_known(const Database& db, const Record& record) {
    const auto* const snapshot = std::get_if<PrescriptionSnapshot>(&record);
    if (snapshot == nullptr) return false;
    const auto row = prepared(db, "SELECT 1 FROM prescription WHERE hash = ?", snapshot->hash);
    return row->executeStep();
}

}  // namespace

void commit(Database& db, const Change& change) {
    require_recordable(change);
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    JournalEntry entry;
    entry.change_id = change.id.empty() ? new_id(change.now) : change.id;
    entry.device = this_device(db, change.now);
    entry.recorded_at = change.now;
    Touched touched;
    for (const auto& name : change.del) {
        if (!has_row(db, name.kind, name.id)) {
            throw Error(fmt::format("there is no {} '{}' to be removed", name.kind, name.id));
        }
        entry.kind = name.kind;
        entry.record_id = name.id;
        entry.body.reset();
        append(db, entry);
        delete_row(db, name.kind, name.id, touched);
    }
    for (const auto& record : change.put) {
        if (is_known(db, record)) continue;
        entry.kind = kind_of(record);
        entry.record_id = id_of(record);
        entry.body = body_of(record);
        append(db, entry);
        put_row(db, record, touched);
    }
    settle(db, std::move(touched));
    if (change.checkpoint) write_checkpoint(db, entry.device, *change.checkpoint);
    transaction.commit();
}

}  // namespace hipflow
