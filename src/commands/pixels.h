// SPDX-License-Identifier: MIT
#pragma once
#include "cli/context.h"
#include "commands/shared_options.h"
#include "domain/display.h"
#include "terminal/pixels.h"

namespace hipflow::commands {

/// Asks the terminal how it takes pictures in pixels, if `display` wants them. Notes in one line
/// why figures are drawn in cells where the command line named a protocol.
terminal::Pixels pixels_for(cli::Context& context, const DisplaySettings& display,
                            const DisplayOptions& given);

/// Notes, where the command line asked for sixel graphics, that figures do not move in them.
void note_sixel_is_still(cli::Context& context, const DisplayOptions& given);

}  // namespace hipflow::commands
