// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exchange/difference.h"
#include "store/apply.h"
#include "store/rows.h"
#include "store/undo.h"

namespace hipflow {
namespace {

HistoryStep& step_of(std::vector<HistoryStep>& steps, const JournalEntry& entry) {
    const auto known = std::ranges::find(steps, entry.change_id, &HistoryStep::change_id);
    if (known != steps.end()) return *known;
    return steps.emplace_back(HistoryStep{entry.change_id, entry.undoes, entry.device, {}, {}});
}

}  // namespace

std::vector<HistoryStep> history_of(const Database& db, std::string_view session_id) {
    // A session's records never stand before it, so the older part of the journal is passed over.
    const auto row =
        prepared(db,
                 "SELECT change_id, undoes, device, kind, record_id, body, recorded_at FROM journal"
                 " WHERE seq >= (SELECT min(seq) FROM journal WHERE change_id ="
                 "   (SELECT change_id FROM journal WHERE record_id = ?1 ORDER BY seq LIMIT 1))"
                 " AND (record_id = ?1 OR record_id IN (SELECT record_id FROM journal AS own"
                 "   WHERE own.record_id = journal.record_id"
                 "   AND json_extract(own.body, '$.session_id') = ?1))"
                 " ORDER BY seq",
                 session_id);
    std::vector<HistoryStep> steps;
    std::map<std::string, Record, std::less<>> newest;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    while (row->executeStep()) {
        const JournalEntry entry = read_entry(*row);
        HistoryStep& step = step_of(steps, entry);
        step.recorded_at = entry.recorded_at;
        const auto [place, is_new] =
            places.try_emplace({entry.change_id, entry.record_id}, step.changes.size());
        const auto known = newest.find(entry.record_id);
        if (is_new) {
            step.changes.emplace_back();
            if (known != newest.end()) step.changes.back().before = known->second;
        }
        std::optional<Record>& after = step.changes[place->second].after;
        if (entry.body) {
            after = recorded(entry);
            newest.insert_or_assign(entry.record_id, *after);
        } else {
            after.reset();
            newest.erase(entry.record_id);
        }
    }
    for (auto& step : steps) {
        for (auto& change : step.changes) {
            if (change.before && change.after) {
                change.fields = differences(*change.before, *change.after);
            }
        }
    }
    return steps;
}

}  // namespace hipflow
