// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include "commands/all_commands.h"

namespace hipflow {
namespace {

constexpr std::array help_examples = {
    Example{"hipflow help", "all commands"},
    Example{"hipflow help routine check", "one of them"},
};

struct HelpOptions {
    std::vector<std::string> words;
};

void declare_help(Options& options, HelpOptions& values) {
    options.add("command", values.words, "COMMAND", "A command; without one, all of them");
}

int explain(Context& context, const HelpOptions& values) {
    context.print(help_of(whole_program, values.words));
    return code(ExitCode::done);
}

}  // namespace

constinit const Command help_command{
    .name = "help",
    .summary = "Explain a command",
    .examples = help_examples,
    .bind = bind<&declare_help, &explain>,
};

}  // namespace hipflow
