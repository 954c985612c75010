// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/history.h"
#include "domain/records.h"

namespace hipflow::store {

struct Database;

/// Names a record by its kind and id.
struct RecordName {
    std::string_view kind;
    std::string id;
    bool operator==(const RecordName&) const = default;
};

/// The checkpoint stays as it is.
struct CheckpointStays {};
/// No session is under way any more.
struct CheckpointRemoved {};
/// The effect of a change on the checkpoint: nothing, removal, or a new one.
using CheckpointChange = std::variant<CheckpointStays, CheckpointRemoved, Checkpoint>;

/// Returns the new checkpoint, or nullopt if the change sets none.
inline std::optional<Checkpoint> new_checkpoint(const CheckpointChange& change) {
    const auto* place = std::get_if<Checkpoint>(&change);
    return place != nullptr ? std::optional(*place) : std::nullopt;
}

/// Names a record that is to be removed.
RecordName name_of(const Record& record);

/// The changes that one step of a command makes to the history; stored as a whole or not at all.
struct Change {
    Instant now{};
    /// Shared by all changes of one command, so that `undo` takes all of them back. Empty: this
    /// change is everything the command does.
    std::string id{};
    std::vector<RecordName> del{};  // removed first
    std::vector<Record> put{};      // added, or put in place of the record with the same id
    CheckpointChange checkpoint{};
};

/// Adds the prescription to the change and returns the hash by which a session refers to it. The
/// history keeps each content only once.
std::string remember(const Prescription& prescription, Change& change);

/// Journal entries that belong together, with the place in the session that they lead to.
struct Batch {
    Instant now{};
    std::vector<JournalEntry> entries;
    CheckpointChange checkpoint{};
};

/// Appends a later batch.
void add_to(Batch& batch, const Batch& later);

/// Returns the change as entries with new ids. Throws Error for a text that cannot be stored.
Batch batch_of(const Change& change);

/// The records that a program has written to the history it has open, and the data it needs to
/// recognise that history again.
struct Written {
    Batch batch;                                // all of it, in order
    std::optional<std::string> first;           // id of the history's first entry
    bool moved = false;                         // it was followed to a copy, and the user was told
    std::optional<std::filesystem::path> kept;  // copy of what was open when it was replaced
};

// Each throws Error naming the value if it lies outside of the ranges that can be read again
// (domain/time.h).

/// Checks the clock of this machine.
void require_recordable(Instant now);
/// Checks everything that the change writes.
void require_recordable(const Change& change);
void require_recordable(const Batch& batch);
/// Checks the end of a snooze.
void require_recordable_end(Instant until);

/// Thrown if the history lacks an entry that was written to it: it is another history by now.
struct EntryMissing {};

// Both write journal, tables and sums in one transaction. They throw EntryMissing, and store
// nothing, unless the journal holds the entry `after`.

/// Skips entries whose ids the journal already has. Returns how many were new. Throws Error for
/// what could not be read again.
int write_batch(Database& db, const Batch& batch, const std::optional<std::string>& after = {});

/// Returns the change as it was written. Throws Error if it removes a record that does not exist.
Batch commit(Database& db, const Change& change, const std::optional<std::string>& after = {});

}  // namespace hipflow::store
