// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

/// `help routine check` says what `routine check --help` says.
extern const Command help_command;

}  // namespace hipflow
