// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "cli/tree.h"
#include "domain/number.h"
#include "text/utf8.h"
#include "today/suggestions.h"

namespace hipflow::cli {
namespace {

/// Rules that end the answer to the shell; the numbers are those of other programs' completions.
enum CompletionRule { no_space = 2, no_files = 4 };

constexpr std::size_t longest_description = 60;

struct Completion {
    std::vector<today::Suggestion> candidates;
    bool no_space = false;  // what was chosen is to be typed on
    bool files = false;     // names of files fit as well
};

void add_values(std::string_view part, Context& context, Completion& completion) {
    if (part.starts_with("FILE")) completion.files = true;
    if (part == "SCORE") completion.no_space = true;
    const bool literal =
        part.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (literal) completion.candidates.push_back({std::string(part), ""});
    try {
        for (auto& suggestion : today::suggestions(context.desk(), part)) {
            suggestion.description = shown(suggestion.description, longest_description);
            completion.candidates.push_back(std::move(suggestion));
        }
    } catch (const std::exception&) {
        return;  // a locked history, a folder that cannot be read: there is nothing to offer
    }
}

/// Returns what fits where help says "ROUTINE|FILE.toml", or "SIDE:{left,right,both}". A part of
/// the history or the library that cannot be read offers nothing.
Completion values_of(const CLI::Option& option, Context& context) {
    Completion completion;
    for (auto& choice : value_choices(option)) {
        const auto place = today::place_in_words(choice);
        completion.candidates.push_back({std::move(choice), std::string(place)});
    }
    const std::string names = value_name(option);
    std::string_view name = names;
    while (!name.empty()) {
        const auto bar = std::min(name.find('|'), name.size());
        add_values(name.substr(0, bar), context, completion);
        name.remove_prefix(std::min(bar + 1, name.size()));
    }
    return completion;
}

/// Where in the tree the cursor stands.
struct Place {
    const CLI::App* command = nullptr;
    const CLI::Option* awaiting = nullptr;  // whose value comes next
    std::set<const CLI::Option*> given;
    std::vector<std::string> positionals;
    bool options_ended = false;
    bool lost = false;  // behind a word that is no command
};

void note_value(const CLI::Option& option, const std::string& value, GlobalOptions& options) {
    if (option.check_lname("db")) options.db = value;
    if (option.check_lname("config")) options.config = value;
}

void step_over_option(Place& place, const std::string& word, GlobalOptions& options) {
    const auto equals = word.find('=');
    const CLI::Option* option = find_option(place.command, word.substr(0, equals));
    if (option == nullptr) return;
    place.given.insert(option);
    if (equals != std::string::npos) {
        note_value(*option, word.substr(equals + 1), options);
    } else if (takes_value(*option)) {
        place.awaiting = option;
    }
}

void step_over(Place& place, const std::string& word, GlobalOptions& options) {
    if (place.awaiting != nullptr) {
        note_value(*place.awaiting, word, options);
        place.awaiting = nullptr;
    } else if (!place.options_ended && word == "--") {
        place.options_ended = true;
    } else if (!place.options_ended && is_option(word)) {
        step_over_option(place, word, options);
    } else if (!place.command->get_subcommands({}).empty()) {
        const CLI::App* named = find_command(place.command, word);
        if (named == nullptr) place.lost = true;
        if (named != nullptr) place.command = named;
    } else {
        place.positionals.push_back(word);
    }
}

std::vector<today::Suggestion> commands_below(const CLI::App& app) {
    std::vector<today::Suggestion> found;
    for (const CLI::App* part : app.get_subcommands({})) {
        found.push_back({part->get_name(), part->get_description()});
    }
    return found;
}

/// Returns the options of the command and of all above it that were not given yet.
std::vector<today::Suggestion> options_at(const Place& place) {
    std::vector<today::Suggestion> found;
    for (const CLI::App* app = place.command; app != nullptr; app = app->get_parent()) {
        for (const CLI::Option* option : app->get_options()) {
            const bool given = place.given.contains(option) && !may_be_repeated(*option);
            if (given || option->get_group().empty()) continue;
            for (const auto& name : option->get_lnames()) {
                today::Suggestion candidate{"--" + name, option->get_description()};
                const auto same = [&](const today::Suggestion& other) {
                    return other.text == candidate.text;  // --help is there at every level
                };
                if (std::ranges::none_of(found, same)) found.push_back(std::move(candidate));
            }
        }
    }
    return found;
}

/// The positional that comes next, or null.
const CLI::Option* next_positional(const Place& place) {
    std::vector<const CLI::Option*> positionals;
    for (const CLI::Option* option : place.command->get_options()) {
        if (option->get_positional()) positionals.push_back(option);
    }
    if (place.positionals.size() < positionals.size()) {
        return positionals.at(place.positionals.size());
    }
    const bool repeats = !positionals.empty() && may_be_repeated(*positionals.back());
    return repeats ? positionals.back() : nullptr;
}

/// `help` takes the names of commands, one below the other.
Completion commands_to_explain(const Place& place) {
    const CLI::App* at = place.command->get_parent();
    for (const auto& name : place.positionals) {
        if (at != nullptr) at = find_command(at, name);
    }
    return {at == nullptr ? std::vector<today::Suggestion>{} : commands_below(*at), false, false};
}

Completion words_at(const Place& place, const std::string& current, Context& context) {
    Completion completion;
    if (!place.command->get_subcommands({}).empty()) {
        completion.candidates = commands_below(*place.command);
        return completion;
    }
    if (const CLI::Option* positional = next_positional(place)) {
        const bool command = value_name(*positional) == "COMMAND";
        return command ? commands_to_explain(place) : values_of(*positional, context);
    }
    if (current.empty() && !place.options_ended) completion.candidates = options_at(place);
    return completion;
}

/// The value in "--color=al": the shell sees one word, so the candidates begin with the option.
Completion value_behind_equals(const Place& place, const std::string& current, Context& context) {
    const auto equals = current.find('=');
    const CLI::Option* option = find_option(place.command, current.substr(0, equals));
    if (option == nullptr || !takes_value(*option)) return {};
    Completion completion = values_of(*option, context);
    for (auto& candidate : completion.candidates) {
        candidate.text.insert(0, current.substr(0, equals + 1));
    }
    return completion;
}

Completion complete_at(const Place& place, const std::string& current, Context& context) {
    if (place.lost) return {};
    if (place.awaiting != nullptr) return values_of(*place.awaiting, context);
    if (!place.options_ended && current.starts_with('-')) {
        if (current.find('=') != std::string::npos) {
            return value_behind_equals(place, current, context);
        }
        return {options_at(place), false, false};
    }
    return words_at(place, current, context);
}

/// The words before the cursor, and the one it stands in.
struct Asked {
    std::vector<std::string> before;
    std::string current;
};

Asked question_of(const std::vector<std::string>& arguments) {
    Asked question;
    if (arguments.size() < 2) return question;
    const auto cursor = parse_number<std::size_t>(arguments.at(1)).value_or(0);
    constexpr std::size_t first_word = 3;  // behind "__complete", its number, and the program
    for (std::size_t at = first_word; at < arguments.size() && at < cursor + 2; ++at) {
        question.before.push_back(arguments.at(at));
    }
    if (cursor > 0 && cursor + 2 < arguments.size()) question.current = arguments.at(cursor + 2);
    return question;
}

Completion answer(const Command& program, const Asked& question, const platform::Streams& streams,
                  const platform::Environment& environment) {
    GlobalOptions options;
    Action action;
    const auto tree = build_tree(program, question.before, options, action);
    Place place;
    place.command = tree.get();
    for (const auto& word : question.before) step_over(place, word, options);
    Context context(environment, streams, options);
    return complete_at(place, question.current, context);
}

}  // namespace

bool is_completion(const std::vector<std::string>& arguments) {
    return !arguments.empty() && arguments.front() == "__complete";
}

int complete(const Command& program, const std::vector<std::string>& arguments,
             const platform::Streams& streams, const platform::Environment& environment) {
    try {
        const Completion found = answer(program, question_of(arguments), streams, environment);
        std::string text;
        for (const auto& candidate : found.candidates) {
            text += fmt::format("{}\t{}\n", candidate.text, candidate.description);
        }
        const int rules = (found.no_space ? no_space : 0) + (found.files ? 0 : no_files);
        text += fmt::format(":{}\n", rules);
        std::fputs(text.c_str(), streams.out);
    } catch (const std::exception&) {
        std::fputs(":4\n", streams.out);
    }
    return code(ExitCode::done);
}

}  // namespace hipflow::cli
