// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

#include "domain/duration.h"

namespace hipflow {

/// Which database, and how long to wait for another process that holds it.
struct DatabaseFile {
    std::filesystem::path path;  // ":memory:" for one that nobody sees
    bool given_by_user = false;  // by --db or HIPFLOW_DB: then it may be a symbolic link
    Millis busy_timeout{5000};
};

bool in_memory(const DatabaseFile& file);

/// Makes the folder (0700) and an empty file (0600) unless something is there already. Ours alone
/// from the first byte, whatever the umask: SQLite gives its side files the same mode.
void create_if_absent(const DatabaseFile& file);

/// Whether there is a database file. Throws Error if what is there must not be opened: no regular
/// file (a FIFO would hang for ever), another user's, or a symbolic link that the user did not
/// name.
bool exists_safely(const DatabaseFile& file);

/// Takes away what group and others may do with a file of the program's own choosing.
void tighten(const DatabaseFile& file);

/// Makes the entries of a folder durable.
void sync_folder(const std::filesystem::path& folder);

}  // namespace hipflow
