// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/journal_entry.h"

namespace hipflow {

struct Database;

/// Under its own id, or a new one.
void append(Database& db, const JournalEntry& entry);

bool has_entry(const Database& db, const std::string& id);
/// The id of the entry that came first: no two histories have the same. Nothing of an empty one.
std::optional<std::string> first_entry(const Database& db);

/// An entry from a row of change_id, undoes, device, kind, record_id, body, recorded_at.
JournalEntry read_entry(SQLite::Statement& row);

/// Hands over all entries, in the order in which they came.
void for_each_entry(const Database& db, const std::function<void(const JournalEntry&)>& receive);

/// What the journal has of a session, its prescription, sets and scores, in the order in which it
/// came, with ids.
std::vector<JournalEntry> entries_of_session(const Database& db, const std::string& session_id);

/// Appends the whole journal of one database to the empty one of another, unchanged.
void copy_journal(const Database& from, Database& to);

}  // namespace hipflow
