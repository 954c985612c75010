// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <utility>

#include "domain/error.h"
#include "domain/near_day.h"
#include "store/query.h"

namespace hipflow::store {

std::vector<Session> Store::sessions(const Filter& filter) const {
    return all<Session>(
        "WHERE local_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR instr(?3, char(31) || routine || "
        "char(31)))"
        " AND (?4 OR status <> 'discarded')"
        " ORDER BY local_day DESC, started_at DESC, rowid DESC LIMIT ?5",
        first_day(filter), last_day(filter), routines_of(filter), filter.with_discarded,
        filter.limit.value_or(-1));
}

std::optional<Session> Store::session(std::string_view id) const {
    return first<Session>("WHERE id = ?", id);
}

std::optional<Session> Store::last_session() const {
    return first<Session>(
        "WHERE status <> 'discarded' ORDER BY started_at DESC, rowid DESC LIMIT 1");
}

std::optional<Session> Store::last_with_work() const {
    return first<Session>(
        "WHERE status IN ('in_progress', 'completed', 'partial') AND done_ms > 0"
        " ORDER BY started_at DESC, rowid DESC LIMIT 1");
}

std::optional<Session> Store::first_with_work() const {
    return first<Session>(
        "WHERE status IN ('in_progress', 'completed', 'partial') AND done_ms > 0"
        " ORDER BY started_at, rowid LIMIT 1");
}

std::optional<Session> Store::last_coached(std::string_view exercise) const {
    return first<Session>(
        "WHERE id = (SELECT session_id FROM coached WHERE exercise = ?"
        " ORDER BY started_at DESC, session_id DESC LIMIT 1)",
        exercise);
}

coach::Practices Store::practice_of(const std::vector<std::string>& exercises) const {
    return with_database([&](const Database& db) {
        coach::Practices known;
        for (const auto& exercise : exercises) {
            const auto row = prepared(
                db,
                "SELECT coalesce((SELECT times FROM practised_times WHERE exercise = ?1), 0)"
                "  AS times,"
                " (SELECT local_day FROM practised WHERE exercise = ?1 AND held = 1"
                "  ORDER BY started_at DESC, session_id DESC LIMIT 1) AS last,"
                " (SELECT hurt FROM practised WHERE exercise = ?1"
                "  ORDER BY started_at DESC, session_id DESC LIMIT 1) AS stopped_for_pain",
                exercise);
            row->executeStep();
            coach::Practice practice;
            std::optional<bool> hurt;
            RowReader read(*row);
            read("times", practice.times);
            read("last", practice.last);
            read("stopped_for_pain", hurt);
            if (!hurt) continue;  // it was in no session
            practice.stopped_for_pain = *hurt;
            known.emplace(exercise, practice);
        }
        return known;
    });
}

int Store::kept_with_work(int most) const {
    // As kept() in domain/records.h has it.
    return with_database([&](const Database& db) {
        const auto row = prepared(db,
                                  "SELECT count(*) FROM (SELECT 1 FROM session"
                                  " WHERE done_ms > 0 AND status IN ('completed', 'partial')"
                                  " AND (reason IS 'pain' OR done_ms * 100 >= planned_ms * 80)"
                                  " LIMIT ?)",
                                  most);
        row->executeStep();
        int count = 0;
        read_value(row->getColumn(0), count);
        return count;
    });
}

bool Store::has_work_of(std::string_view routine) const {
    return with_database([&](const Database& db) {
        return prepared(db,
                        "SELECT 1 FROM session WHERE routine = ? AND done_ms > 0"
                        " AND status IN ('in_progress', 'completed', 'partial') LIMIT 1",
                        routine)
            ->executeStep();
    });
}

int Store::timed_sessions(int most) const {
    return with_database([&](const Database& db) {
        const auto row = prepared(db,
                                  "SELECT count(*) FROM (SELECT 1 FROM session"
                                  " WHERE source = 'timed' AND done_ms > 0"
                                  " AND status IN ('in_progress', 'completed', 'partial') LIMIT ?)",
                                  most);
        row->executeStep();
        int count = 0;
        read_value(row->getColumn(0), count);
        return count;
    });
}

std::vector<PerformedSet> Store::sets_of(std::string_view session_id) const {
    return all<PerformedSet>(
        "WHERE session_id = ? ORDER BY step, started_at IS NULL, started_at, set_no, side,"
        " exercise",
        session_id);
}

std::vector<PainReading> Store::readings_of(std::string_view session_id) const {
    return all<PainReading>("WHERE session_id = ? ORDER BY at, id", session_id);
}

std::vector<Symptom> Store::symptoms_of(std::string_view session_id) const {
    return all<Symptom>("WHERE session_id = ? ORDER BY at, id", session_id);
}

std::optional<Prescription> Store::prescription(std::string_view hash) const {
    auto found = first<PrescriptionSnapshot>("WHERE hash = ?", hash);
    if (!found) return std::nullopt;
    return std::move(found->body);
}

namespace {

constexpr std::size_t shortest_prefix = 4;

bool may_be_id(std::string_view name) {
    return name.size() >= shortest_prefix &&
           name.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lowered;
}

std::string described(const Session& session) {
    return fmt::format("\n  {}  {}  {}", session.id, clock_moment(session.started),
                       session.routine);
}

Session only(std::string_view name, const std::vector<Session>& candidates) {
    if (candidates.size() == 1) return candidates.front();
    if (candidates.empty()) throw Error(fmt::format("no session is called '{}'", name));
    std::string message =
        fmt::format("'{}' matches more than one session; give more characters of its id:", name);
    for (const auto& candidate : candidates) message += described(candidate);
    throw Error(message);
}

/// The sessions that count for a day; where there is none, those that began on its date by the
/// clock: a night counts for the day before it.
std::vector<Session> sessions_of_date(const Store& store, Day date) {
    const auto on = [&store](Day day) {
        return store.sessions({.since = day, .until = day, .with_discarded = true});
    };
    auto found = on(date);
    if (!found.empty()) return found;
    found = on(date - std::chrono::days(1));
    std::erase_if(found, [&](const Session& session) {
        return local_day(session.started.at, session.started.utc_offset, {}) != date;
    });
    return found;
}

}  // namespace

Session Store::find_session(std::string_view name) const {
    const auto last = last_session();
    if (name == "last" && last) return *last;
    if (!last && sessions({.limit = 1, .with_discarded = true}).empty()) {
        throw Error("no session has been recorded yet", ExitCode::nothing);
    }
    if (const auto day = parse_day(name)) return only(name, sessions_of_date(*this, *day));
    const std::string id = lower(name);
    if (!may_be_id(id)) {
        throw Error(
            fmt::format("'{}' names no session: use 'last', a date such as 2026-11-22, or "
                        "the first {} or more characters of its id",
                        name, shortest_prefix));
    }
    // 'g' comes after every character of an id. Three rows are enough to see that it is ambiguous.
    return only(name,
                all<Session>("WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id DESC LIMIT 3", id));
}

}  // namespace hipflow::store
