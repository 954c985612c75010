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

/// Gathers journal entries into steps, and what each record was before.
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
        step.changes[place->second].after = after;
        newest_[entry.record_id] = std::move(after);
    }

    std::vector<HistoryStep> take() {
        for (auto& step : steps_) {
            for (auto& change : step.changes) {
                if (!change.before || !change.after) continue;
                change.fields = differences(*change.before, *change.after);
            }
        }
        return std::move(steps_);
    }

   private:
    HistoryStep& step_of(const JournalEntry& entry) {
        const auto known = std::ranges::find(steps_, entry.change_id, &HistoryStep::change_id);
        if (known != steps_.end()) return *known;
        return steps_.emplace_back(
            HistoryStep{entry.change_id, entry.undoes, entry.device, {}, {}});
    }

    std::vector<HistoryStep> steps_;
    std::map<std::string, std::optional<Record>, std::less<>> newest_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;  // by change and record
};

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
    Gatherer gatherer;
    while (row->executeStep()) gatherer.add(read_entry(*row));
    return gatherer.take();
}

}  // namespace hipflow
