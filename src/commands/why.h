// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"

namespace hipflow {

/// What the coach knew, and why it decided so.
extern const Command why_command;

}  // namespace hipflow
