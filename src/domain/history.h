// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/records.h"
#include "domain/time.h"

namespace hipflow {

/// One change of one record. Its revision is one above the highest that the journal has of it.
struct JournalEntry {
    std::string id;                     // empty: not in a journal yet
    std::string change_id;              // the same for all entries of one command
    std::optional<std::string> undoes;  // the change that this one undoes
    std::string device;                 // empty: this device
    std::string kind;
    std::string record_id;
    std::optional<std::string> body;  // JSON; without one the record is deleted
    Instant recorded_at{};
    bool operator==(const JournalEntry&) const = default;
};

/// A member of a record that changed, with both values as JSON writes them, but texts without
/// quotes; nullopt for a value that is not known.
struct FieldChange {
    std::string name;
    std::optional<std::string> before;
    std::optional<std::string> after;
    bool operator==(const FieldChange&) const = default;
};

/// A change to one record: it was added (no `before`), changed, or removed (no `after`).
struct RecordChange {
    std::optional<Record> before;
    std::optional<Record> after;
    std::vector<FieldChange> fields;  // where there are both

    /// The record as it is now, or was last; null if one command added and removed it.
    const Record* newest() const {
        if (after) return &*after;
        return before ? &*before : nullptr;
    }
    bool operator==(const RecordChange&) const = default;
};

/// Everything that one command did to the history.
struct HistoryStep {
    std::string change_id;
    std::optional<std::string> undoes;  // the change that it undid
    std::string device;
    Instant recorded_at{};  // of its last entry
    std::vector<RecordChange> changes;
    bool operator==(const HistoryStep&) const = default;
};

}  // namespace hipflow
