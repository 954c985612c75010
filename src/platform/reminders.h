// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/environment.h"

namespace hipflow {

// The user's crontab, and the block in it that is hipflow's (TRACKING d3). Its marks never change:
// a block is found again whatever it holds.

/// The block that runs a command every quarter of an hour.
std::string crontab_block(std::string_view command);

/// hipflow's block in a crontab, whole lines; nothing without one. Throws Error, with the lines,
/// where its marks do not stand in one pair: nothing of it is touched then.
std::optional<std::string> block_in(std::string_view crontab);

/// The crontab with that block in place of the old one, or at its end; with an empty block, without
/// any. Not another byte changes.
std::string with_block(std::string_view crontab, std::string_view block);

/// A text as one word for the shell that cron runs, in one line of a crontab: quoted, and with %
/// escaped. Throws Error for a line break.
std::string crontab_word(const std::string& text);

/// What `crontab -l` says; nothing where the user has none. Throws Error if it cannot be read.
std::optional<std::string> read_crontab();

/// Puts `text` in place of `before`, an empty one takes the table away. Reads it back, and puts
/// `before` back where something else is found. Throws Error where it is not `before` that is found
/// there, or the new one did not arrive.
void replace_crontab(const std::optional<std::string>& before, const std::string& text);

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

/// Where the desktop of this user listens: what the environment says, else the socket of the
/// session, which cron does not tell of. Nothing if there is none that belongs to the user.
std::optional<std::string> session_bus(const Environment& environment);

/// Shows a notification on the desktop. False if that cannot be done, or was refused: without a
/// bus, a server that shows it, or notify-send.
bool notify_desktop(const Environment& environment, const std::string& title,
                    const std::string& text);

}  // namespace hipflow
