// SPDX-License-Identifier: MIT
#include "cli/parse.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "cli/help.h"
#include "cli/tree.h"
#include "domain/spelling.h"
#include "text/utf8.h"
#include "version.h"

namespace hipflow::cli {
namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// One value.

/// "'12' is not a whole number from 1 to 10"
Error not_wanted(const OptionSpec& option, const std::string& text) {
    std::string wanted(option.wanted);
    if (option.range) {
        wanted += fmt::format(" from {:g} to {:g}", option.range->low, option.range->high);
    }
    return Error(fmt::format("'{}' is not {}", shown(text), wanted));
}

/// Throws Error for a value that the option cannot have, whatever its type.
void require_allowed(const OptionSpec& option, const std::string& text) {
    if (!option.words.empty() && std::ranges::find(option.words, text) == option.words.end()) {
        const std::vector<std::string> known(option.words.begin(), option.words.end());
        throw Error(fmt::format("'{}' is not one of {}.{}", shown(text), fmt::join(known, ", "),
                                did_you_mean(text, known)));
    }
    if (option.range) {
        const auto number = parse_number<double>(text);
        const bool inside = number && *number >= option.range->low && *number <= option.range->high;
        if (!inside) throw not_wanted(option, text);
    }
    if (option.plain && !is_plain_text(text)) {
        throw Error("it holds characters that cannot be shown; type it as plain text");
    }
}

/// Hands a value to the command. Throws Error naming the option for one that it cannot have.
void take_value(const OptionSpec& option, const std::string& text) {
    try {
        require_allowed(option, text);
        if (!option.take(text)) throw not_wanted(option, text);
    } catch (const Error& error) {
        throw Error(fmt::format("{}: {}", option.shown_name(), error.what()), error.code());
    }
}

/// The same of an argument that may hold several values.
void take_values(const OptionSpec& option, std::string_view text) {
    while (option.separator != 0 && text.find(option.separator) != std::string_view::npos) {
        const auto end = text.find(option.separator);
        take_value(option, std::string(text.substr(0, end)));
        text.remove_prefix(end + 1);
        if (text.empty()) return;  // "chair," as shells complete it
    }
    take_value(option, std::string(text));
}

/// Goes through a command line, and refuses values that are missing, empty or blank: an empty one
/// comes of a variable that was never set, and must not be taken for one that was left out.
class EmptyCheck {
   public:
    explicit EmptyCheck(const CommandNode& root) : node_(&root) {}

    /// Adds the argument to `line`; an empty value behind '=', where one may be, as an argument of
    /// its own, since the library would take the next one for it.
    void look_at(const std::string& argument, std::vector<std::string>& line) {
        look_at(argument);
        const bool empty_value = ends_in_equals_ && argument.ends_with('=');
        line.push_back(empty_value ? name_ : argument);
        if (empty_value) line.emplace_back();
        ends_in_equals_ = false;
    }

    void end() const {
        if (awaiting_ != nullptr) throw no_value("is missing");
    }

   private:
    void look_at(const std::string& argument) {
        if (awaiting_ != nullptr) {
            refuse_blank(*std::exchange(awaiting_, nullptr), argument);
        } else if (!options_ended_ && is_option(argument)) {
            look_at_option(argument);
        } else if (is_blank(argument)) {
            throw Error(
                fmt::format("'{}' was given an empty argument. Leave it out, or say what is meant.",
                            full_name(node_)));
        } else if (const CommandNode* below = find_command(node_, argument)) {
            node_ = below;
        }
    }

    void look_at_option(const std::string& argument) {
        if (argument == "--") {
            options_ended_ = true;
            return;
        }
        const auto equals = argument.find('=');
        name_ = argument.substr(0, equals);
        const OptionSpec* option = find_option(node_, name_);
        if (option == nullptr) return;
        if (!option->takes_value) {
            if (equals == std::string::npos) return;
            throw Error(
                fmt::format("{} takes no value. Leave out the '=' and what follows.", name_));
        }
        if (equals == std::string::npos) {
            awaiting_ = option;
        } else {
            refuse_blank(*option, std::string_view(argument).substr(equals + 1));
            ends_in_equals_ = equals + 1 == argument.size();
        }
    }

    void refuse_blank(const OptionSpec& option, std::string_view value) const {
        if (is_blank(value) && !option.may_be_empty) throw no_value("is empty");
    }

    Error no_value(std::string_view what) const {
        return Error(
            fmt::format("{}: its value {}. Give one, or leave the option out.", name_, what));
    }

    const CommandNode* node_;
    std::string name_;                      // of the newest option, as typed
    const OptionSpec* awaiting_ = nullptr;  // whose value comes next
    bool options_ended_ = false;
    bool ends_in_equals_ = false;  // the newest argument, an option with an empty value
};

/// The library's parser of a command line. It takes the line apart, and hands the values on; what
/// else holds for options is checked here, where it can be put in words.
class Parser {
   public:
    explicit Parser(const CommandNode& root) : root_(root) {
        app_.set_version_flag("--version", fmt::format("hipflow {}", version));
        add(app_, root);
    }

