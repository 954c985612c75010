// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "cli/tree.h"

namespace hipflow::cli {

/// Explains a command: its purpose, examples, then arguments and options, in lines of at most
/// `columns`.
std::string help_text(const CommandNode& node, int columns);

/// Explains the command that these words name, such as "routine check"; none is the program.
std::string help_of(const Command& program, const std::vector<std::string>& words, int columns);

}  // namespace hipflow::cli
