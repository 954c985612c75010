// SPDX-License-Identifier: MIT
#include "commands/pixels.h"

#include <fmt/format.h>

namespace hipflow::commands {

terminal::Pixels pixels_for(cli::Context& context, const DisplaySettings& display,
                            const DisplayOptions& given) {
    terminal::Pixels pixels = terminal::ask_for_pixels(context.streams(), context.environment(),
                                                       context.style(), display.graphics);
    const bool named = given.graphics == Graphics::kitty || given.graphics == Graphics::sixel;
    if (named && pixels.protocol == terminal::Protocol::none) {
        context.note(fmt::format("Figures are drawn in cells: {}.\n", pixels.why));
    }
    return pixels;
}

void note_sixel_is_still(cli::Context& context, const DisplayOptions& given) {
    if (given.graphics != Graphics::sixel) return;
    context.note("Figures that move are drawn in cells: sixel graphics would be too slow.\n");
}

}  // namespace hipflow::commands
