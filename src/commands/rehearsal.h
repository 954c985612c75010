// SPDX-License-Identifier: MIT
#pragma once
#include "cli/command.h"
#include "commands/start_options.h"

namespace hipflow::commands {

/// An event of a rehearsal, on the session's clock.
struct RehearsedEvent {
    Millis at{};
    std::string path;  // of the segment
    std::string kind;
    std::string text;
};

/// `start --rehearse`: prints every event of the session on a virtual clock, with its time, which
/// is the exact timeline of the live run, since the same player makes it; or plays it, so many
/// times as fast.
int rehearse(cli::Context& context, const StartOptions& options);

}  // namespace hipflow::commands
