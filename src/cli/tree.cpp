// SPDX-License-Identifier: MIT
#include "cli/tree.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ranges>

#include "cli/help.h"
#include "domain/spelling.h"
#include "text/utf8.h"
#include "version.h"

namespace hipflow::cli {
namespace {

void add_global_options(CLI::App& app, GlobalOptions& options) {
    app.add_option("--config", options.config, "Use this configuration file")->type_name("FILE");
    app.add_option("--db", options.db, "Use this database")->type_name("FILE");
    app.add_option("--color", options.color, "Colour: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    app.add_option("--charset", options.charset, "Characters: auto, ascii or unicode")
        ->check(CLI::IsMember({"auto", "ascii", "unicode"}))
        ->type_name("SET");
    app.add_flag("--no-input", options.no_input, "Never ask anything");
}

std::vector<std::string> names_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* part : app.get_subcommands({})) names.push_back(part->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App* app) {
    std::vector<std::string> names;
    for (; app != nullptr; app = app->get_parent()) {
        for (const auto* option : app->get_options()) {
            for (const auto& name : option->get_lnames()) names.push_back("--" + name);
        }
    }
    return names;
}

/// Is the option's value the next argument? Notes an option that nobody knows.
bool takes_next(const std::string& argument, Understood& result) {
    const std::string name = argument.substr(0, argument.find('='));
    const CLI::Option* option = find_option(result.command, name);
    if (option == nullptr && !result.unknown_option) result.unknown_option = name;
    return option != nullptr && takes_value(*option) && name == argument;
}

CLI::App& add_part(CLI::App& app, const Command& part) {
    CLI::App* added = app.add_subcommand(std::string(part.name), std::string(part.summary));
    added->fallthrough();
    return *added;
}

/// Adds what the command does by itself: its options and, unless a part is called, its work.
void add_own(CLI::App& app, const Command& command, Options* options, Action& action) {
    if (command.bind == nullptr) return;
    Options root(app, nullptr);
    app.callback([&app, &action, work = command.bind(options == nullptr ? root : *options)] {
        if (app.get_subcommands().empty()) action = work;
    });
}

/// Adds options, work and parts of a command.
void add_what_it_takes(CLI::App& app, const Command& command, const Options* above,
                       Action& action) {
    Options options(app, above);
    if (!command.parts.empty()) app.require_subcommand(command.bind == nullptr ? 1 : 0, 1);
    add_own(app, command, &options, action);
    for (const Command* part : command.parts) {
        add_what_it_takes(add_part(app, *part), *part, &options, action);
    }
}

}  // namespace

std::unique_ptr<CLI::App> build_tree(const Command& program,
                                     const std::vector<std::string>& arguments,
                                     GlobalOptions& options, Action& action) {
    auto app = std::make_unique<CLI::App>(std::string(program.summary), std::string(program.name));
    app->fallthrough();
    app->formatter(help_formatter());  // commands inherit it
    // One command a line: what comes behind it is its own, even if it reads like another's name.
    app->require_subcommand(0, 1);
    app->set_version_flag("--version", fmt::format("hipflow {}", version), "Print the version");
    add_global_options(*app, options);
    bool bare = true;
    for (const Command* command : program.parts) {
        CLI::App& added = add_part(*app, *command);
        if (std::ranges::find(arguments, command->name) == arguments.end()) continue;
        bare = false;
        add_what_it_takes(added, *command, nullptr, action);
    }
    if (bare) add_own(*app, program, nullptr, action);
    return app;
}

const Command* specification(const Command& program, const CLI::App& app) {
    if (app.get_parent() == nullptr) return &program;
    const Command* above = specification(program, *app.get_parent());
    if (above == nullptr) return nullptr;
    const auto part = std::ranges::find(above->parts, app.get_name(), &Command::name);
    return part == above->parts.end() ? nullptr : *part;
}

bool is_option(const std::string& argument) {
    return argument.starts_with('-') && argument.size() > 1;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

bool may_be_repeated(const CLI::Option& option) {
    return option.get_expected_max() == CLI::detail::expected_max_vector_size;
}

// CLI11 keeps both in one text: "SITE:{thigh,foot}", "0-10:INT in [0 - 10]".
std::string value_name(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':'));
}

std::vector<std::string> value_choices(const CLI::Option& option) {
    std::vector<std::string> choices;
    const std::string type = option.get_type_name();
    const auto open = type.find(":{");
    if (open == std::string::npos) return choices;
    std::string_view list = std::string_view(type).substr(open + 2);
    list = list.substr(0, list.find('}'));
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        choices.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return choices;
}

const CLI::Option* find_option(const CLI::App* app, const std::string& name) {
    for (; app != nullptr; app = app->get_parent()) {
        if (const auto* option = app->get_option_no_throw(name)) return option;
    }
    return nullptr;
}

const CLI::App* find_command(const CLI::App* app, const std::string& name) {
    const auto parts = app->get_subcommands({});
    const auto named = std::find_if(parts.begin(), parts.end(),
                                    [&](const CLI::App* part) { return part->get_name() == name; });
    return named == parts.end() ? nullptr : *named;
}

Understood understand(const CLI::App& app, const std::vector<std::string>& arguments) {
    Understood result{&app, std::nullopt, std::nullopt};
    for (auto at = arguments.begin(); at != arguments.end() && *at != "--"; ++at) {
        if (is_option(*at)) {
            if (takes_next(*at, result) && at + 1 != arguments.end()) ++at;
        } else if (!result.command->get_subcommands({}).empty()) {
            const CLI::App* named = find_command(result.command, *at);
            if (named == nullptr) {
                result.unknown_word = *at;
                return result;
            }
            result.command = named;
        }
    }
    return result;
}

std::string full_name(const CLI::App* app) {
    if (app->get_parent() == nullptr) return app->get_name();
    return full_name(app->get_parent()) + ' ' + app->get_name();
}

std::string usage_error(const CLI::App& app, const std::vector<std::string>& arguments,
                        const std::string& parser_says) {
    const Understood understood = understand(app, arguments);
    std::string what = parser_says;
    if (understood.unknown_word) {
        what = fmt::format("unknown command '{}'.{}", shown(*understood.unknown_word),
                           did_you_mean(*understood.unknown_word, names_of(*understood.command)));
    } else if (understood.unknown_option) {
        what =
            fmt::format("unknown option '{}'.{}", shown(*understood.unknown_option),
                        did_you_mean(*understood.unknown_option, option_names(understood.command)));
    } else if (!understood.command->get_subcommands({}).empty()) {
        what = fmt::format("'{}' needs to know what to do", full_name(understood.command));
    }
    return fmt::format("{}\nTry '{} --help'.", what, full_name(understood.command));
}

}  // namespace hipflow::cli
