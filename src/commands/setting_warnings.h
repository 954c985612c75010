// SPDX-License-Identifier: MIT
#pragma once
#include "cli/context.h"

namespace hipflow::commands {

/// Notes each exercise that the configuration avoids and that there is not. Nothing is held up.
void note_unknown_avoided(cli::Context& context);

}  // namespace hipflow::commands
