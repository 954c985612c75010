// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "exchange/rescue_json.h"
#include "store/store.h"

namespace hipflow::store {

// Rescue files: if the history cannot take the records of a session, they are put aside in a file
// beside it or, if nothing can be written there, in a spare folder of this machine, and brought in
// later.

/// Returns the folders in which such files are looked for and made, the preferred one first.
std::vector<std::filesystem::path> rescue_folders(const std::filesystem::path& database,
                                                  const std::filesystem::path& spare);

/// Writes the file to the first folder that takes it, named after its first entry; replaces a file
/// of that name. Returns its path. Throws Error if no folder takes it.
std::filesystem::path put_aside(const exchange::Rescue& rescue,
                                const std::vector<std::filesystem::path>& folders);

/// Puts aside all that was written through this store, whether the history holds it or not, and
/// what waits to be written.
std::filesystem::path put_aside(const Store& store, const Batch& waiting,
                                const std::filesystem::path& spare);

/// Returns the files that were put aside for that database.
std::vector<std::filesystem::path> rescued_files(const std::filesystem::path& database,
                                                 const std::vector<std::filesystem::path>& folders);

enum class Brought { all, other_history };

struct BroughtIn {
    Brought outcome = Brought::all;
    int added = 0;  // entries
};
/// Writes what the file holds to its history, and removes the file. Leaves it, and reports
/// other_history, if it belongs to another one. Entries that are recorded already are skipped.
/// Throws Error, and leaves the file, if it cannot be read or the history cannot be written.
BroughtIn bring_in(Store& store, const std::filesystem::path& rescued);

}  // namespace hipflow::store
