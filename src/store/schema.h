// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <span>
#include <string_view>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Database;
}

namespace hipflow::store {

/// The steps from an empty file to the newest version, as SQL; `user_version` counts those taken.
/// Append-only: to change the tables, add a step at the end, and add a database of the version
/// before it to the tests (docs/design/data.md, "Migrations").
std::span<const std::string_view> all_migrations();

/// Throws Error if the file was written by a newer hipflow. Changes nothing.
void require_known_version(SQLite::Database& db, const std::filesystem::path& file,
                           std::span<const std::string_view> migrations);

/// Takes the missing steps, all of them or none. A history of an older version is first copied to a
/// file beside it. Throws Error as require_known_version() does.
void migrate(SQLite::Database& db, const std::filesystem::path& file,
             std::span<const std::string_view> migrations);

}  // namespace hipflow::store
