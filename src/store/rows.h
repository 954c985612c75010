// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/body.h"
#include "domain/prescription.h"
#include "domain/time.h"
#include "exchange/fields.h"
#include "store/database.h"

namespace hipflow::store {

// Values of the domain as values of SQLite, and back: times are integers, enumerations their words,
// what is unknown is NULL. read_value() throws Damaged if the column holds no such value.

void bind_value(SQLite::Statement& statement, int index, bool value);
void bind_value(SQLite::Statement& statement, int index, int value);
void bind_value(SQLite::Statement& statement, int index, double value);
void bind_value(SQLite::Statement& statement, int index, std::string_view value);
void bind_value(SQLite::Statement& statement, int index, const char* value);  // not as a bool
void bind_value(SQLite::Statement& statement, int index, Millis value);
void bind_value(SQLite::Statement& statement, int index, std::chrono::seconds value);
void bind_value(SQLite::Statement& statement, int index, Instant value);
void bind_value(SQLite::Statement& statement, int index, Day value);
void bind_value(SQLite::Statement& statement, int index, PainScore value);
void bind_value(SQLite::Statement& statement, int index, const std::vector<int>& value);
/// A line each.
void bind_value(SQLite::Statement& statement, int index, const std::vector<std::string>& value);
void bind_value(SQLite::Statement& statement, int index, const Prescription& value);

void read_value(const SQLite::Column& column, bool& value);
void read_value(const SQLite::Column& column, int& value);
void read_value(const SQLite::Column& column, double& value);
void read_value(const SQLite::Column& column, std::string& value);
void read_value(const SQLite::Column& column, Millis& value);
void read_value(const SQLite::Column& column, std::chrono::seconds& value);
void read_value(const SQLite::Column& column, Instant& value);
void read_value(const SQLite::Column& column, Day& value);
void read_value(const SQLite::Column& column, PainScore& value);
void read_value(const SQLite::Column& column, std::optional<PainScore>& value);
void read_value(const SQLite::Column& column, std::vector<int>& value);
void read_value(const SQLite::Column& column, std::vector<std::string>& value);
void read_value(const SQLite::Column& column, Prescription& value);

/// Throws Damaged naming the column and its value.
[[noreturn]] void throw_unreadable(const SQLite::Column& column);

template <typename Enum>
    requires std::is_enum_v<Enum>
void bind_value(SQLite::Statement& statement, int index, Enum value) {
    bind_value(statement, index, word(value));
}

template <typename Enum>
    requires std::is_enum_v<Enum>
void read_value(const SQLite::Column& column, Enum& value) {
    const std::string text = column.getString();
    const auto known = from_word<Enum>(text);
    if (!known) throw_unreadable(column);
    value = *known;
}

template <typename T>
void bind_value(SQLite::Statement& statement, int index, const std::optional<T>& value) {
    if (value) {
        bind_value(statement, index, *value);
    } else {
        statement.bind(index);
    }
}

template <typename T>
void read_value(const SQLite::Column& column, std::optional<T>& value) {
    if (column.isNull()) {
        value.reset();
    } else {
        read_value(column, value.emplace());
    }
}

template <typename Text>
void bind_value(SQLite::Statement& statement, int index,
                const exchange::JsonDocument<Text>& value) {
    bind_value(statement, index, value.text);
}

template <typename Text>
void read_value(const SQLite::Column& column, const exchange::JsonDocument<Text>& value) {
    read_value(column, value.text);
}

/// NULL where nothing is known.
template <typename Known>
void bind_value(SQLite::Statement& statement, int index, const exchange::IfKnown<Known>& maybe) {
    bind_value(statement, index, maybe.value);
}

template <typename Known>
void read_value(const SQLite::Column& column, const exchange::IfKnown<Known>& maybe) {
    read_value(column, maybe.value);
}

// Records as rows: visitors for exchange/fields.h.

/// Binds each visited value to the next parameter, starting with `next`.
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

/// Reads each visited value from the next column of the current row, which has the value's name.
class RowReader {
   public:
    explicit RowReader(SQLite::Statement& statement) : statement_(statement) {}

    template <typename T>
    void operator()([[maybe_unused]] const char* name, T&& value) {
        const SQLite::Column column = statement_.getColumn(next_++);
        assert(std::string_view(column.getName()) == name);
        read_value(column, value);
    }

   private:
    SQLite::Statement& statement_;
    int next_ = 0;
};

/// The names of a record's columns, in the order of its fields.
template <typename R>
std::vector<std::string> column_names() {
    std::vector<std::string> names;
    auto collect = [&names](const char* name, const auto&) { names.emplace_back(name); };
    R blank;
    exchange::fields(blank, collect);
    return names;
}

/// Joins with ", ".
std::string joined(const std::vector<std::string>& names);

/// "id, routine, …": the columns that read_row() reads.
template <typename R>
const std::string& columns() {
    static const std::string list = joined(column_names<R>());
    return list;
}

/// "?, ?, …": one parameter for each column.
template <typename R>
const std::string& parameters() {
    static const std::string list = joined(std::vector<std::string>(column_names<R>().size(), "?"));
    return list;
}

/// "SELECT <columns> FROM <table> <rest>"
template <typename R>
std::string select_sql(std::string_view rest) {
    return fmt::format("SELECT {} FROM {} {}", columns<R>(), exchange::kind<R>, rest);
}

template <typename R>
R read_row(SQLite::Statement& row) {
    R record;
    RowReader visit(row);
    exchange::fields(record, visit);
    return record;
}

/// Reads all rows of a statement that selects columns<R>().
template <typename R>
std::vector<R> read_rows(SQLite::Statement& statement) {
    std::vector<R> records;
    while (statement.executeStep()) records.push_back(read_row<R>(statement));
    return records;
}

/// Reads the first row, if there is one.
template <typename R>
std::optional<R> read_first(SQLite::Statement& statement) {
    if (!statement.executeStep()) return std::nullopt;
    return read_row<R>(statement);
}

/// Returns a statement from the pool with all its parameters bound, in order.
template <typename... Values>
StatementPool::Lease prepared(const Database& db, const std::string& sql, const Values&... values) {
    auto statement = db.statements.take(db.sqlite, sql);
    // NOLINTNEXTLINE(misc-const-correctness): without any value, nothing changes it
    [[maybe_unused]] Binder visit(*statement);
    (visit("", values), ...);
    return statement;
}

}  // namespace hipflow::store
