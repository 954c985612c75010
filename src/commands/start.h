// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

extern const Command start_command;

}  // namespace hipflow
