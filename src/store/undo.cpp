// SPDX-License-Identifier: MIT
#include "store/undo.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <set>

#include "domain/error.h"
#include "exchange/difference.h"
#include "exchange/json.h"
#include "exchange/kind.h"
#include "platform/random.h"
#include "store/apply.h"
#include "store/device.h"
#include "store/range.h"
#include "store/rows.h"

namespace hipflow {
namespace {

using Ids = std::set<std::string, std::less<>>;

bool can_be_taken_back(std::string_view kind_name) {
    return kind_name != kind<PrescriptionSnapshot> && kind_name != kind<Acknowledgement>;
}

/// The change that a change takes back, if it does.
std::optional<std::string> target_of(const Database& db, const std::string& change_id) {
    const auto row =
        prepared(db, "SELECT undoes FROM journal WHERE change_id = ? LIMIT 1", change_id);
    std::optional<std::string> target;
    if (row->executeStep()) read_value(row->getColumn(0), target);
    return target;
}

/// How often a change takes back what takes back …: even for what counts as done, odd for an undo.
int depth(const Database& db, const std::optional<std::string>& undoes) {
    if (!undoes) return 0;
    return 1 + depth(db, target_of(db, *undoes));
}

enum class Looking { for_undo, for_redo };

/// The newest change that undo, or redo, takes back. From the newest entry backwards, as far as
/// need be.
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

struct Body {
    std::string kind;
    std::string record_id;
    std::optional<std::string> body;
};

/// The records of a change as they were before it.
std::vector<Body> before(const Database& db, const std::string& change_id) {
    const auto row = prepared(
        db,
        "WITH touched AS (SELECT kind, record_id, min(seq) AS first FROM journal"
        " WHERE change_id = ? GROUP BY record_id)"
        " SELECT kind, record_id, (SELECT body FROM journal"
        " WHERE journal.record_id = touched.record_id AND seq < first ORDER BY seq DESC LIMIT 1)"
        " FROM touched ORDER BY first",
        change_id);
    std::vector<Body> bodies;
    while (row->executeStep()) {
        Body body;
        RowReader read(*row);
        read("kind", body.kind);
        read("record_id", body.record_id);
        read("body", body.body);
        if (can_be_taken_back(body.kind)) bodies.push_back(std::move(body));
    }
    return bodies;
}

std::optional<Record> row_of(const Database& db, std::string_view kind_name,
                             const std::string& id) {
    std::optional<Record> found;
    for_each_kind([&]<typename R>() {
        if (kind_name != kind<R>) return;
        const auto row =
            prepared(db, fmt::format("SELECT {} FROM {} WHERE id = ?", columns<R>(), kind<R>), id);
        if (auto record = read_first<R>(*row)) found = *std::move(record);
    });
    return found;
}

void require_finished(const std::optional<Record>& record) {
    const auto* const session = record ? std::get_if<Session>(&*record) : nullptr;
    if (session == nullptr || session->status != SessionStatus::in_progress) return;
    throw Error(
        "what would be taken back is a session that is not finished. 'hipflow start' goes on with "
        "it, keeps or discards it.");
}

/// A session is closed once: one that was unfinished then comes back as partial, ended when it was.
std::optional<std::string> closed(const std::optional<std::string>& body,
                                  const std::optional<Record>& now_is) {
    const auto* const current = now_is ? std::get_if<Session>(&*now_is) : nullptr;
    if (!body || current == nullptr) return body;
    auto earlier = std::get<Session>(record_from(kind<Session>, *body));
    if (earlier.status != SessionStatus::in_progress) return body;
    earlier.status = SessionStatus::partial;
    earlier.ended_at = current->ended_at;
    return body_of(earlier);
}

std::optional<HistoryStep> take_back(Database& db, Looking looking, Instant now) {
    require_recordable(now);
    SQLite::Transaction transaction(db.sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto target = to_take_back(db, looking);
    if (!target) return std::nullopt;
    JournalEntry entry;
    entry.change_id = new_id(now);
    entry.undoes = target;
    entry.device = this_device(db, now);
    entry.recorded_at = now;
    HistoryStep step{entry.change_id, target, entry.device, now, {}};
    Touched touched;
    const auto bodies = before(db, *target);
    step.changes.resize(bodies.size());
    // The last thing done is taken back first: on the way there is no state that never was.
    for (std::size_t i = bodies.size(); i-- > 0;) {
        const auto& body = bodies[i];
        RecordChange& change = step.changes[i];
        change.before = row_of(db, body.kind, body.record_id);
        require_finished(change.before);
        entry.kind = body.kind;
        entry.record_id = body.record_id;
        entry.body = closed(body.body, change.before);
        append(db, entry);
        apply(db, entry, touched);
    }
    settle(db, std::move(touched));
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        RecordChange& change = step.changes[i];
        change.after = row_of(db, bodies[i].kind, bodies[i].record_id);
        if (change.before && change.after) {
            change.fields = differences(*change.before, *change.after);
        }
    }
    transaction.commit();
    return step;
}

}  // namespace

std::optional<HistoryStep> undo(Database& db, Instant now) {
    return take_back(db, Looking::for_undo, now);
}

std::optional<HistoryStep> redo(Database& db, Instant now) {
    return take_back(db, Looking::for_redo, now);
}

}  // namespace hipflow
