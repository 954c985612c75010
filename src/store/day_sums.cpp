// SPDX-License-Identifier: MIT
#include "store/day_sums.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>

#include "domain/records.h"
#include "store/rows.h"

namespace hipflow {
namespace {

/// What one session brings to its day: of the session only the members that a sum depends on.
struct SessionFigures {
    Session session;
    int sets = 0;
    std::optional<int> before;  // the highest over its sites
    std::optional<int> peak;
    std::optional<int> after;
};

bool performed(const SessionFigures& figures) {
    const auto status = figures.session.status;
    return status == SessionStatus::completed || status == SessionStatus::partial ||
           (status == SessionStatus::in_progress && figures.sets > 0);
}

void add(ScoreSum& sum, std::optional<int> score) {
    if (!score) return;
    ++sum.n;
    sum.sum += *score;
}

void add(DayTotals& day, const SessionFigures& figures) {
    const auto& session = figures.session;
    add(day.before, figures.before);
    add(day.peak, figures.peak);
    add(day.after, figures.after);
    if (session.counts && kept(session)) ++day.kept;
    if (!performed(figures)) return;
    ++day.sessions;
    day.planned += session.planned;
    day.done += session.done;
    day.active += session.active;
    day.sets += figures.sets;
    if (!figures.before || !figures.after) return;
    ++day.pair.n;
    day.pair.before_sum += *figures.before;
    day.pair.after_sum += *figures.after;
}

void add(DayTotals& day, Moment moment, int score) {
    switch (moment) {
        case Moment::before:
            return add(day.before, score);
        case Moment::peak:
            return add(day.peak, score);
        case Moment::after:
            return add(day.after, score);
        case Moment::morning:
            return add(day.morning, score);
        case Moment::checkin:
            return add(day.checkin, score);
    }
}

std::string first_day(const Filter& filter) {
    return filter.since ? format_day(*filter.since) : "0000-00-00";
}

std::string last_day(const Filter& filter) {
    return filter.until ? format_day(*filter.until) : "9999-99-99";
}

/// Sessions of the days that the filter lets through, discarded ones too: their scores were felt.
std::map<Day, DayTotals> session_totals(const Database& db, const Filter& filter) {
    const auto row = prepared(
        db,
        "SELECT local_day, status, reason, counts, planned_ms, done_ms, active_ms,"
        " (SELECT count(*) FROM performed_set"
        "  WHERE session_id = session.id AND status IN ('done', 'partial')),"
        " (SELECT max(score) FROM pain_score"
        "  WHERE session_id = session.id AND moment = 'before'),"
        " (SELECT max(score) FROM pain_score WHERE session_id = session.id AND moment = 'peak'),"
        " (SELECT max(score) FROM pain_score WHERE session_id = session.id AND moment = 'after')"
        " FROM session"
        " WHERE local_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR routine = ?3)",
        first_day(filter), last_day(filter), filter.routine);
    std::map<Day, DayTotals> days;
    while (row->executeStep()) {
        SessionFigures figures;
        RowReader read(*row);
        read("local_day", figures.session.started.local_day);
        read("status", figures.session.status);
        read("reason", figures.session.reason);
        read("counts", figures.session.counts);
        read("planned_ms", figures.session.planned);
        read("done_ms", figures.session.done);
        read("active_ms", figures.session.active);
        read("sets", figures.sets);
        read("before", figures.before);
        read("peak", figures.peak);
        read("after", figures.after);
        add(days[figures.session.started.local_day], figures);
    }
    return days;
}

/// Scores that are counted on a day of their own: a session's are counted with the session, a
/// morning's on the day it follows. Those given at one instant are one answer for several sites.
void add_loose_scores(const Database& db, DayTotals& day) {
    const auto row = prepared(db,
                              "SELECT moment, max(score) FROM pain_score"
                              " WHERE (local_day = ?1 AND moment = 'checkin')"
                              " OR (local_day = ?1 AND moment IN ('before', 'peak', 'after')"
                              "     AND session_id IS NULL)"
                              " OR (local_day = ?1 AND moment = 'morning' AND for_day IS NULL)"
                              " OR (for_day = ?1 AND moment = 'morning')"
                              " GROUP BY moment, at",
                              day.local_day);
    while (row->executeStep()) {
        Moment moment{};
        int score = 0;
        RowReader read(*row);
        read("moment", moment);
        read("score", score);
        add(day, moment, score);
    }
}

}  // namespace

void update_day(Database& db, Day local_day) {
    DayTotals day = session_totals(db, {.since = local_day, .until = local_day})[local_day];
    day.local_day = local_day;
    add_loose_scores(db, day);
    prepared(db, "DELETE FROM day WHERE local_day = ?", local_day)->exec();
    if (day == DayTotals{.local_day = local_day}) return;
    static const std::string sql = fmt::format("INSERT INTO day ({}) VALUES ({})",
                                               columns<DayTotals>(), parameters<DayTotals>());
    const auto insert = prepared(db, sql);
    Binder visit(*insert);
    fields(day, visit);
    insert->exec();
}

std::vector<DayTotals> day_totals(const Database& db, const Filter& filter) {
    if (!filter.routine) {
        static const std::string sql =
            fmt::format("SELECT {} FROM day WHERE local_day BETWEEN ?1 AND ?2 ORDER BY local_day",
                        columns<DayTotals>());
        const auto rows = prepared(db, sql, first_day(filter), last_day(filter));
        return read_rows<DayTotals>(*rows);
    }
    std::vector<DayTotals> days;
    for (auto& [local_day, day] : session_totals(db, filter)) {
        day.local_day = local_day;
        if (day != DayTotals{.local_day = local_day}) days.push_back(day);
    }
    return days;
}

}  // namespace hipflow
