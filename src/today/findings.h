// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "today/desk.h"

namespace hipflow::today {

// The checks of the doctor, apart from terminal and sound. A bad finding never makes them throw.

/// One line of the doctor: the thing that was checked, and its state.
struct Finding {
    std::string subject;
    bool well = true;
    std::string state;
    std::string advice;  // what to do, where it is not well
    /// What a person notices where it is well: "You will hear a voice."; empty for what only shows
    /// where it fails.
    std::string noticed = {};
};
using Findings = std::vector<Finding>;

/// Can the configuration be read?
void look_at_configuration(Desk& desk, Findings& found);

/// Is what configuration and history name there? Does with each what a session, or a reminder,
/// would do with it. Returns what `start` would note beforehand; usually nullopt.
std::optional<std::string> look_at_what_is_named(Desk& desk, Findings& found);

/// Are the files of the library without faults?
void look_at_library(Desk& desk, Findings& found);

/// Is the history whole, and can something be saved? Tries it, and takes it back.
void look_at_history(Desk& desk, Findings& found);

/// Can sounds be made before they are heard?
void look_at_cache(Desk& desk, Findings& found);

/// Can anything be recorded at this time, and is the time zone known?
void look_at_clock(Desk& desk, Findings& found);

/// Does cron or systemd ask what is due, and would it get an answer?
void look_at_reminders(Desk& desk, Findings& found);

}  // namespace hipflow::today
