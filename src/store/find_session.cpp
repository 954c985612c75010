// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "domain/error.h"
#include "store/queries.h"
#include "store/rows.h"

namespace hipflow {
namespace {

constexpr std::size_t shortest_prefix = 4;

bool may_be_id(std::string_view name) {
    return name.size() >= shortest_prefix &&
           name.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}

std::vector<Session> with_prefix(const Database& db, std::string_view prefix) {
    // 'g' comes after every character of an id. Three are enough to see that it is not one.
    static const std::string sql = fmt::format(
        "SELECT {} FROM session WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id DESC LIMIT 3",
        columns<Session>());
    const auto rows = prepared(db, sql, prefix);
    return read_rows<Session>(*rows);
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lowered;
}

std::string described(const Session& session) {
    return fmt::format("\n  {}  {} {}  {}", session.id, format_day(session.started.local_day),
                       format_time_of_day(session.started.at, session.started.utc_offset),
                       session.routine);
}

Session only(std::string_view name, const std::vector<Session>& candidates) {
    if (candidates.size() == 1) return candidates.front();
    if (candidates.empty()) throw Error(fmt::format("no session is called '{}'", name));
    std::string message =
        fmt::format("'{}' is more than one session; name one by more of its id:", name);
    for (const auto& candidate : candidates) message += described(candidate);
    throw Error(message);
}

}  // namespace

Session find_session(const Database& db, std::string_view name) {
    const auto last = last_session(db);
    if (name == "last" && last) return *last;
    if (!last && sessions(db, {.limit = 1, .with_discarded = true}).empty()) {
        throw Error("the history is empty: no session has been recorded yet", ExitCode::nothing);
    }
    if (const auto day = parse_day(name)) {
        return only(name, sessions(db, {.since = day, .until = day, .with_discarded = true}));
    }
    const std::string id = lower(name);
    if (!may_be_id(id)) {
        throw Error(
            fmt::format("'{}' names no session: use 'last', a date such as 2026-11-22, or "
                        "the first {} or more characters of its id",
                        name, shortest_prefix));
    }
    return only(name, with_prefix(db, id));
}

}  // namespace hipflow
