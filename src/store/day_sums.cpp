// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "domain/records.h"
#include "stats/change.h"
#include "stats/sample.h"
#include "store/query.h"
#include "store/tables.h"

namespace hipflow::store {
namespace {

/// The share of one session in the sums of its day. Of the session, only the members that a sum
/// depends on are set.
struct SessionFigures {
    Session session;
    bool performed = false;
    int sets = 0;
    std::optional<int> before;  // the highest of its sites
    std::optional<int> peak;
    std::optional<int> after;
    std::optional<Instant> before_recorded;  // when the last of them was entered
    std::optional<Instant> after_recorded;
};

/// The sums of a day, and the answers whose median becomes its score.
struct DayDraft {
    DayTotals totals;
    std::vector<double> before;
    std::vector<double> checkins;
};

DayTotals finished(DayDraft draft) {
    draft.totals.score =
        stats::median(draft.before.empty() ? std::move(draft.checkins) : std::move(draft.before));
    return draft.totals;
}

std::optional<stats::TimedScore> timed(std::optional<int> score, std::optional<Instant> recorded) {
    if (!score || !recorded) return std::nullopt;
    return stats::TimedScore{*score, *recorded};
}

void add(ScoreSum& sum, std::optional<int> score) {
    if (!score) return;
    ++sum.n;
    sum.sum += *score;
}

void add(DayDraft& draft, const SessionFigures& figures) {
    const auto& session = figures.session;
    auto& day = draft.totals;
    if (figures.before) draft.before.push_back(*figures.before);
    add(day.before, figures.before);
    add(day.peak, figures.peak);
    add(day.after, figures.after);
    if (session.counts && kept(session)) ++day.kept;
    if (!figures.performed) return;
    ++day.sessions;
    day.planned += session.planned;
    day.done += session.done;
    day.active += session.active;
    day.sets += figures.sets;
    if (!figures.before || !figures.after) return;
    ++day.pair.n;
    day.pair.before_sum += *figures.before;
    day.pair.after_sum += *figures.after;
    const auto change =
        stats::session_change(session, timed(figures.before, figures.before_recorded),
                              timed(figures.after, figures.after_recorded));
    if (change) add(day.change, *change);
}

void add(DayDraft& draft, Moment moment, int score) {
    auto& day = draft.totals;
    if (moment == Moment::before) draft.before.push_back(score);
    if (moment == Moment::checkin) draft.checkins.push_back(score);
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

/// Adds up the sessions that the filter selects. Discarded ones count as well: their scores were
/// felt.
std::map<Day, DayDraft> session_totals(const Database& db, const Filter& filter) {
    static const std::string sql = fmt::format(
        "SELECT local_day, started_at, ended_at, status, reason, source, counts, planned_ms, "
        "done_ms,"
        " active_ms, {} AS performed,"
        " (SELECT count(*) FROM performed_set"
        "  WHERE session_id = session.id AND status IN ('done', 'partial')) AS sets,"
        " (SELECT max(score) FROM pain_score"
        "  WHERE session_id = session.id AND moment = 'before') AS before,"
        " (SELECT max(score) FROM pain_score"
        "  WHERE session_id = session.id AND moment = 'peak') AS peak,"
        " (SELECT max(score) FROM pain_score"
        "  WHERE session_id = session.id AND moment = 'after') AS after,"
        " (SELECT max(recorded_at) FROM pain_score"
        "  WHERE session_id = session.id AND moment = 'before') AS before_recorded,"
        " (SELECT max(recorded_at) FROM pain_score"
        "  WHERE session_id = session.id AND moment = 'after') AS after_recorded"
        " FROM session"
        " WHERE local_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR instr(?3, char(31) || routine || "
        "char(31)))",
        performed_sql);
    const auto row = prepared(db, sql, first_day(filter), last_day(filter), routines_of(filter));
    std::map<Day, DayDraft> days;
    while (row->executeStep()) {
        SessionFigures figures;
        RowReader read(*row);
        read("local_day", figures.session.started.local_day);
        read("started_at", figures.session.started.at);
        read("ended_at", figures.session.ended_at);
        read("status", figures.session.status);
        read("reason", figures.session.reason);
        read("source", figures.session.source);
        read("counts", figures.session.counts);
        read("planned_ms", figures.session.planned);
        read("done_ms", figures.session.done);
        read("active_ms", figures.session.active);
        read("performed", figures.performed);
        read("sets", figures.sets);
        read("before", figures.before);
        read("peak", figures.peak);
        read("after", figures.after);
        read("before_recorded", figures.before_recorded);
        read("after_recorded", figures.after_recorded);
        add(days[figures.session.started.local_day], figures);
    }
    return days;
}

/// Adds the scores that belong to no session; a morning score counts on the day it follows. Scores
/// given at one instant are one answer for several sites.
void add_loose_scores(const Database& db, Day local_day, DayDraft& day) {
    const auto row = prepared(db,
                              "SELECT moment, max(score) AS score FROM pain_score"
                              " WHERE (local_day = ?1 AND moment = 'checkin')"
                              " OR (local_day = ?1 AND moment IN ('before', 'peak', 'after')"
                              "     AND session_id IS NULL)"
                              " OR (local_day = ?1 AND moment = 'morning' AND for_day IS NULL)"
                              " OR (for_day = ?1 AND moment = 'morning')"
                              " GROUP BY moment, at",
                              local_day);
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
    DayDraft draft = session_totals(db, {.since = local_day, .until = local_day})[local_day];
    draft.totals.local_day = local_day;
    add_loose_scores(db, local_day, draft);
    const DayTotals day = finished(std::move(draft));
    prepared(db, "DELETE FROM day WHERE local_day = ?", local_day)->exec();
    if (day == DayTotals{.local_day = local_day}) return;
    static const std::string sql = fmt::format("INSERT INTO day ({}) VALUES ({})",
                                               columns<DayTotals>(), parameters<DayTotals>());
    const auto insert = prepared(db, sql);
    Binder visit(*insert);
    exchange::fields(day, visit);
    insert->exec();
}

namespace {

/// Adds up one routine from its sessions: the stored sums are those of all routines.
std::vector<DayTotals> totals_of_routine(const Database& db, const Filter& filter) {
    std::vector<DayTotals> days;
    for (auto& [local_day, draft] : session_totals(db, filter)) {
        DayTotals nothing;
        draft.totals.local_day = nothing.local_day = local_day;
        const DayTotals day = finished(std::move(draft));
        if (day != nothing) days.push_back(day);
    }
    return days;
}

}  // namespace

std::vector<DayTotals> Store::day_totals(const Filter& filter) const {
    return with_database([&](const Database& db) {
        if (filter.routine) return totals_of_routine(db, filter);
        static const std::string sql =
            fmt::format("SELECT {} FROM day WHERE local_day BETWEEN ?1 AND ?2 ORDER BY local_day",
                        columns<DayTotals>());
        const auto rows = prepared(db, sql, first_day(filter), last_day(filter));
        return read_rows<DayTotals>(*rows);
    });
}

}  // namespace hipflow::store
