// SPDX-License-Identifier: MIT
#include "commands/dialogue.h"

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
    auto face = terminal::choose_face(
        context.streams(), context.environment(), style, charset,
        terminal::figures_for(context.environment(), style, charset, context.settings().display),
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
