// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

/// What the program does without a command, and its commands in the order of the help.
extern const Command whole_program;

}  // namespace hipflow
