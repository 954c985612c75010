// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "store/commit.h"

namespace hipflow {

struct Database;

// What is written lies in the ranges in which it is read again (domain/time.h). Each throws Error
// that names the value, before anything is stored.

/// The clock of the machine.
void require_recordable(Instant now);
/// Everything that the change puts there.
void require_recordable(const Change& change);
void require_recordable(const Batch& batch);
/// The end of something that this machine put off.
void require_recordable_end(Instant until);

/// Puts the nearest value that can be read in place of each that cannot, in the journal and in the
/// tables that do not follow from it: an older hipflow could write such. What was changed, each in
/// words. In a transaction; the tables are to be made anew then.
std::vector<std::string> mend_ranges(Database& db);

}  // namespace hipflow
