// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class Option;
}

namespace hipflow {

/// The tree of commands. Only the one that the arguments mention gets its options: building all of
/// them would take longer than most commands run.
std::unique_ptr<CLI::App> build_tree(const std::vector<std::string>& arguments,
                                     GlobalOptions& options, Action& action);

/// The deepest command that the arguments name, and the first word that should have named another
/// or the first option that nobody knows: CLI11 2.1 says of these only that something is missing.
struct Understood {
    const CLI::App* command = nullptr;
    std::optional<std::string> unknown_word;
    std::optional<std::string> unknown_option;
};
Understood understand(const CLI::App& app, const std::vector<std::string>& arguments);

bool is_option(const std::string& argument);
bool takes_value(const CLI::Option& option);

/// Null if there is none; an option may be the command's own or one of those above it.
const CLI::App* find_command(const CLI::App* app, const std::string& name);
const CLI::Option* find_option(const CLI::App* app, const std::string& name);

/// "hipflow routine check"
std::string full_name(const CLI::App* app);

/// What a command is for, by examples first, and all it takes.
std::string help_text(const CLI::App& command);

/// Throws Error if an argument, or the value of an option, is empty or blank: it comes of a
/// variable that was never set, and must not be taken for one that was left out.
void refuse_empty(const CLI::App& app, const std::vector<std::string>& arguments);

/// What is wrong with a command line, in a line, and where to read on.
std::string usage_error(const CLI::App& app, const std::vector<std::string>& arguments,
                        const std::string& parser_says);

}  // namespace hipflow
