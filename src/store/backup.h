// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string_view>

namespace hipflow {

/// Copies a database to a new file beside it, "hipflow.db.<label>" (with a number behind it where
/// that is taken): 0600, checked, and on the disk when this returns its path.
std::filesystem::path back_up(const std::filesystem::path& file, std::string_view label);

}  // namespace hipflow
