// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/answer_options.h"
#include "guide/recovery.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace hipflow {

/// The command line of `start`, as typed.
struct StartOptions {
    std::string routine;  // id or file; empty: today's
    bool shortest = false;
    std::optional<int> minutes;
    bool rehearse = false;
    std::optional<double> speed;
    bool plain = false;
    std::optional<bool> voice;  // else as configured
    std::optional<bool> tones;
    std::optional<bool> hands_free;
    bool no_figures = false;
    bool json = false;
    bool resume = false;
    bool keep_partial = false;
    bool discard = false;
    AnswerOptions answers;
    BeforeOptions before;
    std::vector<std::string> easier;
    std::vector<std::string> harder;
};

void add_start_options(CLI::App& app, StartOptions& options);

std::optional<Recovery> given_recovery(const StartOptions& options);

}  // namespace hipflow
