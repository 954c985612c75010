// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "store/change.h"
#include "store/store.h"
#include "today/desk.h"

namespace hipflow::today {

/// The folder for what a session cannot put aside beside the history.
std::filesystem::path spare_folder(const platform::Environment& environment);

/// The files in which sessions put aside what they could not save.
std::vector<std::filesystem::path> rescued_files(Desk& desk);

/// Records what is in them. Returns a line about each. Never throws for a file that cannot be read.
std::vector<std::string> bring_in_rescued(Desk& desk, store::Store& store);

/// The history as it is opened to be repaired: not by the desk, whose store() needs a clock that is
/// right, and whose history() keeps a database open that is made anew.
struct HistoryToRepair {
    store::Store store;
    bool existed = false;
};
/// Throws Error, ExitCode::nothing, where there is neither a database nor anything put aside.
HistoryToRepair open_to_repair(Desk& desk);

/// Records what was just answered in a dialogue. Where the history cannot be written, puts it aside
/// and throws Error that says so. Returns what happened to the history's file meanwhile, in words;
/// usually empty.
std::string record_or_put_aside(Desk& desk, store::Store& store, const store::Change& change);

/// Says what could not be saved at a session's end, and where it is kept; printed after the reason.
std::string unsaved_text(const std::vector<std::string>& lines,
                         const std::optional<std::filesystem::path>& aside);

}  // namespace hipflow::today
