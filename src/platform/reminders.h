// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/environment.h"

namespace hipflow::platform {

// How the machine reminds: cron or systemd runs a command every quarter of an hour, which may show
// a notification on the desktop.

// The block of hipflow in the user's crontab. Its marks never change, so that a block is found
// again whatever it holds.

/// Returns the block that runs a command every quarter of an hour.
std::string crontab_block(std::string_view command);

/// Returns hipflow's block in a crontab, in whole lines, or nullopt if there is none. Throws Error,
/// with the lines, if its marks do not stand in one pair.
std::optional<std::string> block_in(std::string_view crontab);

/// Returns the crontab with `block` in place of the old one, or at its end. An empty block removes
/// the old one. No other byte changes.
std::string with_block(std::string_view crontab, std::string_view block);

/// Returns the same, but an empty text where nothing is left: what remains of a crontab that was
/// only hipflow's is no crontab.
std::string crontab_after(std::string_view crontab, std::string_view block);

/// Quotes a text as one word for the shell that cron runs, with % escaped. Throws Error for a line
/// break.
std::string crontab_word(const std::string& text);

/// Returns the user's crontab, or nullopt if there is none. Throws Error if it cannot be read.
std::optional<std::string> read_crontab();

/// Replaces the crontab `before` by `text`; an empty text removes it. Reads the result back, and
/// restores `before` if it differs. Throws Error if the crontab is not `before` at first, or not
/// `text` at last.
void replace_crontab(const std::optional<std::string>& before, const std::string& text);

/// The two files that make systemd run a command every quarter of an hour, and after sleep or a
/// change of the clock.
struct TimerUnits {
    std::string service;
    std::string timer;
    bool operator==(const TimerUnits&) const = default;
};

/// Makes the files for `command`, which is quoted for systemd already.
TimerUnits timer_units(const std::string& command);

/// Quotes a text as one word of a unit's command line. Throws Error for a line break.
std::string unit_word(const std::string& text);

std::filesystem::path service_path(const Environment& environment);
std::filesystem::path timer_path(const Environment& environment);

/// Reads them from the user's folder. Returns nullopt unless both are there.
std::optional<TimerUnits> read_units(const Environment& environment);

/// Writes and starts them. Throws Error if systemd does not run for this user, or refuses them;
/// what was there before is restored then.
void install_units(const Environment& environment, const TimerUnits& units);
void uninstall_units(const Environment& environment);

/// Returns whether systemd runs the user's own units here.
bool systemd_runs();

/// Returns the address of the desktop's message bus: from the environment, else the socket of the
/// session, since cron passes no address on. Returns nullopt if none belongs to the user.
std::optional<std::string> session_bus(const Environment& environment);

/// Shows a notification on the desktop. Returns false if that failed: without a bus, a server that
/// shows notifications, or notify-send.
bool notify_desktop(const Environment& environment, const std::string& title,
                    const std::string& text);

}  // namespace hipflow::platform
