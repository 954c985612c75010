// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "domain/checkpoint.h"

namespace hipflow {

struct Database;

/// Each device has at most one: a copied history brings no other machine's unfinished session.
std::optional<Checkpoint> read_checkpoint(const Database& db, const std::string& device);
void write_checkpoint(Database& db, const std::string& device,
                      const std::optional<Checkpoint>& place);

}  // namespace hipflow
