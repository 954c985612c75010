// SPDX-License-Identifier: MIT
#include "cli/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/spelling.h"
#include "text/utf8.h"

namespace hipflow::cli {
namespace {

/// --help and --version, which the parser answers.
OptionSpec answered_flag(std::vector<std::string> names, std::string_view meaning) {
    OptionSpec spec;
    spec.names = std::move(names);
    spec.meaning = meaning;
    return spec;
}

void declare_global_options(Options& options, GlobalOptions& values) {
    options.add("--config", values.config, "FILE", "Use this configuration file")
        .takes(ValueKind::file);
    options.add("--db", values.db, "FILE", "Use this database").takes(ValueKind::file);
    options.add("--color", values.color, "WHEN", "Colour: auto, always or never");
    options.add("--charset", values.charset, "SET", "Characters: auto, ascii or unicode");
    options.flag("--no-input", values.no_input, "Never ask anything");
}

std::unique_ptr<CommandNode> bare_node(const Command& command, const CommandNode* above) {
    auto node = std::make_unique<CommandNode>(CommandNode{.command = &command, .above = above});
    node->options.push_back(answered_flag({"-h", "--help"}, "Print this help message and exit"));
    return node;
}

/// Adds options, action and parts of a command.
void add_what_it_takes(CommandNode& node, const Options* above) {
    Options options(node.options, above);
    if (node.command->bind != nullptr) node.action = node.command->bind(options);
    for (const Command* part : node.command->parts) {
        node.parts.push_back(bare_node(*part, &node));
        add_what_it_takes(*node.parts.back(), &options);
    }
}

std::vector<std::string> part_names(const CommandNode& node) {
    std::vector<std::string> names;
    names.reserve(node.parts.size());
    for (const auto& part : node.parts) names.emplace_back(part->command->name);
    return names;
}

std::vector<std::string> option_names(const CommandNode* node) {
    std::vector<std::string> names;
    for (; node != nullptr; node = node->above) {
        for (const auto& option : node->options) {
            if (!option.is_argument()) names.push_back(option.name());
        }
    }
    return names;
}

/// Is the option's value the next argument? Notes an option that nobody knows.
bool takes_next(const std::string& argument, Understood& result) {
    const std::string name = argument.substr(0, argument.find('='));
    const OptionSpec* option = find_option(result.command, name);
    if (option == nullptr && !result.unknown_option) result.unknown_option = name;
    return option != nullptr && option->takes_value && name == argument;
}

}  // namespace

std::unique_ptr<CommandNode> tree_of(const Command& program,
                                     const std::vector<std::string>& arguments,
                                     GlobalOptions& options) {
    auto root = bare_node(program, nullptr);
    root->options.push_back(answered_flag({"--version"}, "Print the version"));
    Options own(root->options, nullptr);
    declare_global_options(own, options);
    for (const Command* command : program.parts) {
        root->parts.push_back(bare_node(*command, root.get()));
        if (std::ranges::find(arguments, command->name) == arguments.end()) continue;
        add_what_it_takes(*root->parts.back(), nullptr);
    }
    const bool bare = understand(*root, arguments).command == root.get();
    if (bare && program.bind != nullptr) root->action = program.bind(own);
    return root;
}

bool is_option(const std::string& argument) {
    const bool negative_number = argument.find_first_of("0123456789") == 1;
    return argument.starts_with('-') && argument.size() > 1 && !negative_number;
}

const OptionSpec* find_option(const CommandNode* node, const std::string& name) {
    for (; node != nullptr; node = node->above) {
        for (const auto& option : node->options) {
            if (option.is_called(name)) return &option;
        }
    }
    return nullptr;
}

const CommandNode* find_command(const CommandNode* node, const std::string& name) {
    const auto named =
        std::ranges::find(node->parts, name, [](const auto& part) { return part->command->name; });
    return named == node->parts.end() ? nullptr : named->get();
}

Understood understand(const CommandNode& root, const std::vector<std::string>& arguments) {
    Understood result{.command = &root};
    for (auto at = arguments.begin(); at != arguments.end() && *at != "--"; ++at) {
        if (is_option(*at)) {
            if (takes_next(*at, result) && at + 1 != arguments.end()) ++at;
        } else if (!result.command->parts.empty()) {
            const CommandNode* named = find_command(result.command, *at);
            if (named == nullptr) {
                result.unknown_word = *at;
                return result;
            }
            result.command = named;
        }
    }
    return result;
}

std::string full_name(const CommandNode* node) {
    const std::string name(node->command->name);
    return node->above == nullptr ? name : full_name(node->above) + ' ' + name;
}

std::string usage_error(const CommandNode& root, const std::vector<std::string>& arguments,
                        const std::string& fault) {
    const Understood understood = understand(root, arguments);
    std::string what = fault;
    if (understood.unknown_word) {
        what = fmt::format("unknown command '{}'.{}", shown(*understood.unknown_word),
                           did_you_mean(*understood.unknown_word, part_names(*understood.command)));
    } else if (understood.unknown_option) {
        const std::string option = shown(*understood.unknown_option);
        const auto known = option_names(understood.command);
        const bool misplaced = std::ranges::find(known, option) != known.end();
        what = misplaced ? fmt::format("'{}' goes behind '{}', not before it.", option,
                                       full_name(understood.command))
                         : fmt::format("unknown option '{}'.{}", option,
                                       did_you_mean(*understood.unknown_option, known));
    }
    return fmt::format("{}\nTry '{} --help'.", what, full_name(understood.command));
}

}  // namespace hipflow::cli
