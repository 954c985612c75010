// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

extern const Command me_command;

}  // namespace hipflow
