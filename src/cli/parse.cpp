// SPDX-License-Identifier: MIT
#include "cli/parse.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <utility>

#include "cli/help.h"
#include "cli/tree.h"
#include "text/utf8.h"

namespace hipflow::cli {
namespace {

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

/// Throws Error if an argument, or the value of an option, is empty or blank: it comes of a
/// variable that was never set, and must not be taken for one that was left out.
void refuse_empty(const CLI::App& app, const std::vector<std::string>& arguments) {
    EmptyCheck check(app);
    for (const auto& argument : arguments) check.look_at(argument);
}

}  // namespace

Parsed parse(const Command& program, const std::vector<std::string>& arguments) {
    Parsed parsed;
    const auto app = build_tree(program, arguments, parsed.options, parsed.action);
    refuse_empty(*app, arguments);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app->parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        const Understood understood = understand(*app, arguments);
        if (understood.unknown_word) throw Error(usage_error(*app, arguments, ""));
        return {{}, {}, help_text(program, *understood.command)};
    } catch (const CLI::CallForVersion& version_text) {
        return {{}, {}, std::string(version_text.what()) + '\n'};
    } catch (const CLI::ParseError& error) {
        throw Error(usage_error(*app, arguments, shown(error.what(), 400)));
    }
    if (!parsed.action) throw Error(usage_error(*app, arguments, "nothing to do"));
    return parsed;
}

}  // namespace hipflow::cli
