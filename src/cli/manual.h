// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "cli/command.h"

namespace hipflow::cli {

/// Makes the commands' part of hipflow(1) from their specifications: of each command that does
/// something its heading, synopsis, arguments and options, with what help says of them. `page` is
/// that part as it stands: what it adds by hand is kept, which is the text below a synopsis, and
/// whatever follows the words of the help in the entry of an option.
std::string manual_of_commands(const Command& program, std::string_view page);

}  // namespace hipflow::cli
