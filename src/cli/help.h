// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class FormatterBase;
}

namespace hipflow::cli {

/// How help shows options.
std::shared_ptr<CLI::FormatterBase> help_formatter();

/// Explains a command: its purpose, examples, then arguments and options.
std::string help_text(const Command& program, const CLI::App& command);

/// Explains the command that these words name, such as "routine check"; none is the program.
std::string help_of(const Command& program, const std::vector<std::string>& words);

}  // namespace hipflow::cli
