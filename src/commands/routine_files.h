// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "commands/command.h"

namespace hipflow {

struct NewRoutine {
    std::string id;
    std::optional<std::string> from;  // a routine or a file
    bool force = false;               // may take the place of a bundled one
};

/// `routine new`: writes a file of the user's, a copy or a short example, that `routine check`
/// takes, and beside it the schemas that editors complete it by.
int new_routine(Context& context, const NewRoutine& wanted);

/// `routine edit`: opens the user's file in $VISUAL or $EDITOR, and checks it afterwards.
int edit_routine(Context& context, const std::string& id);

}  // namespace hipflow
