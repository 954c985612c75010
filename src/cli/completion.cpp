// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include <fmt/format.h>

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

bool may_be_file(ValueKind kind) {
    return kind == ValueKind::file || kind == ValueKind::routine_or_file ||
           kind == ValueKind::exercise_or_file;
}

/// Returns what fits as the value of an option. A part of the history or the library that cannot be
/// read offers nothing.
Completion values_of(const OptionSpec& option, Context& context) {
    Completion completion;
    completion.files = may_be_file(option.kind);
    completion.no_space = option.kind == ValueKind::scored_place;
    for (const auto choice : option.words) {
        completion.candidates.push_back(
            {std::string(choice), std::string(today::place_in_words(choice))});
    }
    try {
        for (auto& suggestion : today::suggestions(context.desk(), option.kind)) {
            suggestion.description = shown(suggestion.description, longest_description);
            completion.candidates.push_back(std::move(suggestion));
        }
    } catch (const std::exception&) {
        return completion;  // a locked history, a folder that cannot be read
    }
    return completion;
}

/// Where in the tree the cursor stands.
struct Place {
    const CommandNode* command = nullptr;
    const OptionSpec* awaiting = nullptr;  // whose value comes next
    std::set<const OptionSpec*> given;
    std::vector<std::string> arguments;
    bool options_ended = false;
    bool lost = false;  // behind a word that is no command
};

void note_value(const OptionSpec& option, const std::string& value, GlobalOptions& options) {
    if (option.is_called("--db")) options.db = value;
    if (option.is_called("--config")) options.config = value;
}

void step_over_option(Place& place, const std::string& word, GlobalOptions& options) {
    const auto equals = word.find('=');
    const OptionSpec* option = find_option(place.command, word.substr(0, equals));
    if (option == nullptr) return;
    place.given.insert(option);
    if (equals != std::string::npos) {
        note_value(*option, word.substr(equals + 1), options);
    } else if (option->takes_value) {
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
    } else if (!place.command->parts.empty()) {
        const CommandNode* named = find_command(place.command, word);
        if (named == nullptr) place.lost = true;
        if (named != nullptr) place.command = named;
    } else {
        place.arguments.push_back(word);
    }
}

std::vector<today::Suggestion> commands_below(const CommandNode& node) {
    std::vector<today::Suggestion> found;
    found.reserve(node.parts.size());
    for (const auto& part : node.parts) {
        found.push_back({std::string(part->command->name), std::string(part->command->summary)});
    }
    return found;
}

/// Returns the options of the command and of all above it that were not given yet.
std::vector<today::Suggestion> options_at(const Place& place) {
    std::vector<today::Suggestion> found;
    for (const CommandNode* node = place.command; node != nullptr; node = node->above) {
        for (const auto& option : node->options) {
            const bool given = place.given.contains(&option) && !option.repeatable;
            // --help is there at every level.
            const bool known =
                std::ranges::count(found, option.name(), &today::Suggestion::text) > 0;
            if (option.is_argument() || given || known) continue;
            found.push_back({option.name(), std::string(option.meaning)});
        }
    }
    return found;
}

/// The argument that comes next, or null.
const OptionSpec* next_argument(const Place& place) {
    std::vector<const OptionSpec*> all;
    for (const auto& option : place.command->options) {
        if (option.is_argument()) all.push_back(&option);
    }
    if (place.arguments.size() < all.size()) return all.at(place.arguments.size());
    const bool repeats = !all.empty() && all.back()->repeatable;
    return repeats ? all.back() : nullptr;
}

/// `help` takes the names of commands, one below the other.
Completion commands_to_explain(const Place& place) {
    const CommandNode* at = place.command->above;
    for (const auto& name : place.arguments) {
        if (at != nullptr) at = find_command(at, name);
    }
    return {at == nullptr ? std::vector<today::Suggestion>{} : commands_below(*at), false, false};
}

Completion words_at(const Place& place, const std::string& current, Context& context) {
    Completion completion;
    if (!place.command->parts.empty()) {
        completion.candidates = commands_below(*place.command);
        return completion;
    }
    if (const OptionSpec* argument = next_argument(place)) {
        const bool command = argument->kind == ValueKind::command;
        return command ? commands_to_explain(place) : values_of(*argument, context);
    }
    if (current.empty() && !place.options_ended) completion.candidates = options_at(place);
    return completion;
}

/// The value in "--color=al": the shell sees one word, so the candidates begin with the option.
Completion value_behind_equals(const Place& place, const std::string& current, Context& context) {
    const auto equals = current.find('=');
    const OptionSpec* option = find_option(place.command, current.substr(0, equals));
    if (option == nullptr || !option->takes_value) return {};
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
    const auto tree = tree_of(program, question.before, options);
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
