// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
class Option;
}  // namespace CLI

namespace hipflow::cli {

/// The parser of a command line of `program`. Only the command that the arguments mention gets its
/// options: building all of them would take longer than most commands run.
std::unique_ptr<CLI::App> build_tree(const Command& program,
                                     const std::vector<std::string>& arguments,
                                     GlobalOptions& options, Action& action);

/// The command that `app` was made from.
const Command* specification(const Command& program, const CLI::App& app);

bool is_option(const std::string& argument);
bool takes_value(const CLI::Option& option);
bool may_be_repeated(const CLI::Option& option);

/// The name of the value in help, such as "SITE" or "none|EXERCISE[=SCORE]".
std::string value_name(const CLI::Option& option);
/// The words of which the value has to be one; empty if it is free.
std::vector<std::string> value_choices(const CLI::Option& option);

/// The part of this name, or null.
const CLI::App* find_command(const CLI::App* app, const std::string& name);
/// The option of this name, of the command or of one above it; or null.
const CLI::Option* find_option(const CLI::App* app, const std::string& name);

/// "hipflow routine check"
std::string full_name(const CLI::App* app);

/// The deepest command that the arguments name, and the first word that should have named another
/// or the first option that nobody knows: CLI11 2.1 says of these only that something is missing.
struct Understood {
    const CLI::App* command = nullptr;
    std::optional<std::string> unknown_word;
    std::optional<std::string> unknown_option;
};
Understood understand(const CLI::App& app, const std::vector<std::string>& arguments);

/// Says in a line what is wrong with a command line, and where to read on.
std::string usage_error(const CLI::App& app, const std::vector<std::string>& arguments,
                        const std::string& parser_says);

}  // namespace hipflow::cli
