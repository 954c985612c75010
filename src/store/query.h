// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/failure.h"
#include "store/rows.h"
#include "store/store.h"

namespace hipflow::store {

// The templates with which Store's queries are written; for the files that define them.

template <typename Work>
auto Store::with_database(const Work& work) const {
    return guarded(database_->file.path, [&] { return work(*database_); });
}

template <typename R, typename... Values>
std::vector<R> Store::all(std::string_view rest, const Values&... values) const {
    return with_database([&](const Database& db) {
        const auto rows = prepared(db, select_sql<R>(rest), values...);
        return read_rows<R>(*rows);
    });
}

template <typename R, typename... Values>
std::optional<R> Store::first(std::string_view rest, const Values&... values) const {
    return with_database([&](const Database& db) {
        const auto rows = prepared(db, select_sql<R>(rest), values...);
        return read_first<R>(*rows);
    });
}

/// Returns whether a row of `session` is of a performed session, as domain/day_totals.h defines it.
inline constexpr std::string_view performed_sql =
    "(status IN ('completed', 'partial') OR (status = 'in_progress' AND EXISTS"
    " (SELECT 1 FROM performed_set WHERE session_id = session.id"
    "  AND performed_set.status IN ('done', 'partial'))))";

/// The first and last day of a filter, as the tables have them. Without a limit, a text that comes
/// before or after every day.
inline std::string first_day(const Filter& filter) {
    return filter.since ? format_day(*filter.since) : "0000-00-00";
}
inline std::string last_day(const Filter& filter) {
    return filter.until ? format_day(*filter.until) : "9999-99-99";
}

/// The routine of the filter under all its ids, each between two separators (char(31) in SQL);
/// nullopt if it does not limit.
inline std::optional<std::string> routines_of(const Filter& filter) {
    if (!filter.routine) return std::nullopt;
    constexpr char separator = '\x1f';
    std::string all = separator + *filter.routine + separator;
    for (const auto& id : filter.formerly) all += id + separator;
    return all;
}

}  // namespace hipflow::store
