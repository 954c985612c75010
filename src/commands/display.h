// SPDX-License-Identifier: MIT
#pragma once
#include "cli/context.h"
#include "commands/shared_options.h"
#include "domain/display.h"
#include "terminal/figure_screen.h"

namespace hipflow::commands {

/// Decides what words and figures look like, and asks the terminal what has to be known for that.
/// `screen`: whether the live screen follows. Notes in one line why figures are drawn in cells
/// where the command line named a protocol.
terminal::FigureOutput output_for(cli::Context& context, const DisplaySettings& display,
                                  const DisplayOptions& given, bool screen);

/// Notes, where the command line asked for sixel graphics, that figures do not move in them.
void note_sixel_is_still(cli::Context& context, const DisplayOptions& given);

}  // namespace hipflow::commands
