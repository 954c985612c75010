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

// Why something cannot be written: found by trying it. What was tried leaves nothing behind.

/// The errno with which a file that is there is opened for writing, without a change to it; 0 where
/// it can be. Looked at, not opened: closing it would drop the locks that SQLite holds on it.
int why_unwritable(const std::filesystem::path& file);

/// The folder itself, or the nearest one above it that is there.
std::filesystem::path existing_part(const std::filesystem::path& folder);

/// The errno with which a new file in that folder cannot be made, written and made durable; 0 where
/// it can be.
int why_no_file_in(const std::filesystem::path& folder);

/// "no permission: check who owns /a/b", "the disk is full: make room": what is in the way, and
/// what to do.
std::string obstacle_words(int error, const std::filesystem::path& what);

}  // namespace hipflow
