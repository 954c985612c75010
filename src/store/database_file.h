// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "domain/time.h"

namespace hipflow::store {

/// The database to open, and how long to wait while another process holds it.
struct DatabaseFile {
    std::filesystem::path path;  // ":memory:" for a database without a file
    bool given_by_user = false;  // by --db or HIPFLOW_DB: then it may be a symbolic link
    Millis busy_timeout{5000};
};

bool in_memory(const DatabaseFile& file);

/// Makes the folder and its parents (0700). Throws Error.
void create_folders(const std::filesystem::path& folder);

/// Makes a new, empty file (0600) beside `path`, in which a database is built before it gets that
/// name. Its mode does not depend on the umask, and SQLite gives its side files the same mode.
/// Returns its path. Throws Error.
std::filesystem::path make_draft(const std::filesystem::path& path);

/// Gives a finished draft its name, durably, unless a file of that name exists. Removes the draft's
/// own name either way. Returns whether the draft got the name. Throws Error.
bool give_name(const std::filesystem::path& draft, const std::filesystem::path& path);

/// The facts about a file that can be read without opening it.
struct FileFacts {
    std::uint64_t device = 0;
    std::uint64_t number = 0;  // of its inode
    std::uint64_t size = 0;
};
/// Returns nullopt if there is no such file. Throws Error if that cannot be determined.
std::optional<FileFacts> facts_of(const std::filesystem::path& path);

/// Returns whether there is a database file. Throws Error if it must not be opened: if it is no
/// regular file (a FIFO would hang forever), belongs to another user, or is a symbolic link that
/// the user did not name.
bool exists_safely(const DatabaseFile& file);

/// Takes the rights of group and others away, unless the user named the file.
void tighten(const DatabaseFile& file);

/// Makes the entries of a folder durable. Throws Error.
void sync_folder(const std::filesystem::path& folder);

}  // namespace hipflow::store
