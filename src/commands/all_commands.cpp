// SPDX-License-Identifier: MIT
#include "commands/all_commands.h"

#include <array>

#include "commands/glance.h"

namespace hipflow::commands {
namespace {

constexpr std::array commands = {
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): lists what the list names
#define COMMAND(name) &name##_command,
#include "commands/commands.def"
#undef COMMAND
};

constexpr std::array glance_examples = {
    cli::Example{"hipflow", "today at a glance"},
    cli::Example{"hipflow start", "lead me through today's session"},
    cli::Example{"hipflow start --rehearse", "show what it would be"},
    cli::Example{"hipflow stats", "how it is going"},
    cli::Example{"hipflow safety", "signs that need medical help"},
};

}  // namespace

constinit const cli::Command whole_program{
    .name = "hipflow",
    .summary =
        "Guided hip-rotation routines for stiff hips and sore backs, and an honest record of them.",
    .examples = glance_examples,
    .bind = cli::bind<&declare_glance, &show_glance>,
    .parts = commands,
};

}  // namespace hipflow::commands
