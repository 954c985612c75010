// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "cli/tree.h"

namespace hipflow::cli {
namespace {

std::string names(const std::string& title, const std::set<CLI::Option*>& options) {
    std::set<std::string> sorted;
    for (const CLI::Option* option : options) sorted.insert(option->get_name());
    std::string text;
    for (const auto& name : sorted) text += (text.empty() ? title : ", ") + name;
    return text;
}

/// A line for each with its meaning, and an empty line at the end.
std::string examples_text(std::span<const Example> examples) {
    std::size_t width = 0;
    for (const auto& example : examples) width = std::max(width, example.line.size());
    std::string text;
    for (const auto& example : examples) {
        text += fmt::format("  {:<{}}  {}\n", example.line, width, example.meaning);
    }
    return text + '\n';
}

/// Shows an option's value in the reader's words, and what it goes with in the order of names:
/// CLI11's own lists that by addresses, which differ from run to run.
class OptionWords final : public CLI::Formatter {
   public:
    std::string make_option_opts(const CLI::Option* option) const override;
};

std::string OptionWords::make_option_opts(const CLI::Option* option) const {
    std::string text;
    if (option->get_type_size() != 0) text += ' ' + value_name(*option);
    const auto choices = value_choices(*option);
    if (!choices.empty()) text += fmt::format(":{{{}}}", fmt::join(choices, ","));
    if (may_be_repeated(*option)) text += " ...";
    text += names(" with ", option->get_needs());
    text += names(" not with ", option->get_excludes());
    return text;
}

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<OptionWords>(); }

std::string help_text(const Command& program, const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    const std::string rest = command.help(parent == nullptr ? "" : full_name(parent));
    // CLI11 begins with the description; the examples belong between it and the usage line.
    const auto usage = rest.find("Usage: ");
    const Command* specified = specification(program, command);
    const std::string examples =
        specified->examples.empty() ? std::string() : examples_text(specified->examples);
    return command.get_description() + "\n\n" + examples +
           rest.substr(usage == std::string::npos ? 0 : usage);
}

// By a tree of its own: the one that is being parsed knows that `help` was called, and would
// explain that.
std::string help_of(const Command& program, const std::vector<std::string>& words) {
    GlobalOptions options;
    Action none;
    const auto tree = build_tree(program, words, options, none);
    const CLI::App* command = tree.get();
    for (const auto& word : words) {
        command = find_command(command, word);
        if (command == nullptr) throw Error(usage_error(*tree, words, "help: too many words"));
    }
    return help_text(program, *command);
}

}  // namespace hipflow::cli
