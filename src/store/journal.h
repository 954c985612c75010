// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <optional>
#include <string>

#include "domain/time.h"

namespace hipflow {

struct Database;

/// One change of one record. Its revision is one above the highest that the journal has of it.
struct JournalEntry {
    std::string change_id;              // shared by the entries of one command
    std::optional<std::string> undoes;  // the change that this one takes back
    std::string device;
    std::string kind;
    std::string record_id;
    std::optional<std::string> body;  // JSON; without one the record is deleted
    Instant recorded_at{};
};

void append(Database& db, const JournalEntry& entry);

/// An entry from a row of change_id, undoes, device, kind, record_id, body, recorded_at.
JournalEntry read_entry(SQLite::Statement& row);

/// Hands over all entries, in the order in which they came.
void for_each_entry(const Database& db, const std::function<void(const JournalEntry&)>& receive);

/// Appends the whole journal of one database to the empty one of another, unchanged.
void copy_journal(const Database& from, Database& to);

}  // namespace hipflow
