// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <span>
#include <string_view>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Database;
}

namespace hipflow {

/// Throws Error if the file was written by a newer hipflow. Changes nothing.
void require_known_version(SQLite::Database& db, const std::filesystem::path& file,
                           std::span<const std::string_view> migrations);

/// Takes the missing steps, all of them or none. A history of an older version is first copied to a
/// file beside it. Throws Error as require_known_version() does.
void migrate(SQLite::Database& db, const std::filesystem::path& file,
             std::span<const std::string_view> migrations);

}  // namespace hipflow
