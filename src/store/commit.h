// SPDX-License-Identifier: MIT
#pragma once
#include "store/change.h"

namespace hipflow {

struct Database;

/// Stores the change in one transaction: journal entries, tables and sums.
void commit(Database& db, const Change& change);

}  // namespace hipflow
