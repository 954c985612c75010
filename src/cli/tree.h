// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace hipflow::cli {

/// A command with all that may be typed behind it.
struct CommandNode {
    const Command* command = nullptr;
    const CommandNode* above = nullptr;
    std::deque<OptionSpec> options{};  // --help first
    std::vector<std::unique_ptr<CommandNode>> parts{};
    Action action{};  // null for a command that does nothing without one of its parts
};

/// The commands of `program`. Only those that the arguments mention get their options: declaring
/// all of them would take longer than most commands run.
std::unique_ptr<CommandNode> tree_of(const Command& program,
                                     const std::vector<std::string>& arguments,
                                     GlobalOptions& options);

/// Does it begin like an option? A negative number does not.
bool is_option(const std::string& argument);

/// The part of this name, or null.
const CommandNode* find_command(const CommandNode* node, const std::string& name);
/// The option of this name, of the command or of one above it; or null.
const OptionSpec* find_option(const CommandNode* node, const std::string& name);
/// "hipflow routine check"
std::string full_name(const CommandNode* node);

/// The deepest command that the arguments name, and the first word that should have named another,
/// or the first option that nobody knows.
struct Understood {
    const CommandNode* command = nullptr;
    std::optional<std::string> unknown_word{};
    std::optional<std::string> unknown_option{};
};
Understood understand(const CommandNode& root, const std::vector<std::string>& arguments);

/// Says what is wrong with a command line, and where to read on: an unknown command or option
/// first, else `fault`.
std::string usage_error(const CommandNode& root, const std::vector<std::string>& arguments,
                        const std::string& fault);

}  // namespace hipflow::cli
