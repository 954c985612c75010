// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string_view>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Database;
}

namespace hipflow {

/// Copies a database to a new file beside it, "hipflow.db.<label>" (with a number behind it where
/// that is taken): 0600, checked, and on the disk when this returns its path.
std::filesystem::path back_up(const std::filesystem::path& file, std::string_view label);

/// The same of one that is open, whether `file` still is its name or not.
std::filesystem::path back_up(const SQLite::Database& source, const std::filesystem::path& file,
                              std::string_view label);

}  // namespace hipflow
