// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "cli/context.h"

namespace hipflow::commands {

/// What somebody is asked before a change, and what is said if they do not want it.
struct Agreement {
    std::string question;  // "Write this? y writes it"
    std::string declined;  // "Nothing was written."
};

/// Asks whether to do it; just Enter declines. `yes` agrees beforehand. Throws Error if there is
/// nobody to ask.
bool agrees(const cli::Context& context, bool yes, const Agreement& agreement);

}  // namespace hipflow::commands
