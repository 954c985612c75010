// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "domain/duration.h"

namespace hipflow {

/// Which database, and how long to wait for another process that holds it.
struct DatabaseFile {
    std::filesystem::path path;  // ":memory:" for one that nobody sees
    bool given_by_user = false;  // by --db or HIPFLOW_DB: then it may be a symbolic link
    Millis busy_timeout{5000};
};

bool in_memory(const DatabaseFile& file);

/// Makes the folder, and those above it (0700).
void create_folders(const std::filesystem::path& folder);

/// A new, empty file (0600) beside `path`, under a name of its own, in which a database is to be
/// made before it gets that name. Ours alone from the first byte, whatever the umask: SQLite gives
/// its side files the same mode. Throws Error.
std::filesystem::path make_draft(const std::filesystem::path& path);

/// Gives a finished draft its name, durably, unless something has it already. The draft's own name
/// goes. Returns whether it got the name. Throws Error.
bool give_name(const std::filesystem::path& draft, const std::filesystem::path& path);

/// What is to be seen of a file without opening it.
struct FileFacts {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    std::uint64_t size = 0;
};
/// Nothing where there is none. Throws Error where it cannot be told.
std::optional<FileFacts> facts_of(const std::filesystem::path& path);

/// Whether there is a database file. Throws Error if what is there must not be opened: no regular
/// file (a FIFO would hang for ever), another user's, or a symbolic link that the user did not
/// name.
bool exists_safely(const DatabaseFile& file);

/// Takes away what group and others may do with a file of the program's own choosing.
void tighten(const DatabaseFile& file);

/// Makes the entries of a folder durable.
void sync_folder(const std::filesystem::path& folder);

}  // namespace hipflow
