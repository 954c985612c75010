// SPDX-License-Identifier: MIT
#include "app.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include "commands/command.h"
#include "commands/glance.h"
#include "domain/error.h"
#include "domain/spelling.h"
#include "text/utf8.h"
#include "version.h"

namespace hipflow {
namespace {

/// The parser has done its work: what is left to do is printing this.
struct Printed {
    std::string text;
};

constexpr const char* description =
    "Guided hip-rotation routines for stiff hips and sore backs, and an honest record of them.\n"
    "\n"
    "  hipflow start              lead me through today's session\n"
    "  hipflow start --rehearse   show what it would be\n"
    "  hipflow stats              how it goes\n"
    "  hipflow safety             signs that need medical help";

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

/// The tree of commands. Only the one that is called gets its options: building all of them would
/// take longer than most commands run.
std::unique_ptr<CLI::App> build(const std::vector<std::string>& arguments, GlobalOptions& options,
                                Action& action) {
    auto app = std::make_unique<CLI::App>(description, "hipflow");
    app->fallthrough();
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

std::vector<std::string> names_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* part : app.get_subcommands({})) names.push_back(part->get_name());
    if (app.get_parent() == nullptr) names.emplace_back("help");
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

const CLI::Option* find_option(const CLI::App* app, const std::string& name) {
    for (; app != nullptr; app = app->get_parent()) {
        if (const auto* option = app->get_option_no_throw(name)) return option;
    }
    return nullptr;
}

/// The deepest command that the arguments name, and the first word that should have named another
/// or the first option that nobody knows: CLI11 2.1 says of these only that something is missing.
struct Understood {
    const CLI::App* command = nullptr;
    std::optional<std::string> unknown_word;
    std::optional<std::string> unknown_option;
};

bool is_option(const std::string& argument) {
    return argument.starts_with('-') && argument.size() > 1;
}

const CLI::App* find_command(const CLI::App* app, const std::string& name) {
    const auto parts = app->get_subcommands({});
    const auto named = std::find_if(parts.begin(), parts.end(),
                                    [&](const CLI::App* part) { return part->get_name() == name; });
    return named == parts.end() ? nullptr : *named;
}

/// Whether the option's value is the next argument. Notes an option that nobody knows.
bool takes_next(const std::string& argument, Understood& result) {
    const std::string name = argument.substr(0, argument.find('='));
    const CLI::Option* option = find_option(result.command, name);
    if (option == nullptr && !result.unknown_option) result.unknown_option = name;
    return option != nullptr && option->get_items_expected_max() > 0 && name == argument;
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

/// What is wrong with a command line, in a line, and where to read on.
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

/// `help`, `help start`, `help routine check` are `--help` said otherwise.
std::vector<std::string> with_help_as_option(std::vector<std::string> arguments) {
    if (arguments.empty() || arguments.front() != "help") return arguments;
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
    return arguments;
}

Action parse(const std::vector<std::string>& arguments, GlobalOptions& options) {
    Action action;
    const auto app = build(arguments, options, action);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app->parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        const Understood understood = understand(*app, arguments);
        if (understood.unknown_word) throw Error(usage_error(*app, arguments, ""));
        const CLI::App* parent = understood.command->get_parent();
        throw Printed{understood.command->help(parent == nullptr ? "" : full_name(parent))};
    } catch (const CLI::CallForVersion& version_text) {
        throw Printed{std::string(version_text.what()) + '\n'};
    } catch (const CLI::ParseError& error) {
        throw Error(usage_error(*app, arguments, shown(error.what(), 400)));
    }
    if (!action) throw Error(usage_error(*app, arguments, "nothing to do"));
    return action;
}

/// What went wrong, in lines that act on no terminal, whatever they quote. Not by fmt, which throws
/// where nobody can hear it: the exit code still tells.
void complain(const Streams& streams, std::string_view text) {
    while (!text.empty()) {
        const auto newline = std::min(text.find('\n'), text.size());
        const std::string line = shown(text.substr(0, newline), text.size());
        std::fputs((line + '\n').c_str(), streams.err);
        text.remove_prefix(std::min(newline + 1, text.size()));
    }
}

/// Runs a command and puts every failure into words and an exit code.
int run_guarded(const std::vector<std::string>& arguments, const Streams& streams,
                const Environment& environment) {
    try {
        GlobalOptions options;
        const Action action = parse(with_help_as_option(arguments), options);
        Context context(environment, streams, std::move(options));
        return action(context);
    } catch (const Printed& printed) {
        std::fputs(printed.text.c_str(), streams.out);
        return code(ExitCode::done);
    } catch (const FileError& error) {
        complain(streams, error.what());
        return code(error.code());
    } catch (const Error& error) {
        complain(streams, fmt::format("hipflow: {}", error.what()));
        return code(error.code());
    } catch (const std::bad_alloc&) {
        std::fputs("hipflow: out of memory. What was saved before is kept.\n", streams.err);
        return code(ExitCode::storage);
    } catch (const std::exception& error) {
        complain(streams, fmt::format("hipflow: {}", error.what()));
        return code(ExitCode::storage);
    }
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Streams& streams,
        const Environment& environment) {
    const int result = run_guarded(arguments, streams, environment);
    if (result > 128) return result;  // a signal: whoever sent it need not hear more
    // An answer that did not arrive is no answer: a full disk, a closed descriptor.
    if (std::fflush(streams.out) == 0 && std::ferror(streams.out) == 0) return result;
    complain(streams, fmt::format("hipflow: the output cannot be written: {}",
                                  std::generic_category().message(errno)));
    return code(ExitCode::storage);
}

}  // namespace hipflow
