// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "commands/answer_options.h"
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
    AnswerOptions answers;
};

void add_start_options(CLI::App& app, StartOptions& options);

std::optional<Recovery> given_recovery(const StartOptions& options);

}  // namespace hipflow
