// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace hipflow
