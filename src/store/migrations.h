// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <span>
#include <string_view>

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own
class Database;
}

namespace hipflow {

/// The steps from an empty file to the newest version; `user_version` counts those taken. A
/// released step never changes: a change of the tables is one more at the end, and a golden
/// database of the version before it in the tests.
std::span<const std::string_view> all_migrations();

/// Throws Error if the file comes from a newer hipflow. Changes nothing.
void require_known_version(SQLite::Database& db, const std::filesystem::path& file,
                           std::span<const std::string_view> migrations);

/// Takes the steps that are missing, all of them or none; an older history is first copied to a
/// file beside it.
void migrate(SQLite::Database& db, const std::filesystem::path& file,
             std::span<const std::string_view> migrations);

}  // namespace hipflow
