// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "store/database_file.h"

namespace hipflow::store {

/// Marks the file as hipflow's: "hipf" in ASCII.
inline constexpr int application_id = 0x68697066;

/// Prepared statements, kept for the next use: preparing one takes several times as long as running
/// it.
class StatementPool {
    using Statements = std::multimap<std::string, SQLite::Statement>;

   public:
    /// Borrows a statement. When destroyed, resets it and gives it back.
    class Lease {
       public:
        Lease(StatementPool& pool, Statements::node_type statement)
            : pool_(&pool), statement_(std::move(statement)) {}
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() {
            if (statement_.empty()) return;
            statement_.mapped().tryReset();
            pool_->idle_.insert(std::move(statement_));
        }
        SQLite::Statement& operator*() const { return statement_.mapped(); }
        SQLite::Statement* operator->() const { return &statement_.mapped(); }

       private:
        StatementPool* pool_;
        Statements::node_type statement_;
    };

    /// The parameters still have the values of the last use: bind all of them.
    Lease take(const SQLite::Database& db, const std::string& sql) {
        auto idle = idle_.find(sql);
        if (idle == idle_.end()) idle = idle_.emplace(sql, SQLite::Statement(db, sql));
        return {*this, idle_.extract(idle)};
    }

   private:
    Statements idle_;
};

/// An open database of the newest version, with the settings that keep it safe.
struct Database {
    DatabaseFile file;
    SQLite::Database sqlite;
    FileFacts facts{};                   // of the file, at the time of opening
    mutable StatementPool statements{};  // a query changes nothing that can be observed
};

/// Opens the file; creates folder, file and tables if there are none.
std::unique_ptr<Database> open_for_writing(const DatabaseFile& file);

/// Opens an existing file for writing. Returns null if there is none.
std::unique_ptr<Database> open_again(const DatabaseFile& file);

/// Opens an existing file. Returns null if there is none. Able to write wherever the medium allows
/// it: only then can the half-finished change of a crashed writer be rolled back.
std::unique_ptr<Database> open_for_reading(const DatabaseFile& file);

/// Makes an existing file that was opened for reading as good for writing.
void open_further(Database& database);

/// Opens empty tables for temporary use, on disk if they grow large.
std::unique_ptr<Database> open_scratch();

}  // namespace hipflow::store
