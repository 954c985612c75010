// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

extern const Command undo_command;
extern const Command redo_command;

}  // namespace hipflow
