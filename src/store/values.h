// SPDX-License-Identifier: MIT
#pragma once
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "domain/pain.h"
#include "domain/prescription.h"
#include "domain/time.h"
#include "exchange/fields.h"
#include "store/failure.h"

namespace hipflow {

// One value of the domain as one value of SQLite, and back. Times are integers, enumerations their
// words, what is not known is NULL.

void bind_value(SQLite::Statement& statement, int index, bool value);
void bind_value(SQLite::Statement& statement, int index, int value);
void bind_value(SQLite::Statement& statement, int index, double value);
void bind_value(SQLite::Statement& statement, int index, std::string_view value);
void bind_value(SQLite::Statement& statement, int index, const char* value);  // or it were a bool
void bind_value(SQLite::Statement& statement, int index, Millis value);
void bind_value(SQLite::Statement& statement, int index, std::chrono::seconds value);
void bind_value(SQLite::Statement& statement, int index, Instant value);
void bind_value(SQLite::Statement& statement, int index, Day value);
void bind_value(SQLite::Statement& statement, int index, PainScore value);
void bind_value(SQLite::Statement& statement, int index, const std::vector<int>& value);
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
void read_value(const SQLite::Column& column, Prescription& value);

/// Throws Damaged: what stands there cannot be read.
[[noreturn]] void refuse(const SQLite::Column& column);

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
    if (!known) refuse(column);
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
void bind_value(SQLite::Statement& statement, int index, const JsonDocument<Text>& value) {
    bind_value(statement, index, value.text);
}

template <typename Text>
void read_value(const SQLite::Column& column, const JsonDocument<Text>& value) {
    read_value(column, value.text);
}

}  // namespace hipflow
