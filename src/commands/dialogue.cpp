// SPDX-License-Identifier: MIT
#include "commands/dialogue.h"

#include "commands/display.h"
#include "platform/signals.h"
#include "terminal/capabilities.h"
#include "terminal/input.h"

namespace hipflow::commands {

int in_dialogue(cli::Context& context, bool plain,
                const std::function<void(terminal::Face& face)>& dialogue,
                const std::function<bool()>& any_kept) {
    platform::SignalWatch signals;
    terminal::LineInput input(fileno(context.streams().in), signals);
    const Style style = context.style();
    const Charset charset = context.options().charset;
    const bool screen = !plain && !terminal::why_plain(context.streams(), context.environment());
    DisplaySettings display = context.settings().display;
    display.graphics = Graphics::cells;  // no figure is shown
    auto face = terminal::choose_face(
        context.streams(), context.environment(), style, charset,
        screen ? output_for(context, display, {}, screen)
               : terminal::figures_for(context.environment(), style, charset, display),
        plain ? terminal::FaceKind::plain : terminal::FaceKind::live, input, signals);
    try {
        dialogue(*face);
        return cli::code(ExitCode::done);
    } catch (const terminal::Interrupted& interrupted) {
        face.reset();
        context.note(any_kept() ? "\nYour answers so far are kept.\n" : "\nNothing is recorded.\n");
        return interrupted.signal ? 128 + *interrupted.signal : cli::code(ExitCode::done);
    }
}

}  // namespace hipflow::commands
