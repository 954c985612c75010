// SPDX-License-Identifier: MIT
#include "store/commit.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "domain/error.h"
#include "exchange/json.h"
#include "exchange/kind.h"
#include "platform/random.h"
#include "store/apply.h"
#include "store/checkpoint_row.h"
#include "store/device.h"
#include "store/journal.h"
#include "store/range.h"
#include "store/rows.h"

namespace hipflow {
namespace {

/// A prescription is stored once per content, whoever performs it however often.
bool is_known(const Database& db, const JournalEntry& entry) {
    if (entry.kind != kind<PrescriptionSnapshot> || !entry.body) return false;
    const auto row = prepared(
        db, "SELECT 1 FROM prescription WHERE hash = json_extract(?, '$.hash')", *entry.body);
    return row->executeStep();
}

/// What is in the tables was read from its entry: what could not be read again is never stored.
int write_entries(Database& db, const Batch& batch) {
    Touched touched;
    int written = 0;
    const std::string device = this_device(db, batch.now);
    for (JournalEntry entry : batch.entries) {
        if (has_entry(db, entry.id) || is_known(db, entry)) continue;
        if (entry.device.empty()) entry.device = device;
        append(db, entry);
        apply(db, entry, touched);
        ++written;
    }
    settle(db, std::move(touched));
    if (batch.checkpoint) write_checkpoint(db, device, *batch.checkpoint);
    return written;
}

void require_entry(const Database& db, const std::optional<std::string>& after) {
    if (after && !has_entry(db, *after)) throw EntryMissing{};
}

}  // namespace

Batch batch_of(const Change& change) {
    Batch batch;
    batch.now = change.now;
    batch.checkpoint = change.checkpoint;
    JournalEntry entry;
    entry.change_id = change.id.empty() ? new_id(change.now) : change.id;
    entry.recorded_at = change.now;
    const auto add = [&](std::string_view kind_name, const std::string& record_id) {
        entry.id = new_id(change.now);
        entry.kind = kind_name;
        entry.record_id = record_id;
        batch.entries.push_back(entry);
    };
    for (const auto& name : change.del) add(name.kind, name.id);
    for (const auto& record : change.put) {
        entry.body = body_of(record);
        add(kind_of(record), id_of(record));
    }
    return batch;
}

void add_to(Batch& batch, const Batch& later) {
    batch.now = later.now;
    batch.entries.insert(batch.entries.end(), later.entries.begin(), later.entries.end());
    if (later.checkpoint) batch.checkpoint = later.checkpoint;
}

int write_batch(Database& db, const Batch& batch, const std::optional<std::string>& after) {
    require_recordable(batch);
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    require_entry(db, after);
    const int written = write_entries(db, batch);
    transaction.commit();
    return written;
}

Batch commit(Database& db, const Change& change, const std::optional<std::string>& after) {
    require_recordable(change);
    Batch batch = batch_of(change);
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    require_entry(db, after);
    for (const auto& name : change.del) {
        if (has_row(db, name.kind, name.id)) continue;
        throw Error(fmt::format("there is no {} '{}' to be removed", name.kind, name.id));
    }
    write_entries(db, batch);
    transaction.commit();
    return batch;
}

}  // namespace hipflow
