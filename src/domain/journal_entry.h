// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

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

}  // namespace hipflow
