// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "exchange/json.h"
#include "platform/random.h"
#include "store/query.h"
#include "store/tables.h"

namespace hipflow::store {
namespace {

/// Calls receive(entry) for each row of "SELECT <columns> FROM journal <rest>".
template <typename Receive, typename... Values>
void read_entries(const Database& db, std::string_view rest, const Receive& receive,
                  const Values&... values) {
    const auto row = prepared(
        db,
        fmt::format("SELECT id, change_id, undoes, device, kind, record_id, body, recorded_at"
                    " FROM journal {}",
                    rest),
        values...);
    while (row->executeStep()) {
        JournalEntry entry;
        RowReader read(*row);
        read("id", entry.id);
        read("change_id", entry.change_id);
        read("undoes", entry.undoes);
        read("device", entry.device);
        read("kind", entry.kind);
        read("record_id", entry.record_id);
        read("body", entry.body);
        read("recorded_at", entry.recorded_at);
        receive(std::move(entry));
    }
}

}  // namespace

void append(Database& db, const JournalEntry& entry) {
    const std::string_view op = entry.body ? "put" : "del";
    prepared(db,
             "INSERT INTO journal"
             " (id, change_id, undoes, device, kind, record_id, revision, op, body, recorded_at)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
             " (SELECT coalesce(max(revision), 0) + 1 FROM journal WHERE record_id = ?6),"
             " ?7, ?8, ?9)",
             entry.id.empty() ? platform::new_id(entry.recorded_at) : entry.id, entry.change_id,
             entry.undoes, entry.device, entry.kind, entry.record_id, op, entry.body,
             entry.recorded_at)
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

void for_each_entry(const Database& db, const std::function<void(const JournalEntry&)>& receive) {
    read_entries(db, "ORDER BY seq", receive);
}

std::vector<JournalEntry> entries_of_session(const Database& db, const std::string& session_id) {
    std::vector<JournalEntry> entries;
    read_entries(
        db,
        "WHERE record_id = (SELECT prescription.id FROM prescription JOIN session"
        "   ON prescription.hash = session.prescription_hash WHERE session.id = ?1)"
        " OR (seq >= (SELECT min(seq) FROM journal WHERE record_id = ?1) AND (record_id = ?1"
        "   OR (body IS NOT NULL AND json_extract(body, '$.session_id') = ?1)))"
        " ORDER BY seq",
        [&](JournalEntry entry) { entries.push_back(std::move(entry)); }, session_id);
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

void name_differences(HistoryStep& step) {
    for (auto& change : step.changes) {
        if (!change.before || !change.after) continue;
        change.fields = exchange::differences(*change.before, *change.after);
    }
}

namespace {

/// Gathers journal entries into steps, with each record as it was before and after.
class Gatherer {
   public:
    void add(const JournalEntry& entry) {
        HistoryStep& step = step_of(entry);
        step.recorded_at = entry.recorded_at;
        const auto [place, is_new] =
            places_.try_emplace({entry.change_id, entry.record_id}, step.changes.size());
        if (is_new) step.changes.push_back({newest_[entry.record_id], {}, {}});
        std::optional<Record> after;
        if (entry.body) after = recorded(entry);
        if (after) note_set(*after);
        step.changes[place->second].after = after;
        newest_[entry.record_id] = std::move(after);
    }

    std::vector<HistoryStep> take() {
        for (auto& step : steps_) {
            name_differences(step);
            leave_out_sums(step);
        }
        return std::move(steps_);
    }

   private:
    void note_set(const Record& record) {
        if (const auto* set = std::get_if<PerformedSet>(&record))
            with_sets_.insert(set->session_id);
    }

    /// The work of a session with sets is their sum, whatever its own entries say of it.
    void leave_out_sums(HistoryStep& step) const {
        for (auto& change : step.changes) {
            const Record* const record = change.newest();
            const auto* session = record != nullptr ? std::get_if<Session>(record) : nullptr;
            if (session == nullptr || !with_sets_.contains(session->id)) continue;
            std::erase_if(change.fields,
                          [](const FieldChange& field) { return field.name == "done_ms"; });
        }
    }

    HistoryStep& step_of(const JournalEntry& entry) {
        const auto known = std::ranges::find(steps_, entry.change_id, &HistoryStep::change_id);
        if (known != steps_.end()) return *known;
        return steps_.emplace_back(
            HistoryStep{entry.change_id, entry.undoes, entry.device, {}, {}});
    }

    std::vector<HistoryStep> steps_;
    std::set<std::string> with_sets_;  // ids of sessions
    std::map<std::string, std::optional<Record>, std::less<>> newest_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;  // by change and record
};

}  // namespace

std::vector<HistoryStep> Store::history_of(std::string_view session_id) const {
    return with_database([&](const Database& db) {
        Gatherer gatherer;
        // A session's records never come before it: the older part of the journal is skipped.
        read_entries(
            db,
            "WHERE seq >= (SELECT min(seq) FROM journal WHERE change_id ="
            "   (SELECT change_id FROM journal WHERE record_id = ?1 ORDER BY seq LIMIT 1))"
            " AND (record_id = ?1 OR record_id IN (SELECT record_id FROM journal AS own"
            "   WHERE own.record_id = journal.record_id"
            "   AND json_extract(own.body, '$.session_id') = ?1))"
            " ORDER BY seq",
            [&](const JournalEntry& entry) { gatherer.add(entry); }, session_id);
        return gatherer.take();
    });
}

std::map<std::string, Instant> Store::recorded_times(std::string_view session_id) const {
    return with_database([&](const Database& db) {
        const auto row = prepared(db,
                                  "SELECT id, recorded_at FROM session WHERE id = ?1"
                                  " UNION ALL SELECT id, recorded_at FROM performed_set"
                                  " WHERE session_id = ?1"
                                  " UNION ALL SELECT id, recorded_at FROM pain_score"
                                  " WHERE session_id = ?1"
                                  " UNION ALL SELECT id, recorded_at FROM symptom"
                                  " WHERE session_id = ?1"
                                  " UNION ALL SELECT score.id, score.recorded_at"
                                  " FROM session JOIN pain_score AS score"
                                  " ON score.for_day = session.local_day"
                                  " OR (score.for_day IS NULL AND"
                                  " score.local_day = date(session.local_day, '+1 day'))"
                                  " WHERE session.id = ?1 AND score.moment = 'morning'",
                                  session_id);
        std::map<std::string, Instant> times;
        while (row->executeStep()) {
            std::string id;
            Instant at{};
            RowReader read(*row);
            read("id", id);
            read("recorded_at", at);
            times.emplace(std::move(id), at);
        }
        return times;
    });
}

}  // namespace hipflow::store
