// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <string>

namespace hipflow {

/// Statements ready to run again: preparing one costs several times what running it does.
class StatementPool {
    using Statements = std::multimap<std::string, SQLite::Statement>;

   public:
    /// A statement for as long as this lives; then it is reset and ready for the next.
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

    /// Its parameters are those of its last run: bind them all.
    Lease take(const SQLite::Database& db, const std::string& sql) {
        auto idle = idle_.find(sql);
        if (idle == idle_.end()) idle = idle_.emplace(sql, SQLite::Statement(db, sql));
        return {*this, idle_.extract(idle)};
    }

   private:
    Statements idle_;
};

}  // namespace hipflow
