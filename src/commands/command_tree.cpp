// SPDX-License-Identifier: MIT
#include "commands/command_tree.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "commands/examples.h"
#include "commands/glance.h"
#include "commands/option_words.h"
#include "domain/spelling.h"
#include "text/utf8.h"
#include "version.h"

namespace hipflow {
namespace {

constexpr const char* program_description =
    "Guided hip-rotation routines for stiff hips and sore backs, and an honest record of them.";

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

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// 'start' asks for a note, and Enter alone answers that there is none: so does an empty one.
bool answers_with_nothing(const CLI::App& command, const std::string& option) {
    return command.get_name() == "start" && option == "--note";
}

/// Goes through a command line, and refuses what is empty in it.
class EmptyCheck {
   public:
    explicit EmptyCheck(const CLI::App& app) : command_(&app) {}

    void look_at(const std::string& argument) {
        if (!awaiting_.empty()) {
            refuse_blank(std::exchange(awaiting_, ""), argument);
        } else if (!options_ended_ && is_option(argument)) {
            look_at_option(argument);
        } else {
            refuse_blank("", argument);
            const CLI::App* below = find_command(command_, argument);
            if (below != nullptr) command_ = below;
        }
    }

   private:
    void look_at_option(const std::string& argument) {
        const auto equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        const CLI::Option* option = find_option(command_, name);
        if (argument == "--") {
            options_ended_ = true;
        } else if (equals != std::string::npos) {
            refuse_blank(name, std::string_view(argument).substr(equals + 1));
        } else if (option != nullptr && takes_value(*option)) {
            awaiting_ = name;
        }
    }

    void refuse_blank(const std::string& option, std::string_view value) const {
        if (!is_blank(value) || answers_with_nothing(*command_, option)) return;
        if (!option.empty()) {
            throw Error(fmt::format("{}: its value is empty. Give one, or leave the option out.",
                                    shown(option)));
        }
        throw Error(
            fmt::format("'{}' was given an empty argument. Leave it out, or say what is "
                        "meant.",
                        full_name(command_)));
    }

    const CLI::App* command_;
    std::string awaiting_;  // the option whose value comes next
    bool options_ended_ = false;
};

/// Whether the option's value is the next argument. Notes an option that nobody knows.
bool takes_next(const std::string& argument, Understood& result) {
    const std::string name = argument.substr(0, argument.find('='));
    const CLI::Option* option = find_option(result.command, name);
    if (option == nullptr && !result.unknown_option) result.unknown_option = name;
    return option != nullptr && takes_value(*option) && name == argument;
}

}  // namespace

std::unique_ptr<CLI::App> build_tree(const std::vector<std::string>& arguments,
                                     GlobalOptions& options, Action& action) {
    auto app = std::make_unique<CLI::App>(program_description, "hipflow");
    app->fallthrough();
    app->formatter(std::make_shared<OptionWords>());  // commands inherit it
    // One command a line: what comes behind it is its own, even if it reads like another's name.
    app->require_subcommand(0, 1);
    app->set_version_flag("--version", fmt::format("hipflow {}", version), "Print the version");
    add_global_options(*app, options);
    bool bare = true;
    for (const auto& command : all_commands()) {
        CLI::App* added =
            app->add_subcommand(std::string(command.name), std::string(command.summary));
        added->fallthrough();
        const bool mentioned =
            std::find(arguments.begin(), arguments.end(), command.name) != arguments.end();
        if (!mentioned) continue;
        bare = false;
        command.add(*added, action);
        for (CLI::App* part : added->get_subcommands({})) part->fallthrough();
    }
    if (bare) add_glance(*app, action);
    return app;
}

bool is_option(const std::string& argument) {
    return argument.starts_with('-') && argument.size() > 1;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

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

void refuse_empty(const CLI::App& app, const std::vector<std::string>& arguments) {
    EmptyCheck check(app);
    for (const auto& argument : arguments) check.look_at(argument);
}

std::string full_name(const CLI::App* app) {
    if (app->get_parent() == nullptr) return app->get_name();
    return full_name(app->get_parent()) + ' ' + app->get_name();
}

std::string help_text(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    const std::string rest = command.help(parent == nullptr ? "" : full_name(parent));
    // CLI11 begins with the description; the examples belong between it and the usage line.
    const auto usage = rest.find("Usage: ");
    return command.get_description() + "\n\n" + examples_text(full_name(&command)) +
           rest.substr(usage == std::string::npos ? 0 : usage);
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

}  // namespace hipflow
