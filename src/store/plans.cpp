// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "domain/records.h"
#include "exchange/fields.h"
#include "store/query.h"

namespace hipflow::store {

std::vector<ScheduleVersion> Store::schedules() const {
    return all<ScheduleVersion>("WHERE routine IS NULL ORDER BY valid_from, id");
}

std::vector<ScheduleVersion> Store::routine_schedules() const {
    return all<ScheduleVersion>("WHERE routine IS NOT NULL ORDER BY valid_from, id");
}

PlanChanges Store::plan_changes() const {
    return with_database([](const Database& db) {
        const auto row = prepared(db,
                                  "SELECT count(*) AS times, max(recorded_at) AS last FROM journal"
                                  " WHERE kind IN (?, ?)",
                                  exchange::kind<ScheduleVersion>, exchange::kind<Excuse>);
        PlanChanges changes;
        RowReader read(*row);
        if (!row->executeStep()) return changes;
        read("times", changes.times);
        read("last", changes.last);
        return changes;
    });
}

std::vector<SessionWork> Store::session_work(const Filter& filter) const {
    static const std::string sql = fmt::format(
        "SELECT local_day, started_at, utc_offset_s, routine, counts, program IS NOT NULL AS "
        "of_program, status, reason,"
        " planned_ms, done_ms, {} AS performed FROM session WHERE local_day BETWEEN ?1 AND ?2"
        " ORDER BY local_day, started_at",
        performed_sql);
    return with_database([&](const Database& db) {
        const auto row = prepared(db, sql, first_day(filter), last_day(filter));
        std::vector<SessionWork> all;
        while (row->executeStep()) {
            SessionWork work;
            Session session;  // of which only what kept() looks at is set
            RowReader read(*row);
            Instant started{};
            std::chrono::seconds utc_offset{};
            read("local_day", work.local_day);
            read("started_at", started);
            read("utc_offset_s", utc_offset);
            read("routine", work.routine);
            read("counts", work.counts);
            read("of_program", work.of_program);
            read("status", session.status);
            read("reason", session.reason);
            read("planned_ms", session.planned);
            read("done_ms", session.done);
            read("performed", work.performed);
            work.planned = session.planned;
            work.done = session.done;
            work.kept = kept(session);
            work.started_at = since_midnight(started, utc_offset, work.local_day);
            all.push_back(std::move(work));
        }
        return all;
    });
}

std::vector<Excuse> Store::excuses(Day since) const {
    return all<Excuse>("WHERE to_day IS NULL OR to_day >= ? ORDER BY from_day, id", since);
}

std::vector<Enrolment> Store::enrolments() const { return all<Enrolment>("ORDER BY from_day, id"); }

std::vector<Activity> Store::activities() const { return all<Activity>("ORDER BY from_day, id"); }

std::vector<Preference> Store::preferences() const {
    return all<Preference>(
        "WHERE NOT EXISTS (SELECT 1 FROM preference AS later"
        " WHERE later.subject = preference.subject AND later.name = preference.name"
        " AND (later.at, later.id) > (preference.at, preference.id))"
        " ORDER BY subject, name");
}

std::optional<int> Store::acknowledged(std::string_view text) const {
    return with_database([&](const Database& db) {
        const auto row =
            prepared(db, "SELECT max(version) FROM acknowledgement WHERE text = ?", text);
        std::optional<int> version;
        if (row->executeStep()) read_value(row->getColumn(0), version);
        return version;
    });
}

std::optional<Instant> Store::last_acknowledged(std::string_view text) const {
    const auto last =
        first<Acknowledgement>("WHERE text = ? ORDER BY at DESC, id DESC LIMIT 1", text);
    return last ? std::optional(last->at) : std::nullopt;
}

}  // namespace hipflow::store
