// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipflow {

/// Runs a program found on PATH, on this terminal, and waits for it. Its exit status, or 128 + n
/// for death by signal n. Throws Error if it cannot be started.
int run_program(const std::vector<std::string>& arguments);

/// What a program that ran unseen left behind.
struct Outcome {
    int status = 0;  // or 128 + n for death by signal n
    std::string output;
    std::string errors;
};

/// Runs a program found on PATH with `input` on its standard input, and these variables beside, or
/// in place of, the environment. Throws Error if it cannot be started.
Outcome run_unseen(const std::vector<std::string>& arguments, std::string_view input = {},
                   const std::vector<std::pair<std::string, std::string>>& variables = {});

}  // namespace hipflow
