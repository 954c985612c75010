// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow::commands {

extern const cli::Command routine_sheet_command;
extern const cli::Command routine_new_command;
extern const cli::Command routine_edit_command;
extern const cli::Command routine_add_command;
extern const cli::Command routine_rename_command;
extern const cli::Command routine_remove_command;

}  // namespace hipflow::commands
