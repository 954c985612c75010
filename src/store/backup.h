// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Database;
}

namespace hipflow::store {

// Copies of a history lie beside it and are named after it: "hipflow.db.before-repair".

inline constexpr std::string_view before_repair = "before-repair";
inline constexpr std::string_view before_version = "before-version-";  // the new version follows
inline constexpr std::string_view when_replaced = "replaced";

/// Copies a database to a new file "<file>.<label>", or "<file>.<label>-2" and so on if that
/// exists. Returns its path once the copy (0600) is checked and on the disk. Throws Error.
std::filesystem::path back_up(const std::filesystem::path& file, std::string_view label);

/// Copies an open database, named after `file` whether that is still its name or not.
std::filesystem::path back_up(const SQLite::Database& source, const std::filesystem::path& file,
                              std::string_view label);

/// Returns the copies that lie beside a history, newest first.
std::vector<std::filesystem::path> copies_beside(const std::filesystem::path& database);

/// Returns the message for a file that exists but holds no history: hipflow never makes such a
/// file, so its content was lost.
std::string emptied_words(const std::filesystem::path& database);

}  // namespace hipflow::store
