// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace hipflow::cli {
namespace {

constexpr std::size_t column = 30;  // in which meanings begin

/// A line for each with its meaning, and an empty line at the end.
std::string examples_text(std::span<const Example> examples) {
    if (examples.empty()) return "";
    std::size_t width = 0;
    for (const auto& example : examples) width = std::max(width, example.line.size());
    std::string text;
    for (const auto& example : examples) {
        text += fmt::format("  {:<{}}  {}\n", example.line, width, example.meaning);
    }
    return text + '\n';
}

/// A name and its meaning: on the next line where it is long.
std::string entry(const std::string& what, std::string_view meaning) {
    std::string text = fmt::format("{:<{}}", "  " + what, column);
    if (what.size() + 2 >= column) text += fmt::format("\n{:<{}}", "", column);
    return fmt::format("{}{}\n", text, meaning);
}

/// The other options, in the order of their names.
std::string others(std::string_view title, const std::vector<std::string>& options) {
    if (options.empty()) return "";
    return fmt::format("{}{}", title,
                       fmt::join(std::set<std::string>(options.begin(), options.end()), ", "));
}

std::string option_entry(const OptionSpec& option) {
    std::string text = fmt::format("{} {}", fmt::join(option.names, ","), option.value_name);
    if (!option.words.empty()) text += fmt::format(":{{{}}}", fmt::join(option.words, ","));
    if (option.repeatable) text += " ...";
    text += others(" with ", option.needs);
    text += others(" not with ", option.excludes);
    return entry(text, option.meaning);
}

std::string usage(const CommandNode& node) {
    std::string text = fmt::format("Usage: {} [OPTIONS]", full_name(&node));
    for (const auto& option : node.options) {
        if (!option.is_argument()) continue;
        const std::string name = option.name() + (option.repeatable ? "..." : "");
        text += option.required ? ' ' + name : fmt::format(" [{}]", name);
    }
    if (!node.parts.empty()) {
        text += node.command->bind == nullptr ? " SUBCOMMAND" : " [SUBCOMMAND]";
    }
    return text + '\n';
}

std::string titled(std::string_view title, const std::string& entries) {
    return entries.empty() ? std::string() : fmt::format("\n{}:\n{}", title, entries);
}

}  // namespace

std::string help_text(const CommandNode& node) {
    std::string arguments;
    std::string options;
    std::string parts;
    for (const auto& option : node.options) {
        (option.is_argument() ? arguments : options) += option_entry(option);
    }
    for (const auto& part : node.parts) {
        parts += entry(std::string(part->command->name), part->command->summary);
    }
    return fmt::format("{}\n\n{}{}{}{}{}\n", node.command->summary,
                       examples_text(node.command->examples), usage(node),
                       titled("Positionals", arguments), titled("Options", options),
                       titled("Subcommands", parts));
}

std::string help_of(const Command& program, const std::vector<std::string>& words) {
    GlobalOptions options;
    const auto tree = tree_of(program, words, options);
    const CommandNode* node = tree.get();
    for (const auto& word : words) {
        node = find_command(node, word);
        if (node == nullptr) throw Error(usage_error(*tree, words, "help: too many words"));
    }
    return help_text(*node);
}

}  // namespace hipflow::cli
