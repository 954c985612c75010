// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace hipflow {

/// Runs a program found on PATH, on this terminal, and waits for it. Its exit status, or 128 + n
/// for death by signal n. Throws Error if it cannot be started.
int run_program(const std::vector<std::string>& arguments);

}  // namespace hipflow
