// SPDX-License-Identifier: MIT
#pragma once
#include "cli/options.h"
#include "today/library_lists.h"

namespace hipflow::commands {

/// Declares --level, --position and --needs.
void declare_filter(cli::Options& options, today::LibraryFilter& filter);

}  // namespace hipflow::commands
