// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

void add_me(CLI::App& app, Action& action);

}  // namespace hipflow
