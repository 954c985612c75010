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
    std::string change_id;              // shared by the entries of one command
    std::optional<std::string> undoes;  // the change that this one takes back
    std::string device;                 // empty: the one that writes it
    std::string kind;
    std::string record_id;
    std::optional<std::string> body;  // JSON; without one the record is deleted
    Instant recorded_at{};
    bool operator==(const JournalEntry&) const = default;
};

/// A member of a record that has another value than before, both as they are written in JSON, but
/// texts without quotes; nothing for what was, or is, not known.
struct FieldChange {
    std::string name;
    std::optional<std::string> before;
    std::optional<std::string> after;
    bool operator==(const FieldChange&) const = default;
};

/// What happened to one record: it came (no `before`), was changed, or went (no `after`).
struct RecordChange {
    std::optional<Record> before;
    std::optional<Record> after;
    std::vector<FieldChange> fields;  // where there are both

    /// As it is now, or was last; null for one that came and went within one command.
    const Record* newest() const {
        if (after) return &*after;
        return before ? &*before : nullptr;
    }
    bool operator==(const RecordChange&) const = default;
};

/// All that one command did to the history.
struct HistoryStep {
    std::string change_id;
    std::optional<std::string> undoes;  // the change that it took back
    std::string device;
    Instant recorded_at{};  // of its last entry
    std::vector<RecordChange> changes;
    bool operator==(const HistoryStep&) const = default;
};

}  // namespace hipflow
