// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Transaction.h>

#include <set>
#include <utility>

#include "domain/error.h"
#include "exchange/fields.h"
#include "exchange/json.h"
#include "platform/random.h"
#include "store/change.h"
#include "store/device.h"
#include "store/journal.h"
#include "store/query.h"
#include "store/tables.h"

namespace hipflow::store {
namespace {

// Undo and redo are found in the journal, not remembered beside it: a change that takes another
// back names it, and a change that was taken back no longer counts (docs/design/data.md, "Undo").

using Ids = std::set<std::string, std::less<>>;

/// Accepted texts and prescriptions stay: nobody wants to un-read a text, and a prescription is
/// named by its content.
bool can_be_taken_back(std::string_view kind_name) {
    return kind_name != exchange::kind<PrescriptionSnapshot> &&
           kind_name != exchange::kind<Acknowledgement>;
}

/// Returns the change that a change takes back, if it is an undo or redo.
std::optional<std::string> target_of(const Database& db, const std::string& change_id) {
    const auto row =
        prepared(db, "SELECT undoes FROM journal WHERE change_id = ? LIMIT 1", change_id);
    std::optional<std::string> target;
    if (row->executeStep()) read_value(row->getColumn(0), target);
    return target;
}

/// Returns how many changes in a row take back the one before: even for what counts as done, odd
/// for an undo.
int depth(const Database& db, const std::optional<std::string>& undoes) {
    if (!undoes) return 0;
    return 1 + depth(db, target_of(db, *undoes));
}

enum class Looking { for_undo, for_redo };

/// Returns the newest change that undo, or redo, takes back. Reads the journal backwards, only as
/// far as needed.
std::optional<std::string> to_take_back(const Database& db, Looking looking) {
    const auto row = prepared(db, "SELECT change_id, undoes, kind FROM journal ORDER BY seq DESC");
    Ids settled;  // seen already, or taken back by a newer change
    while (row->executeStep()) {
        std::string change_id;
        std::optional<std::string> undoes;
        std::string kind_name;
        RowReader read(*row);
        read("change_id", change_id);
        read("undoes", undoes);
        read("kind", kind_name);
        if (!can_be_taken_back(kind_name) || !settled.insert(change_id).second) continue;
        if (undoes) settled.insert(*undoes);
        const int steps = depth(db, undoes);
        const bool is_undo = steps % 2 == 1;
        if (is_undo == (looking == Looking::for_redo)) return change_id;
        if (looking == Looking::for_redo && steps == 0) return std::nullopt;
    }
    return std::nullopt;
}

/// Returns the records of a change as they were before it: kind, record_id and body of entries that
/// put them back.
std::vector<JournalEntry> before(const Database& db, const std::string& change_id) {
    const auto row =
        prepared(db,
                 "WITH touched AS (SELECT kind, record_id, min(seq) AS first FROM journal"
                 " WHERE change_id = ? GROUP BY record_id)"
                 " SELECT kind, record_id, (SELECT body FROM journal"
                 " WHERE journal.record_id = touched.record_id AND seq < first ORDER BY seq DESC "
                 "LIMIT 1) AS body"
                 " FROM touched ORDER BY first",
                 change_id);
    std::vector<JournalEntry> entries;
    while (row->executeStep()) {
        JournalEntry entry;
        RowReader read(*row);
        read("kind", entry.kind);
        read("record_id", entry.record_id);
        read("body", entry.body);
        if (can_be_taken_back(entry.kind)) entries.push_back(std::move(entry));
    }
    return entries;
}

std::optional<Record> row_of(const Database& db, std::string_view kind_name,
                             const std::string& id) {
    std::optional<Record> found;
    exchange::for_each_kind([&]<typename R>() {
        if (kind_name != exchange::kind<R>) return;
        const auto row = prepared(db, select_sql<R>("WHERE id = ?"), id);
        if (auto record = read_first<R>(*row)) found = *std::move(record);
    });
    return found;
}

void require_finished(const std::optional<Record>& record) {
    const auto* const session = record ? std::get_if<Session>(&*record) : nullptr;
    if (session == nullptr || session->status != SessionStatus::in_progress) return;
    throw Error(
        "the change to take back belongs to a session that is not finished. 'hipflow start' "
        "continues, keeps or discards it.");
}

/// Returns the body to put back. A finished session is not opened again: where it was unfinished
/// before, it comes back as partial, with its end as it is now.
std::optional<std::string> closed(const std::optional<std::string>& body,
                                  const std::optional<Record>& now_is) {
    const auto* const current = now_is ? std::get_if<Session>(&*now_is) : nullptr;
    if (!body || current == nullptr) return body;
    auto earlier = std::get<Session>(exchange::record_from(exchange::kind<Session>, *body));
    if (earlier.status != SessionStatus::in_progress) return body;
    earlier.status = SessionStatus::partial;
    earlier.ended_at = current->ended_at;
    return exchange::body_of(earlier);
}

std::optional<HistoryStep> take_back(Database& db, Looking looking, Instant now) {
    require_recordable(now);
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto target = to_take_back(db, looking);
    if (!target) return std::nullopt;
    HistoryStep step{platform::new_id(now), target, this_device(db, now), now, {}};
    Touched touched;
    auto entries = before(db, *target);
    step.changes.resize(entries.size());
    // Backwards, so that every state on the way is one that existed.
    for (std::size_t i = entries.size(); i-- > 0;) {
        JournalEntry& entry = entries[i];
        auto& was = step.changes[i].before;
        was = row_of(db, entry.kind, entry.record_id);
        require_finished(was);
        entry.change_id = step.change_id;
        entry.undoes = target;
        entry.device = step.device;
        entry.recorded_at = now;
        entry.body = closed(entry.body, was);
        append(db, entry);
        apply(db, entry, touched);
    }
    update_sums(db, std::move(touched));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        step.changes[i].after = row_of(db, entries[i].kind, entries[i].record_id);
    }
    name_differences(step);
    transaction.commit();
    return step;
}

}  // namespace

std::optional<HistoryStep> Store::undo(Instant now) {
    return with_database([&](Database& db) { return take_back(db, Looking::for_undo, now); });
}

std::optional<HistoryStep> Store::redo(Instant now) {
    return with_database([&](Database& db) { return take_back(db, Looking::for_redo, now); });
}

}  // namespace hipflow::store
