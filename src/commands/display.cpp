// SPDX-License-Identifier: MIT
#include "commands/display.h"

#include <fmt/format.h>

#include <utility>

#include "terminal/capabilities.h"
#include "terminal/inquiry.h"

namespace hipflow::commands {

terminal::FigureOutput output_for(cli::Context& context, const DisplaySettings& display,
                                  const DisplayOptions& given, bool screen) {
    const Style style = context.style();
    terminal::Inquiry found = terminal::inquire(context.streams(), context.environment(), style,
                                                {display.theme, display.graphics, screen});
    auto output = terminal::figures_for(context.environment(), style, context.options().charset,
                                        display, found.background);
    output.pixels = std::move(found.pixels);
    output.typed = std::move(found.typed);
    const bool named = given.graphics == display.graphics &&
                       (display.graphics == Graphics::kitty || display.graphics == Graphics::sixel);
    if (named && output.pixels.protocol == terminal::Protocol::none) {
        context.note(fmt::format("Figures are drawn in cells: {}.\n", output.pixels.why));
    }
    return output;
}

void note_sixel_is_still(cli::Context& context, const DisplayOptions& given) {
    if (given.graphics != Graphics::sixel) return;
    context.note("Figures that move are drawn in cells: sixel graphics would be too slow.\n");
}

}  // namespace hipflow::commands
