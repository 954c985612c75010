// SPDX-License-Identifier: MIT
#include "commands/completion.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "catalog/bundled.h"

namespace hipflow {

void add_completion(CLI::App& app, Action& action) {
    auto shell = std::make_shared<std::string>();
    std::vector<std::string> shells;
    for (const auto& script : bundled_completions()) shells.emplace_back(script.id);
    app.add_option("shell", *shell, "Which shell")
        ->required()
        ->check(CLI::IsMember(shells))
        ->type_name("SHELL");
    app.callback([shell, &action] {
        action = [shell](Context& context) {
            for (const auto& script : bundled_completions()) {
                if (script.id == *shell) context.print(script.text);
            }
            return code(ExitCode::done);
        };
    });
}

}  // namespace hipflow
