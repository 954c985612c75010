// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/journal_entry.h"
#include "store/change.h"

namespace hipflow {

struct Database;

/// Journal entries that belong together, and the place in the session that they lead to.
struct Batch {
    Instant now{};
    std::vector<JournalEntry> entries;
    std::optional<std::optional<Checkpoint>> checkpoint;  // as in Change
};

/// Adds what came later.
void add_to(Batch& batch, const Batch& later);

/// The change as entries, with ids of their own. Throws Error for a text that cannot be stored.
Batch batch_of(const Change& change);

/// The history lacks an entry that was written to it: by now it is another one.
struct EntryMissing {};

// Both store all in one transaction, journal, tables and sums together, and look first whether the
// journal holds the entry `after`: throws EntryMissing, and nothing is stored, if not.

/// Entries that the journal has already, by their ids, are passed over. Returns how many were new.
/// Throws Error for what could not be read again.
int write_batch(Database& db, const Batch& batch, const std::optional<std::string>& after = {});

/// Throws Error where the change removes what is not there. Returns what it came to.
Batch commit(Database& db, const Change& change, const std::optional<std::string>& after = {});

}  // namespace hipflow
