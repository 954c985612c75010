// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hipflow::platform {

/// Writes a new file (0600, its folders 0700) and synchronises it to the disk before it appears
/// under its name. Throws Error if the file exists or cannot be written; nothing is left behind
/// then.
void write_new_file(const std::filesystem::path& path, std::string_view text);

/// Does the same, but replaces whatever has that name.
void replace_file(const std::filesystem::path& path, std::string_view text);

/// Does the same for a name that the user chose: of a link, the file that it leads to is replaced,
/// and a device or a pipe is written into.
void write_through(const std::filesystem::path& path, std::string_view text);

/// Reads a file that hipflow wrote. Returns nullopt if that fails. Files that a user wrote are read
/// by catalog/text_file.h, with limits and reasons.
std::optional<std::string> file_content(const std::filesystem::path& path);

/// Finds what a write that was killed has left in a folder, sorted. Empty if there is no folder.
std::vector<std::filesystem::path> drafts_in(const std::filesystem::path& folder);

// Why something cannot be written, found by trying. Trying leaves nothing behind.

/// Returns the errno with which an existing file cannot be opened for writing, or 0 if it can. The
/// file is looked at, not opened: closing it would drop the locks that SQLite holds on it.
int why_unwritable(const std::filesystem::path& file);

/// Returns the folder itself, or the nearest one above it that exists.
std::filesystem::path existing_part(const std::filesystem::path& folder);

/// Returns the errno with which a new file in that folder cannot be made, written and synchronised,
/// or 0 if it can.
int why_no_file_in(const std::filesystem::path& folder);

/// Says what an errno means and what to do: "no permission: check who owns /a/b, and its mode",
/// "the disk is full: make room".
std::string obstacle_words(int error, const std::filesystem::path& what);

}  // namespace hipflow::platform
