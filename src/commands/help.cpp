// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include "commands/all_commands.h"

namespace hipflow::commands {
namespace {

constexpr std::array help_examples = {
    cli::Example{"hipflow help", "all commands"},
    cli::Example{"hipflow help routine check", "one of them"},
};

struct HelpOptions {
    std::vector<std::string> words;
};

void declare_help(cli::Options& options, HelpOptions& values) {
    options.add("command", values.words, "COMMAND", "A command; without one, all of them")
        .takes(cli::ValueKind::command);
}

int explain(cli::Context& context, const HelpOptions& values) {
    context.print(cli::help_of(whole_program, values.words, context.style().columns));
    return cli::code(ExitCode::done);
}

}  // namespace

constinit const cli::Command help_command{
    .name = "help",
    .summary = "Explain a command",
    .examples = help_examples,
    .bind = cli::bind<&declare_help, &explain>,
};

}  // namespace hipflow::commands
