// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "platform/reminders.h"
#include "today/desk.h"

namespace hipflow::today {

// cron and systemd, which ask by themselves what is due.

/// The block of a crontab that makes cron ask this program, with the files that are used here.
/// Throws Error if the program's own path cannot be found.
std::string wanted_crontab_block(Desk& desk);

/// The same for systemd.
platform::TimerUnits wanted_timer_units(Desk& desk);

/// A program that may ask, and whether it asks this one.
struct Asker {
    std::string name;   // cron, systemd
    std::string state;  // in words
    bool installed = false;
    bool well = true;
};
std::vector<Asker> askers(Desk& desk);

}  // namespace hipflow::today