    /// Takes all values, and returns the command that is meant. Throws Error for what is wrong with
    /// them, CLI::CallForHelp and CLI::CallForVersion.
    const CommandNode& run(const std::vector<std::string>& arguments) {
        parse(arguments);
        const CommandNode* node = &root_;
        const CLI::App* app = &app_;
        while (!app->get_subcommands().empty()) {
            app = app->get_subcommands().front();
            node = find_command(node, app->get_name());
        }
        for (const CommandNode* each = node; each != nullptr; each = each->above) {
            for (const auto& option : each->options) require_relations(*each, option);
        }
        return *node;
    }

   private:
    void add(CLI::App& app, const CommandNode& node) {
        app.fallthrough();
        // One command a line: what comes behind it is its own, even if it reads like another's
        // name.
        app.require_subcommand(0, 1);
        for (const auto& option : node.options) {
            if (option.take) made_[&option] = &made(app, option);
        }
        for (const auto& part : node.parts) {
            const bool mentioned = part->action || !part->parts.empty();
            if (mentioned) add(*app.add_subcommand(std::string(part->command->name)), *part);
        }
    }

    static CLI::Option& made(CLI::App& app, const OptionSpec& option) {
        const std::string names = fmt::format("{}", fmt::join(option.names, ","));
        if (!option.takes_value) {
            return *app.add_flag_callback(names, [&option] { option.take(""); });
        }
        CLI::Option* added = app.add_option(names, [&option](const CLI::results_t& texts) {
            for (const auto& text : texts) take_values(option, text);
            return true;
        });
        if (option.repeatable) added->expected(CLI::detail::expected_max_vector_size);
        return *added;
    }

    void parse(const std::vector<std::string>& arguments) {
        try {
            app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        } catch (const CLI::Success&) {
            throw;  // help or the version is asked for
        } catch (const CLI::ExtrasError&) {
            throw Error(fmt::format(
                "'{}' is an argument too many. Leave it out, or put words that belong together in "
                "quotes.",
                shown(app_.remaining(true).front())));
        } catch (const CLI::ParseError& error) {
            throw Error(sentence(error));
        }
    }

    std::string sentence(const CLI::ParseError& error) const {
        for (const auto& [option, made] : made_) {
            if (option->takes_value && !option->repeatable && made->count() > 1) {
                return fmt::format("{} is given {} times. Give it once.", option->shown_name(),
                                   made->count());
            }
        }
        return shown(error.what(), 400);
    }

    bool is_given(const OptionSpec& option) const {
        const auto found = made_.find(&option);
        return found != made_.end() && found->second->count() > 0;
    }

    bool is_given(const CommandNode& node, const std::string& name) const {
        return std::ranges::any_of(node.options, [&](const OptionSpec& option) {
            return option.name() == name && is_given(option);
        });
    }

    /// Throws Error for an option that has to be given, or that does not go with the others.
    void require_relations(const CommandNode& node, const OptionSpec& option) const {
        if (!is_given(option)) {
            if (option.required) throw missing(node, option);
            return;
        }
        for (const auto& other : option.needs) {
            if (is_given(node, other)) continue;
            throw Error(fmt::format("{0} goes with {1} only. Give {1} as well, or leave {0} out.",
                                    option.name(), other));
        }
        for (const auto& other : option.excludes) {
            if (!is_given(node, other)) continue;
            throw Error(fmt::format("{} and {} exclude each other. Leave one of them out.",
                                    option.name(), other));
        }
    }

    static Error missing(const CommandNode& node, const OptionSpec& option) {
        std::string meaning(option.meaning);
        meaning.front() =
            static_cast<char>(std::tolower(static_cast<unsigned char>(meaning.front())));
        if (!option.words.empty()) meaning = fmt::format("{}", fmt::join(option.words, ", "));
        return Error(
            fmt::format("'{}' needs {}: {}", full_name(&node), option.shown_name(), meaning));
    }

    const CommandNode& root_;
    CLI::App app_;
    std::map<const OptionSpec*, const CLI::Option*> made_;
};

}  // namespace

Parsed parse(const Command& program, const std::vector<std::string>& arguments, int columns) {
    Parsed parsed;
    const auto root = tree_of(program, arguments, parsed.options);
    EmptyCheck check(*root);
    std::vector<std::string> line;
    line.reserve(arguments.size());
    for (const auto& argument : arguments) check.look_at(argument, line);
    try {
        check.end();
        const CommandNode& node = Parser(*root).run(line);
        if (!node.action) {
            throw Error(fmt::format("'{}' needs to know what to do", full_name(&node)));
        }
        parsed.action = node.action;
    } catch (const CLI::CallForHelp&) {
        const Understood understood = understand(*root, arguments);
        if (understood.unknown_word) throw Error(usage_error(*root, arguments, ""));
        return {{}, {}, help_text(*understood.command, columns)};
    } catch (const CLI::CallForVersion& version_text) {
        return {{}, {}, std::string(version_text.what()) + '\n'};
    } catch (const Error& error) {
        throw Error(usage_error(*root, arguments, error.what()), error.code());
    }
    return parsed;
}

}  // namespace hipflow::cli
