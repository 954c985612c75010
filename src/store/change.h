// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checkpoint.h"
#include "domain/records.h"

namespace hipflow {

/// Which record: its kind (exchange/kind.h) and id.
struct RecordName {
    std::string_view kind;
    std::string id;
    bool operator==(const RecordName&) const = default;
};

/// What one step of a command does to the history: all of it is stored, or nothing.
struct Change {
    Instant now{};
    /// Shared by all changes of one command, so that `undo` takes the whole of it back; empty: this
    /// change is all that the command does.
    std::string id{};
    std::vector<RecordName> del{};  // taken away first
    std::vector<Record> put{};      // new, or in place of the record with the same id
    /// Outer empty: stays as it is. Inner empty: there is none any more.
    std::optional<std::optional<Checkpoint>> checkpoint{};
};

/// Adds the prescription to the change and returns the hash by which a session names it. However
/// often one content is remembered, commit() keeps it once.
std::string remember(const Prescription& prescription, Change& change);

/// Adds to the change that this record goes.
void remove_record(const Record& record, Change& change);

}  // namespace hipflow
