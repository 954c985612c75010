// SPDX-License-Identifier: MIT
#include "store/change.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "domain/error.h"
#include "exchange/fields.h"
#include "exchange/json.h"
#include "exchange/recordable.h"
#include "platform/random.h"
#include "store/device.h"
#include "store/journal.h"
#include "store/rows.h"
#include "store/tables.h"

namespace hipflow::store {

RecordName name_of(const Record& record) {
    return {exchange::kind_of(record),
            std::visit([](const auto& value) { return value.id; }, record)};
}

std::string remember(const Prescription& prescription, Change& change) {
    std::string hash = exchange::content_hash(prescription);
    change.put.emplace_back(PrescriptionSnapshot{platform::new_id(change.now), hash, prescription});
    return hash;
}

Batch batch_of(const Change& change) {
    Batch batch;
    batch.now = change.now;
    batch.checkpoint = change.checkpoint;
    JournalEntry entry;
    entry.change_id = change.id.empty() ? platform::new_id(change.now) : change.id;
    entry.recorded_at = change.now;
    const auto add = [&](std::string_view kind_name, const std::string& record_id) {
        entry.id = platform::new_id(change.now);
        entry.kind = kind_name;
        entry.record_id = record_id;
        batch.entries.push_back(entry);
    };
    for (const auto& name : change.del) add(name.kind, name.id);
    for (const auto& record : change.put) {
        entry.body = exchange::body_of(record);
        add(exchange::kind_of(record), exchange::id_of(record));
    }
    return batch;
}

void add_to(Batch& batch, const Batch& later) {
    batch.now = later.now;
    batch.entries.insert(batch.entries.end(), later.entries.begin(), later.entries.end());
    if (!std::holds_alternative<CheckpointStays>(later.checkpoint)) {
        batch.checkpoint = later.checkpoint;
    }
}

namespace {

std::string years() {
    return fmt::format("the history holds {} to {}", format_day(earliest_day),
                       format_day(latest_day));
}

/// Returns what to do about a value outside of its range: it comes from a clock near the edge of
/// time, or from what somebody typed.
std::string advice(Instant now) {
    constexpr auto near = std::chrono::days(400);
    if (now - earliest_instant < near || latest_instant - now < near) {
        return fmt::format(
            "The clock of this machine says {}: if that is wrong, set date and time, and try "
            "again.",
            format_instant(now, {}));
    }
    return "Correct it and try again.";
}

void refuse_if(const std::optional<exchange::Unrecordable>& found, Instant now) {
    if (!found) return;
    throw Error(fmt::format("{} cannot be recorded as {}: expected {}. Nothing was saved. {}",
                            found->member, found->value, found->expected, advice(now)),
                ExitCode::storage);
}

}  // namespace

void require_recordable(Instant now) {
    if (is_recordable(now)) return;
    throw Error(fmt::format("the clock of this machine says {}, and {}. Nothing was saved: set "
                            "date and time, and try again.",
                            format_instant(now, {}), years()),
                ExitCode::storage);
}

void require_recordable(const Change& change) {
    require_recordable(change.now);
    for (const auto& record : change.put) refuse_if(exchange::unrecordable(record), change.now);
    if (const auto place = new_checkpoint(change.checkpoint)) {
        refuse_if(exchange::unrecordable(*place), change.now);
    }
}

void require_recordable(const Batch& batch) {
    require_recordable(batch.now);
    for (const auto& entry : batch.entries) {
        require_recordable(entry.recorded_at);
        if (entry.body)
            refuse_if(exchange::unrecordable(exchange::record_from(entry.kind, *entry.body)),
                      batch.now);
    }
    if (const auto place = new_checkpoint(batch.checkpoint)) {
        refuse_if(exchange::unrecordable(*place), batch.now);
    }
}

void require_recordable_end(Instant until) {
    if (is_recordable(until)) return;
    throw Error(fmt::format("{} cannot be recorded: {}. Nothing was saved.",
                            format_instant(until, {}), years()),
                ExitCode::storage);
}

namespace {

/// Returns whether the entry is a prescription whose content is already stored.
bool is_known(const Database& db, const JournalEntry& entry) {
    if (entry.kind != exchange::kind<PrescriptionSnapshot> || !entry.body) return false;
    const auto row = prepared(
        db, "SELECT 1 FROM prescription WHERE hash = json_extract(?, '$.hash')", *entry.body);
    return row->executeStep();
}

/// Fills the tables from the entries as they are read again, so that nothing unreadable is stored.
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
    update_sums(db, std::move(touched));
    if (!std::holds_alternative<CheckpointStays>(batch.checkpoint)) {
        write_checkpoint(db, device, new_checkpoint(batch.checkpoint));
    }
    return written;
}

void require_entry(const Database& db, const std::optional<std::string>& after) {
    if (after && !has_entry(db, *after)) throw EntryMissing{};
}

}  // namespace

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
        throw Error(fmt::format("there is no {} '{}' to remove", name.kind, name.id));
    }
    write_entries(db, batch);
    transaction.commit();
    return batch;
}

}  // namespace hipflow::store
