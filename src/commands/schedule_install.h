// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "commands/command.h"

namespace hipflow {

// What makes this machine ask by itself what is due.

void add_install(CLI::App& app, Action& action);
void add_uninstall(CLI::App& app, Action& action);
void add_status(CLI::App& app, Action& action);

/// What asks here, and whether it asks this program.
struct Asker {
    std::string name;   // cron, systemd
    std::string state;  // in words
    bool installed = false;
    bool well = true;
};
std::vector<Asker> askers(const Context& context);

}  // namespace hipflow
