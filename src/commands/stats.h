// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

extern const Command stats_command;

}  // namespace hipflow
