// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/history.h"

namespace hipflow::store {

struct Database;

/// Appends an entry under its own id, or under a new one if it has none.
void append(Database& db, const JournalEntry& entry);

bool has_entry(const Database& db, const std::string& id);
/// Returns the id of the first entry, which no two histories share; nullopt if there is none.
std::optional<std::string> first_entry(const Database& db);

/// Hands over all entries in the order in which they came.
void for_each_entry(const Database& db, const std::function<void(const JournalEntry&)>& receive);

/// Returns the entries of a session, its prescription, sets and scores, in the order in which they
/// came.
std::vector<JournalEntry> entries_of_session(const Database& db, const std::string& session_id);

/// Appends the whole journal of one database to the empty journal of another, unchanged.
void copy_journal(const Database& from, Database& to);

/// Fills in which fields of each record differ before and after the step.
void name_differences(HistoryStep& step);

}  // namespace hipflow::store
