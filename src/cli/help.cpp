// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "text/layout.h"
#include "text/utf8.h"

namespace hipflow::cli {
namespace {

/// A line for each with its meaning, and an empty line at the end. Where the longest does not fit,
/// each meaning is below its line.
std::string examples_text(std::span<const Example> examples, int columns) {
    if (examples.empty()) return "";
    Rows rows;
    rows.reserve(examples.size());
    for (const auto& example : examples) {
        rows.push_back({fmt::format("  {}", example.line), std::string(example.meaning)});
    }
    std::string text;
    for (const auto& row : table_rows(rows, {{}, {Align::left, 1, true}}, columns)) text += row;
    return text + '\n';
}

/// A name and its meaning: on the next line where the name is long, or lines are short.
std::string entry(const std::string& what, std::string_view meaning, int columns) {
    constexpr int usual_column = 30;  // in which meanings begin
    constexpr int narrow_column = 6;
    const int column = columns < 2 * usual_column + 10 ? narrow_column : usual_column;
    const std::string name = "  " + what.substr(0, what.find_last_not_of(' ') + 1);
    if (width(name) < column) return labelled(padded(name, column), meaning, columns);
    return wrapped_lines(name + '\n', columns) + labelled(padded("", column), meaning, columns);
}

/// The other options, in the order of their names.
std::string others(std::string_view title, const std::vector<std::string>& options) {
    if (options.empty()) return "";
    return fmt::format("{}{}", title,
                       fmt::join(std::set<std::string>(options.begin(), options.end()), ", "));
}

std::string option_entry(const OptionSpec& option, int columns) {
    std::string text = fmt::format("{} {}", fmt::join(option.names, ","), option.value_name);
    if (!option.words.empty()) {
        const std::string words = fmt::format(":{{{}}}", fmt::join(option.words, ","));
        const bool fits = width(text) + width(words) + 4 <= columns;
        text += fits ? words : fmt::format(": {}", fmt::join(option.words, ", "));
    }
    if (option.repeatable) text += " ...";
    text += others(" with ", option.needs);
    text += others(" not with ", option.excludes);
    return entry(text, option.meaning, columns);
}

std::string usage(const CommandNode& node, int columns) {
    std::string text = fmt::format("Usage: {} [OPTIONS]", full_name(&node));
    for (const auto& option : node.options) {
        if (!option.is_argument()) continue;
        const std::string name = option.name() + (option.repeatable ? "..." : "");
        text += option.required ? ' ' + name : fmt::format(" [{}]", name);
    }
    if (!node.parts.empty()) {
        text += node.command->bind == nullptr ? " SUBCOMMAND" : " [SUBCOMMAND]";
    }
    return paragraph(text, columns);
}

std::string titled(std::string_view title, const std::string& entries) {
    return entries.empty() ? std::string() : fmt::format("\n{}:\n{}", title, entries);
}

}  // namespace

std::string help_text(const CommandNode& node, int columns) {
    std::string arguments;
    std::string options;
    std::string parts;
    for (const auto& option : node.options) {
        (option.is_argument() ? arguments : options) += option_entry(option, columns);
    }
    for (const auto& part : node.parts) {
        parts += entry(std::string(part->command->name), part->command->summary, columns);
    }
    return fmt::format("{}\n{}{}{}{}{}\n", paragraph(node.command->summary, columns),
                       examples_text(node.command->examples, columns), usage(node, columns),
                       titled("Positionals", arguments), titled("Options", options),
                       titled("Subcommands", parts));
}

std::string help_of(const Command& program, const std::vector<std::string>& words, int columns) {
    GlobalOptions options;
    const auto tree = tree_of(program, words, options);
    const CommandNode* node = tree.get();
    for (const auto& word : words) {
        node = find_command(node, word);
        if (node == nullptr) throw Error(usage_error(*tree, words, "help: too many words"));
    }
    return help_text(*node, columns);
}

}  // namespace hipflow::cli
