// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Database.h>

#include <memory>

#include "store/database_file.h"
#include "store/statement_pool.h"

namespace hipflow {

/// Marks the file as hipflow's: "hipf" in ASCII.
inline constexpr int application_id = 0x68697066;

/// An open database, with the settings that its safety rests on, at the newest version.
struct Database {
    DatabaseFile file;
    SQLite::Database sqlite;
    FileFacts facts{};                   // of the file, when it was opened
    mutable StatementPool statements{};  // asking changes nothing that can be seen
};

/// Makes folder, file and tables where there are none.
std::unique_ptr<Database> open_for_writing(const DatabaseFile& file);

/// The same for a file that is there. Null where none is.
std::unique_ptr<Database> open_again(const DatabaseFile& file);

/// Null where there is no database yet. Able to write all the same where the medium is: only so
/// can what a crashed writer left half done be rolled back. A read-only medium is read.
std::unique_ptr<Database> open_for_reading(const DatabaseFile& file);

/// Makes what open_for_reading() returned as good as what open_for_writing() does.
void open_further(Database& database);

/// Empty tables for a while; on disk when large, and gone when closed.
std::unique_ptr<Database> open_scratch();

}  // namespace hipflow
