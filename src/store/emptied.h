// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace hipflow {

/// The copies of a history that lie beside it, the newest first: made before a repair, before a
/// new version, or when another program put something else in its place.
std::vector<std::filesystem::path> copies_beside(const std::filesystem::path& database);

/// What to say of a file that is there and holds no history: hipflow never makes such a one, so
/// what was in it is gone.
std::string emptied_words(const std::filesystem::path& database);

}  // namespace hipflow
