// SPDX-License-Identifier: MIT
#pragma once
#include <sys/types.h>

#include <chrono>
#include <fstream>
#include <string>

#include "platform/program.h"
#include "platform/signals.h"

namespace hipflow::support {

/// Returns whether a process has ended, be it that nobody has reaped it yet.
inline bool has_ended(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(file, line);
    return line.find(") Z") != std::string::npos || !platform::is_running(pid);
}

/// Waits until it has, for a few seconds at most. Returns whether it has.
inline bool ends_soon(pid_t pid) {
    using namespace std::chrono_literals;
    for (int turns = 0; turns < 1'000 && !has_ended(pid); ++turns) platform::wait_for({}, 5ms);
    return has_ended(pid);
}

}  // namespace hipflow::support
