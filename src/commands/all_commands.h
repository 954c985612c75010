// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

/// What the program does without a command, and its commands in the order of the help.
extern const Command whole_program;

// The commands; a new one is declared here and listed in all_commands.cpp.
extern const Command completion_command;
extern const Command config_command;
extern const Command doctor_command;
extern const Command exercise_command;
extern const Command export_command;
extern const Command help_command;
extern const Command log_command;
extern const Command me_command;
extern const Command measure_command;
extern const Command redo_command;
extern const Command report_command;
extern const Command routine_command;
extern const Command schedule_command;
extern const Command session_command;
extern const Command stats_command;
extern const Command undo_command;

}  // namespace hipflow
