// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// The data, taken away in the formats of others.
void add_export(CLI::App& app, Action& action);

}  // namespace hipflow
