// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hipflow {

/// Writes a new file (0600, its folders 0700), synchronised to the disk before it appears under its
/// name. Throws Error if there is one already, or it cannot be written; then nothing is left
/// behind.
void write_new_file(const std::filesystem::path& path, std::string_view text);

/// The same, but in place of whatever file has that name.
void replace_file(const std::filesystem::path& path, std::string_view text);

/// What a file of our own holds; nothing if it cannot be read. What a user wrote is read by
/// catalog/text_file.h, with limits and reasons.
std::optional<std::string> file_content(const std::filesystem::path& path);

}  // namespace hipflow
