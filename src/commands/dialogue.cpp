// SPDX-License-Identifier: MIT
#include "commands/dialogue.h"

#include "platform/signals.h"
#include "terminal/capabilities.h"
#include "terminal/input.h"

namespace hipflow {

int in_dialogue(Context& context, bool plain, const std::function<void(Face& face)>& dialogue) {
    SignalWatch signals;
    LineInput input(fileno(context.streams().in), signals);
    auto face = choose_face(context.streams(), context.environment(), context.style(),
                            context.options().charset, plain, input, signals);
    try {
        dialogue(*face);
        return code(ExitCode::done);
    } catch (const Interrupted& interrupted) {
        face.reset();
        context.note("\nWhat was answered is kept.\n");
        return interrupted.signal ? 128 + *interrupted.signal : code(ExitCode::done);
    }
}

}  // namespace hipflow
