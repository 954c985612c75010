// SPDX-License-Identifier: MIT
#include <vector>

#include "catalog/bundled.h"
#include "commands/all_commands.h"

namespace hipflow::commands {
namespace {

constexpr std::array completion_examples = {
    cli::Example{"hipflow completion bash > hipflow.bash", "a file to source"},
};

struct CompletionOptions {
    std::string shell;
};

void declare_completion(cli::Options& options, CompletionOptions& values) {
    std::vector<std::string_view> shells;
    for (const auto& script : catalog::bundled_completions()) shells.push_back(script.id);
    options.add("shell", values.shell, "SHELL", "Which shell").required().among(shells);
}

int print_completion(cli::Context& context, const CompletionOptions& values) {
    for (const auto& script : catalog::bundled_completions()) {
        if (script.id == values.shell) context.write(script.text);
    }
    return cli::code(ExitCode::done);
}

}  // namespace

constinit const cli::Command completion_command{
    .name = "completion",
    .summary = "Print a script that lets a shell complete names",
    .examples = completion_examples,
    .bind = cli::bind<&declare_completion, &print_completion>,
};

}  // namespace hipflow::commands
