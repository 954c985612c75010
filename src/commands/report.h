// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

void add_report(CLI::App& app, Action& action);

}  // namespace hipflow
