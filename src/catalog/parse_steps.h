// SPDX-License-Identifier: MIT
#pragma once
#include "catalog/content_files.h"
#include "catalog/table_reader.h"

namespace hipflow::catalog {

/// Reads every [[step]] and [[block]] of a routine in the order of the file, and notes their
/// places. Rests become part of the step after them.
void read_steps(TableReader& fields, RoutineFile& source);

}  // namespace hipflow::catalog
