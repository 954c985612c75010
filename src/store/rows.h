// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/fields.h"
#include "store/database.h"
#include "store/values.h"

namespace hipflow {

// Records as rows: the visitors of exchange/fields.h that make a record's columns.

/// Binds what it visits to the parameters from `next` on.
class Binder {
   public:
    explicit Binder(SQLite::Statement& statement, int next = 1)
        : statement_(statement), next_(next) {}

    template <typename T>
    void operator()(std::string_view /*name*/, const T& value) {
        bind_value(statement_, next_++, value);
    }

   private:
    SQLite::Statement& statement_;
    int next_;
};

/// Fills what it visits from the columns of the current row, in order.
class RowReader {
   public:
    explicit RowReader(SQLite::Statement& statement) : statement_(statement) {}

    template <typename T>
    void operator()(const char* /*name*/, T&& value) {
        read_value(statement_.getColumn(next_++), value);
    }

   private:
    SQLite::Statement& statement_;
    int next_ = 0;
};

/// The names of a record's columns.
template <typename R>
std::vector<std::string> column_names() {
    std::vector<std::string> names;
    auto collect = [&names](const char* name, const auto&) { names.emplace_back(name); };
    R blank;
    fields(blank, collect);
    return names;
}

std::string joined(const std::vector<std::string>& names);

/// "id, routine, …": what read_row() reads.
template <typename R>
const std::string& columns() {
    static const std::string list = joined(column_names<R>());
    return list;
}

/// "?, ?, …": as many as a record has columns.
template <typename R>
const std::string& parameters() {
    static const std::string list = joined(std::vector<std::string>(column_names<R>().size(), "?"));
    return list;
}

template <typename R>
R read_row(SQLite::Statement& row) {
    R record;
    RowReader visit(row);
    fields(record, visit);
    return record;
}

/// All rows of a statement that selects columns<R>().
template <typename R>
std::vector<R> read_rows(SQLite::Statement& statement) {
    std::vector<R> records;
    while (statement.executeStep()) records.push_back(read_row<R>(statement));
    return records;
}

template <typename R>
std::optional<R> read_first(SQLite::Statement& statement) {
    if (!statement.executeStep()) return std::nullopt;
    return read_row<R>(statement);
}

/// A statement with its parameters bound, in order.
template <typename... Values>
StatementPool::Lease prepared(const Database& db, const std::string& sql, const Values&... values) {
    auto statement = db.statements.take(db.sqlite, sql);
    // NOLINTNEXTLINE(misc-const-correctness): without any value, nothing changes it
    [[maybe_unused]] Binder visit(*statement);
    (visit("", values), ...);
    return statement;
}

}  // namespace hipflow
