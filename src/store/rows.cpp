// SPDX-License-Identifier: MIT
#include "store/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "domain/error.h"
#include "domain/number.h"
#include "exchange/json.h"
#include "store/failure.h"

namespace hipflow::store {

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

void throw_unreadable(const SQLite::Column& column) {
    throw Damaged(fmt::format("'{}' stands in its column {}", column.getString(), column.getName()),
                  Mending::repair);
}

void bind_value(SQLite::Statement& statement, int index, bool value) {
    statement.bind(index, value ? 1 : 0);
}
void bind_value(SQLite::Statement& statement, int index, int value) {
    statement.bind(index, value);
}
void bind_value(SQLite::Statement& statement, int index, double value) {
    statement.bind(index, value);
}
void bind_value(SQLite::Statement& statement, int index, std::string_view value) {
    statement.bind(index, std::string(value));
}
void bind_value(SQLite::Statement& statement, int index, const char* value) {
    statement.bind(index, value);
}
void bind_value(SQLite::Statement& statement, int index, Millis value) {
    statement.bind(index, std::int64_t{value.count()});
}
void bind_value(SQLite::Statement& statement, int index, std::chrono::seconds value) {
    statement.bind(index, std::int64_t{value.count()});
}
void bind_value(SQLite::Statement& statement, int index, Instant value) {
    bind_value(statement, index, value.time_since_epoch());
}
void bind_value(SQLite::Statement& statement, int index, Day value) {
    statement.bind(index, format_day(value));
}
void bind_value(SQLite::Statement& statement, int index, PainScore value) {
    statement.bind(index, value.value());
}
void bind_value(SQLite::Statement& statement, int index, const std::vector<int>& value) {
    statement.bind(index, fmt::format("{}", fmt::join(value, ",")));
}
void bind_value(SQLite::Statement& statement, int index, const std::vector<std::string>& value) {
    statement.bind(index, fmt::format("{}", fmt::join(value, "\n")));
}
void bind_value(SQLite::Statement& statement, int index, const Prescription& value) {
    statement.bind(index, exchange::body_of(value));
}

void read_value(const SQLite::Column& column, bool& value) { value = column.getInt() != 0; }
void read_value(const SQLite::Column& column, int& value) { value = column.getInt(); }
void read_value(const SQLite::Column& column, double& value) { value = column.getDouble(); }
void read_value(const SQLite::Column& column, std::string& value) { value = column.getString(); }
// Not limited to what one record may hold: it may be a sum over records.
void read_value(const SQLite::Column& column, Millis& value) { value = Millis(column.getInt64()); }
void read_value(const SQLite::Column& column, std::chrono::seconds& value) {
    value = std::chrono::seconds(column.getInt64());
}
void read_value(const SQLite::Column& column, Instant& value) {
    value = Instant(Millis(column.getInt64()));
    if (!is_recordable(value)) throw_unreadable(column);
}
void read_value(const SQLite::Column& column, Day& value) {
    const auto day = parse_day(column.getString());
    if (!day) throw_unreadable(column);
    value = *day;
}
void read_value(const SQLite::Column& column, PainScore& value) {
    const auto score = PainScore::from(column.getInt());
    if (!score) throw_unreadable(column);
    value = *score;
}

void read_value(const SQLite::Column& column, std::optional<PainScore>& value) {
    value.reset();
    if (column.isNull()) return;
    value = PainScore::from(column.getInt());
    if (!value) throw_unreadable(column);
}

void read_value(const SQLite::Column& column, std::vector<int>& value) {
    const std::string text = column.getString();
    std::string_view rest = text;
    value.clear();
    while (!rest.empty()) {
        const auto number = take_number<int>(rest);
        if (!number || (!rest.empty() && rest.front() != ',')) throw_unreadable(column);
        value.push_back(number.value_or(0));
        if (!rest.empty()) rest.remove_prefix(1);
    }
}

void read_value(const SQLite::Column& column, std::vector<std::string>& value) {
    std::string text = column.getString();
    value.clear();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        value.push_back(text.substr(0, end));
        text.erase(0, end + 1);
    }
}

void read_value(const SQLite::Column& column, Prescription& value) {
    try {
        value = exchange::prescription_from(column.getString());
    } catch (const Error& wrong) {
        throw Damaged(fmt::format("in its column {}, {}", column.getName(), wrong.what()),
                      Mending::repair);
    }
}

}  // namespace hipflow::store
