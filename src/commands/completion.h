// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

/// Prints the script by which a shell completes hipflow's command line.
extern const Command completion_command;

}  // namespace hipflow
