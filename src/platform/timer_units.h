// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "platform/environment.h"

namespace hipflow {

/// The two files by which systemd asks every quarter of an hour, and after sleep or a change of the
/// clock (TRACKING d3).
struct TimerUnits {
    std::string service;
    std::string timer;
    bool operator==(const TimerUnits&) const = default;
};

/// `command` is quoted for systemd.
TimerUnits timer_units(const std::string& command);

/// A text as one word of a unit's command line.
std::string unit_word(const std::string& text);

std::filesystem::path service_path(const Environment& environment);
std::filesystem::path timer_path(const Environment& environment);

/// As they stand in the user's folder; nothing unless both are there.
std::optional<TimerUnits> read_units(const Environment& environment);

/// Writes and starts them. Throws Error if systemd does not run for this user, or refuses them;
/// then what was there before is there again.
void install_units(const Environment& environment, const TimerUnits& units);
void uninstall_units(const Environment& environment);

/// Whether systemd runs the user's own units here.
bool systemd_runs();

}  // namespace hipflow
