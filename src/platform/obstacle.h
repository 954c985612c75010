// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>

namespace hipflow {

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
