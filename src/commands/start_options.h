// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "guide/questions.h"
#include "guide/recovery.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace hipflow {

/// The command line of `start`, as typed.
struct StartOptions {
    std::string routine;  // id or file; empty: the configured one
    bool rehearse = false;
    std::optional<double> speed;
    bool plain = false;
    bool json = false;
    bool resume = false;
    bool keep_partial = false;
    bool discard = false;
    std::optional<int> pain_before;
    std::optional<int> pain_after;
    std::optional<std::string> site;
    std::optional<std::string> side;
    std::vector<std::string> hurt;
    std::optional<std::string> effort;
    std::optional<std::string> note;
};

void add_start_options(CLI::App& app, StartOptions& options);

/// The answers among them. `ask`: whether the rest may be asked for. `exercises`: the ids that
/// --hurt may name. Throws Error for an exercise that is not in the session.
GivenAnswers given_answers(const StartOptions& options, bool ask,
                           const std::vector<std::string>& exercises);

std::optional<Recovery> given_recovery(const StartOptions& options);

}  // namespace hipflow
