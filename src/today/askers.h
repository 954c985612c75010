// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
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

/// A change of the user's crontab that has not been made yet.
struct CrontabChange {
    std::optional<std::string> before;  // the crontab; nullopt: there is none
    std::string old_block;              // hipflow's part of it; empty: none
    std::string block;                  // what is to stand in its place; empty: nothing

    bool changes() const { return old_block != block; }
};

/// Reads the crontab. Throws Error if it cannot be read, or hipflow's marks in it do not stand in
/// one pair.
CrontabChange crontab_change(std::string block);

/// Keeps a copy of the crontab in the data folder. Returns its path, or nullopt if there is no
/// crontab.
std::optional<std::filesystem::path> keep_copy(Desk& desk, const CrontabChange& change);

/// Replaces the crontab; removes it if nothing is left of it. Throws Error if it is not as it was
/// read, or does not take the change.
void carry_out(const CrontabChange& change);

/// A program that may ask, and whether it asks this one.
struct Asker {
    std::string name;   // cron, systemd
    std::string state;  // in words
    bool installed = false;
    bool well = true;
};
std::vector<Asker> askers(Desk& desk);

}  // namespace hipflow::today
