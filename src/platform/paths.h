// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "platform/environment.h"

namespace hipflow {

/// Where hipflow keeps things (XDG Base Directory 0.8: a relative path in a variable is ignored).
/// Each throws Error if there is no variable and no home directory to go by.
std::filesystem::path config_folder(const Environment& environment);
std::filesystem::path data_folder(const Environment& environment);
/// What is kept for this machine alone.
std::filesystem::path state_folder(const Environment& environment);
/// What may be deleted at any time.
std::filesystem::path cache_folder(const Environment& environment);

/// What an option or a variable names comes first.
std::filesystem::path config_file(const Environment& environment,
                                  const std::optional<std::string>& option);
struct DatabasePath {
    std::filesystem::path path;
    bool given_by_user = false;
};
DatabasePath database_path(const Environment& environment,
                           const std::optional<std::string>& option);

}  // namespace hipflow
