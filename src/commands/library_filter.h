// SPDX-License-Identifier: MIT
#pragma once
#include "cli/options.h"
#include "today/library_lists.h"

namespace hipflow {

/// Declares --level, --position and --needs.
void declare_filter(Options& options, LibraryFilter& filter);

}  // namespace hipflow
