// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// hipflow why: what the coach knew, and why it decided so.
void add_why(CLI::App& app, Action& action);

}  // namespace hipflow
