// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/time.h"

namespace hipflow {

struct Database;

/// The name under which this machine writes its journal entries. A history that was copied to
/// another machine gets another name there: two machines must never write under one.
std::optional<std::string> known_device(const Database& db);

/// The same, made up if need be. Writes: inside a transaction.
std::string this_device(Database& db, Instant now);

}  // namespace hipflow
