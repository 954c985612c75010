// SPDX-License-Identifier: MIT
#pragma once
#include "commands/command.h"

namespace hipflow {

// `session amend` and `session remove`.

void add_amend(CLI::App& session, Action& action);
void add_remove(CLI::App& session, Action& action);

/// By "last", a date, a day by name, or the start of its id.
Session named_session(Context& context, const Store& store, const std::string& name);

}  // namespace hipflow
