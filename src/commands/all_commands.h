// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

/// The action of the program without a command, and its commands in the order of the help.
extern const cli::Command whole_program;

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): declares what the list names
#define COMMAND(name) extern const cli::Command name##_command;
#include "commands/commands.def"
#undef COMMAND

}  // namespace hipflow::commands
