// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/records.h"
#include "domain/time.h"

namespace hipflow::store {

struct Database;

// Data that belongs to this machine and not to the history: neither journalled nor exported.

/// Returns the name under which this machine writes journal entries, or nullopt before the first. A
/// history copied to another machine gets another name there, as no two machines may write under
/// one.
std::optional<std::string> known_device(const Database& db);

/// Returns that name and makes one up if there is none. Writes: call it within a transaction.
std::string this_device(Database& db, Instant now);

/// Writes or, if there is no place, removes the checkpoint of a device. There is at most one for
/// each, so a copied history brings no unfinished session of another machine.
void write_checkpoint(Database& db, const std::string& device,
                      const std::optional<Checkpoint>& place);

}  // namespace hipflow::store
