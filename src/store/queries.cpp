// SPDX-License-Identifier: MIT
#include "store/queries.h"

#include <fmt/format.h>

#include <string>

#include "exchange/kind.h"
#include "store/rows.h"

namespace hipflow {
namespace {

/// "SELECT <columns> FROM <table> " with the rest of the question behind it.
template <typename R>
std::string select(std::string_view rest) {
    return fmt::format("SELECT {} FROM {} {}", columns<R>(), kind<R>, rest);
}

template <typename R, typename... Values>
std::vector<R> all(const Database& db, std::string_view rest, const Values&... values) {
    const auto rows = prepared(db, select<R>(rest), values...);
    return read_rows<R>(*rows);
}

template <typename R, typename... Values>
std::optional<R> first(const Database& db, std::string_view rest, const Values&... values) {
    const auto rows = prepared(db, select<R>(rest), values...);
    return read_first<R>(*rows);
}

}  // namespace

std::vector<Session> sessions(const Database& db, const Filter& filter) {
    return all<Session>(db,
                        "WHERE local_day BETWEEN coalesce(?1, '0000-00-00') AND"
                        " coalesce(?2, '9999-99-99') AND (?3 IS NULL OR routine = ?3)"
                        " AND (?4 OR status <> 'discarded')"
                        " ORDER BY local_day DESC, started_at DESC, rowid DESC LIMIT ?5",
                        filter.since, filter.until, filter.routine, filter.with_discarded,
                        filter.limit.value_or(-1));
}

std::optional<Session> session(const Database& db, std::string_view id) {
    return first<Session>(db, "WHERE id = ?", id);
}

std::optional<Session> last_session(const Database& db) {
    return first<Session>(
        db, "WHERE status <> 'discarded' ORDER BY started_at DESC, rowid DESC LIMIT 1");
}

std::optional<Session> last_performed(const Database& db) {
    return first<Session>(db,
                          "WHERE status IN ('in_progress', 'completed', 'partial') AND done_ms > 0"
                          " ORDER BY started_at DESC, rowid DESC LIMIT 1");
}

std::optional<Session> last_coached(const Database& db, std::string_view exercise) {
    return first<Session>(db,
                          "WHERE id = (SELECT session_id FROM coached WHERE exercise = ?"
                          " ORDER BY started_at DESC, session_id DESC LIMIT 1)",
                          exercise);
}

std::vector<PerformedSet> sets_of(const Database& db, std::string_view session_id) {
    return all<PerformedSet>(db,
                             "WHERE session_id = ? ORDER BY step, started_at IS NULL, started_at,"
                             " set_no, side, exercise",
                             session_id);
}

std::vector<PainReading> readings_of(const Database& db, std::string_view session_id) {
    return all<PainReading>(db, "WHERE session_id = ? ORDER BY at, id", session_id);
}

std::vector<PainReading> scores_on(const Database& db, Day day) {
    return all<PainReading>(db, "WHERE local_day = ? ORDER BY at, id", day);
}

std::vector<Symptom> symptoms_of(const Database& db, std::string_view session_id) {
    return all<Symptom>(db, "WHERE session_id = ? ORDER BY at, id", session_id);
}

std::vector<Symptom> symptoms_since(const Database& db, Day since) {
    return all<Symptom>(db, "WHERE local_day >= ? ORDER BY at, id", since);
}

std::optional<Symptom> last_symptom(const Database& db, SymptomKind kind) {
    return first<Symptom>(db, "WHERE kind = ? ORDER BY at DESC, id DESC LIMIT 1", kind);
}

bool leg_told_since(const Database& db, Day since) {
    const auto row = prepared(db,
                              "SELECT 1 FROM pain_score WHERE local_day >= ?"
                              " AND site IN ('thigh', 'lower-leg', 'foot') AND score > 0 LIMIT 1",
                              since);
    return row->executeStep();
}

std::optional<Prescription> prescription(const Database& db, std::string_view hash) {
    auto found = first<PrescriptionSnapshot>(db, "WHERE hash = ?", hash);
    if (!found) return std::nullopt;
    return std::move(found->body);
}

std::map<std::string, Instant> recorded_times(const Database& db, std::string_view session_id) {
    const auto row = prepared(db,
                              "SELECT id, recorded_at FROM session WHERE id = ?1"
                              " UNION ALL SELECT id, recorded_at FROM performed_set"
                              " WHERE session_id = ?1"
                              " UNION ALL SELECT id, recorded_at FROM pain_score"
                              " WHERE session_id = ?1"
                              " UNION ALL SELECT id, recorded_at FROM symptom"
                              " WHERE session_id = ?1",
                              session_id);
    std::map<std::string, Instant> times;
    while (row->executeStep()) {
        std::string id;
        Instant at{};
        RowReader read(*row);
        read("id", id);
        read("recorded_at", at);
        times.emplace(std::move(id), at);
    }
    return times;
}

std::vector<PainReading> morning_scores(const Database& db, Day since) {
    // The first condition says nothing new, but lets the indexes bound the search.
    return all<PainReading>(db,
                            "WHERE (local_day >= ?1 OR for_day >= ?1) AND moment = 'morning'"
                            " AND coalesce(for_day, local_day) >= ?1 ORDER BY at DESC, id DESC",
                            since);
}

std::vector<Preference> preferences(const Database& db) {
    return all<Preference>(db,
                           "WHERE NOT EXISTS (SELECT 1 FROM preference AS later"
                           " WHERE later.subject = preference.subject"
                           " AND later.name = preference.name"
                           " AND (later.at, later.id) > (preference.at, preference.id))"
                           " ORDER BY subject, name");
}

std::vector<ScheduleVersion> schedules(const Database& db) {
    return all<ScheduleVersion>(db, "ORDER BY valid_from, id");
}

std::vector<Excuse> excuses(const Database& db, Day since) {
    return all<Excuse>(db, "WHERE to_day IS NULL OR to_day >= ? ORDER BY from_day, id", since);
}

std::vector<Enrolment> enrolments(const Database& db) {
    return all<Enrolment>(db, "ORDER BY from_day, id");
}

std::vector<Activity> activities(const Database& db) {
    return all<Activity>(db, "ORDER BY from_day, id");
}

std::vector<Measurement> measurements(const Database& db, Measured kind, const Filter& filter) {
    return all<Measurement>(db,
                            "WHERE kind = ?1 AND local_day BETWEEN coalesce(?2, '0000-00-00')"
                            " AND coalesce(?3, '9999-99-99') ORDER BY at, id",
                            kind, filter.since, filter.until);
}

std::optional<int> acknowledged(const Database& db, std::string_view text) {
    const auto row = prepared(db, "SELECT max(version) FROM acknowledgement WHERE text = ?", text);
    std::optional<int> version;
    if (row->executeStep()) read_value(row->getColumn(0), version);
    return version;
}

}  // namespace hipflow
