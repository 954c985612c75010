// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

void add_program(CLI::App& app, Action& action);

}  // namespace hipflow
