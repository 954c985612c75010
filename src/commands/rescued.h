// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "commands/command.h"

namespace hipflow {

/// The folder for what a session cannot put aside beside the history.
std::filesystem::path spare_folder(const Environment& environment);

/// The files in which sessions put aside what they could not save.
std::vector<std::filesystem::path> rescued_files(Context& context);

/// Records what is in them. What there is to say of it, a line each. Never throws for a file that
/// cannot be read.
std::vector<std::string> bring_in_rescued(Context& context, Store& store);

/// Records what somebody has just given in a dialogue. Where it cannot be, it is put aside, and
/// Error says so.
void record_or_put_aside(Context& context, Store& store, const Change& change);

/// What could not be saved at a session's end, and where it is: for the terminal, after the reason.
std::string unsaved_text(const std::vector<std::string>& lines,
                         const std::optional<std::filesystem::path>& aside);

}  // namespace hipflow
