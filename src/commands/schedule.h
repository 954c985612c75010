// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

/// The plan of days: shown, set, paused, excused; and what makes this machine remind of it.
void add_schedule(CLI::App& app, Action& action);

}  // namespace hipflow
