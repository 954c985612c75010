// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "guide/questions.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace hipflow {

/// Answers to the questions of a session, as typed on the command line.
struct AnswerOptions {
    std::optional<int> pain_before;
    std::optional<int> pain_after;
    std::optional<std::string> site;
    std::optional<std::string> side;
    std::vector<std::string> hurt;
    std::optional<std::string> effort;
    std::optional<std::string> note;
};

/// Answers to what is asked before a session only, as typed.
struct BeforeOptions {
    std::optional<int> morning;
    bool soreness = false;
    std::optional<std::string> news;
    std::optional<std::string> clearance;
    bool flare = false;
    bool override_gate = false;
};

/// All words of an enumeration, to choose from.
template <typename Enum>
std::vector<std::string> all_words() {
    return {words<Enum>.begin(), words<Enum>.end()};
}

/// Adds --site and --side.
void add_place_options(CLI::App& app, AnswerOptions& options);
/// Adds --note.
void add_note_option(CLI::App& app, AnswerOptions& options);
/// Adds --pain-before, --pain-after, --site, --side, --hurt, --effort and --note.
void add_answer_options(CLI::App& app, AnswerOptions& options);

/// Adds --morning, --soreness, --new, --clearance, --flare and --override.
void add_before_options(CLI::App& app, BeforeOptions& options);
/// The same two for commands that are data.
void declare_answers(Options& options, AnswerOptions& values);
void declare_before(Options& options, BeforeOptions& values);
/// Adds them to the answers. Throws Error for a note that cannot be shown.
void take_before_options(const BeforeOptions& options, GivenAnswers& given);

/// The note. Throws Error for one that cannot be shown.
std::optional<std::string> plain_note(const AnswerOptions& options);

/// The answers as values. `ask`: whether the rest may be asked for. `exercises`: the ids that
/// --hurt may name. Throws Error for an exercise that is not in the session.
GivenAnswers given_answers(const AnswerOptions& options, bool ask,
                           const std::vector<std::string>& exercises);

}  // namespace hipflow
