// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "commands/command.h"

namespace hipflow {

/// `routine new`: writes a file of the user's, a copy of `from` or a short example.
int new_routine(Context& context, const std::string& id, const std::optional<std::string>& from);

/// `routine edit`: opens the user's file in $VISUAL or $EDITOR, and checks it afterwards.
int edit_routine(Context& context, const std::string& id);

}  // namespace hipflow
