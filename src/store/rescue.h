// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "exchange/rescue_json.h"
#include "store/store.h"

namespace hipflow {

// What a session recorded and the history could not take is kept in a file beside it, or, where
// nothing can be written there, in a folder that this machine has for such. Later it is brought in.

/// Where to look for such files, and where to make one, the best place first.
std::vector<std::filesystem::path> rescue_folders(const std::filesystem::path& database,
                                                  const std::filesystem::path& spare);

/// Writes the file under the name that its first entry gives it, in the first folder that takes it,
/// in place of one of the same name. Throws Error where none does.
std::filesystem::path put_aside(const Rescue& rescue,
                                const std::vector<std::filesystem::path>& folders);

/// Puts aside all that was written through this store, whatever the history holds of it by now, and
/// what waits to be.
std::filesystem::path put_aside(const Store& store, const Batch& waiting,
                                const std::filesystem::path& spare);

/// The files that were put aside for that database.
std::vector<std::filesystem::path> rescued_files(const std::filesystem::path& database,
                                                 const std::vector<std::filesystem::path>& folders);

enum class Brought { all, other_history };

/// Records what the file holds, if it belongs to this history, and removes the file. An entry that
/// was recorded already is not recorded again. Throws Error where the file cannot be read or the
/// history not written; then the file stays.
struct BroughtIn {
    Brought outcome = Brought::all;
    int added = 0;  // entries
};
BroughtIn bring_in(Store& store, const std::filesystem::path& rescued);

}  // namespace hipflow
