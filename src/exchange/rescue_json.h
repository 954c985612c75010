// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/history.h"
#include "domain/records.h"

namespace hipflow::exchange {

/// The records of a session that its history could not store. A file keeps them until it can.
struct Rescue {
    std::string database;              // path
    std::optional<std::string> first;  // id of the history's first entry; nullopt if it was new
    std::vector<JournalEntry> entries;
    std::optional<Checkpoint> place;  // where the session stands, unless it is finished
    bool operator==(const Rescue&) const = default;
};

/// Writes JSON Lines: a head, then one entry per line.
std::string rescue_text(const Rescue& rescue);
/// Reads what rescue_text wrote. Throws Error naming the line that cannot be read.
Rescue rescue_from(std::string_view text);

}  // namespace hipflow::exchange
