// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checkpoint.h"
#include "domain/journal_entry.h"

namespace hipflow {

/// What a session recorded and its history could not take: kept in a file until it can.
struct Rescue {
    std::string database;              // its path
    std::optional<std::string> first;  // the id of the history's first entry; none of a new one
    std::vector<JournalEntry> entries;
    std::optional<Checkpoint> place;  // where the session stands, if it is not finished
    bool operator==(const Rescue&) const = default;
};

/// As JSON Lines: a head, then an entry a line.
std::string rescue_text(const Rescue& rescue);
/// Reads that. Throws Error naming the line that cannot be read.
Rescue rescue_from(std::string_view text);

}  // namespace hipflow
