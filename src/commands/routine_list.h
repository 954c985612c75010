// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"
#include "commands/library_filter.h"

namespace hipflow {

/// `routine list`: every routine that the filter lets through, as it would be for this person.
int list_routines(Context& context, const LibraryFilter& filter, bool as_json);

}  // namespace hipflow
