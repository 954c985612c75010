// SPDX-License-Identifier: MIT
#include "commands/help.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "commands/command_tree.h"

namespace hipflow {
namespace {

std::string explained(const CLI::App& tree, const std::vector<std::string>& words) {
    const CLI::App* command = &tree;
    for (const auto& word : words) {
        const CLI::App* below = find_command(command, word);
        if (below == nullptr) throw Error(usage_error(tree, words, "help: too many words"));
        command = below;
    }
    return help_text(*command);
}

}  // namespace

void add_help(CLI::App& app, Action& action) {
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("command", *words, "A command; all of them without")->type_name("COMMAND");
    app.callback([&app, words, &action] {
        // The tree is gone when the action runs.
        action = [text = explained(*app.get_parent(), *words)](Context& context) {
            context.print(text);
            return code(ExitCode::done);
        };
    });
}

}  // namespace hipflow
