// SPDX-License-Identifier: MIT
#include "commands/help.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "commands/command_tree.h"

namespace hipflow {
namespace {

/// By a tree of its own: the one that is being parsed knows that `help` was called, and would
/// explain that.
std::string explained(const std::vector<std::string>& words) {
    GlobalOptions options;
    Action none;
    const auto tree = build_tree(words, options, none);
    const CLI::App* command = tree.get();
    for (const auto& word : words) {
        command = find_command(command, word);
        if (command == nullptr) throw Error(usage_error(*tree, words, "help: too many words"));
    }
    return help_text(*command);
}

}  // namespace

void add_help(CLI::App& app, Action& action) {
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("command", *words, "A command; without one, all of them")->type_name("COMMAND");
    app.callback([words, &action] {
        action = [words](Context& context) {
            context.print(explained(*words));
            return code(ExitCode::done);
        };
    });
}

}  // namespace hipflow
