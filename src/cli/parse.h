// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "cli/command.h"

namespace hipflow::cli {

/// A command line that was understood.
struct Parsed {
    Action action;  // null where there is only a text to print: help, or the version
    GlobalOptions options;
    std::string text;
};

/// Throws Error, with a hint at the help, for a command line that cannot be understood. `columns`:
/// of the lines of a help.
Parsed parse(const Command& program, const std::vector<std::string>& arguments, int columns = 80);

}  // namespace hipflow::cli
