// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "exchange/stats_fields.h"
#include "stats/change.h"
#include "stats/pain_days.h"
#include "stats/period.h"
#include "store/query.h"

namespace hipflow::store {

void Store::each_pain_row(const Filter& filter,
                          const std::function<void(const stats::PainRow&)>& visit) const {
    with_database([&](const Database& db) {
        // The rules for the day and the answer that a score belongs to are those of day_sums.cpp.
        const auto row = prepared(
            db,
            "SELECT moment, site, side, score, session.local_day AS day, session_id AS answer, at,"
            " pain_score.recorded_at FROM session JOIN pain_score"
            "  ON session_id = session.id AND moment IN ('before', 'peak', 'after')"
            " WHERE session.local_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR instr(?3, char(31) || "
            "routine || char(31)))"
            " UNION ALL"
            " SELECT moment, site, side, score, local_day, CAST(at AS TEXT), at, recorded_at"
            " FROM pain_score WHERE local_day BETWEEN ?1 AND ?2 AND ?3 IS NULL"
            " AND (moment = 'checkin' OR (moment = 'morning' AND for_day IS NULL)"
            "  OR (moment IN ('before', 'peak', 'after') AND session_id IS NULL))"
            " UNION ALL"
            " SELECT moment, site, side, score, for_day, CAST(at AS TEXT), at, recorded_at"
            " FROM pain_score WHERE for_day BETWEEN ?1 AND ?2 AND ?3 IS NULL AND moment = 'morning'"
            " ORDER BY day",
            first_day(filter), last_day(filter), routines_of(filter));
        while (row->executeStep()) {
            stats::PainRow score;
            Instant felt{};
            Instant recorded{};
            RowReader read(*row);
            read("moment", score.moment);
            read("site", score.site);
            read("side", score.side);
            read("score", score.score);
            read("day", score.day);
            read("answer", score.answer);
            read("at", felt);
            read("recorded_at", recorded);
            score.late = stats::entered_late(felt, recorded);
            visit(score);
        }
    });
}

void Store::each_exercise_row(const Filter& filter,
                              const std::function<void(const stats::ExerciseRow&)>& visit) const {
    with_database([&](const Database& db) {
        const auto row = prepared(
            db,
            "SELECT part.exercise AS exercise, part.side AS side, chosen.local_day AS local_day,"
            " max(part.level) AS level, sum(part.planned_ms) AS planned_ms,"
            " sum(min(part.actual_ms, part.planned_ms)) AS done_ms,"
            " (SELECT max(score) FROM pain_score"
            "  WHERE session_id = chosen.id AND moment = 'before') AS before,"
            " (SELECT max(score) FROM pain_score"
            "  WHERE session_id = chosen.id AND moment = 'peak' AND exercise = part.exercise"
            "  AND (side IS NULL OR side = 'both' OR part.side = 'both' OR side = part.side)) AS "
            "peak,"
            " chosen.hurt_more AS hurt_more,"
            " (SELECT load FROM performed_set AS last WHERE last.session_id = chosen.id"
            "  AND last.exercise = part.exercise AND last.side = part.side"
            "  AND last.status IN ('done', 'partial') ORDER BY step DESC, set_no DESC LIMIT 1)"
            " AS load"
            " FROM (SELECT id, local_day, started_at, hurt_more FROM session"
            "  WHERE local_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR instr(?3, char(31) || routine "
            "|| char(31)))"
            "  AND status IN ('in_progress', 'completed', 'partial')"
            "  ORDER BY local_day DESC, started_at DESC LIMIT ?4) AS chosen"
            " JOIN performed_set AS part ON part.session_id = chosen.id"
            " WHERE part.status IN ('done', 'partial')"
            " GROUP BY chosen.local_day, chosen.started_at, chosen.id, part.exercise, part.side",
            first_day(filter), last_day(filter), routines_of(filter), filter.limit.value_or(-1));
        while (row->executeStep()) {
            stats::ExerciseRow use;
            RowReader read(*row);
            read("exercise", use.exercise);
            read("side", use.side);
            read("local_day", use.day);
            read("level", use.level);
            read("planned_ms", use.planned);
            read("done_ms", use.done);
            read("before", use.before);
            read("peak", use.peak);
            read("hurt_more", use.hurt_more);
            read("load", use.load);
            visit(use);
        }
    });
}

void Store::each_outcome(const Filter& filter,
                         const std::function<void(const Outcome&)>& visit) const {
    with_database([&](const Database& db) {
        const auto row = prepared(
            db,
            "SELECT DISTINCT session_id, planned_exercise, exercise, side,"
            " performed_set.status IN ('done', 'partial') AS worked,"
            " performed_set.reason IS 'pain' AS stopped"
            " FROM performed_set JOIN session ON session.id = session_id"
            " WHERE session.local_day BETWEEN ?1 AND ?2"
            " AND (?3 IS NULL OR instr(?3, char(31) || session.routine || char(31)))"
            " AND (?4 OR session.status <> 'discarded') ORDER BY session_id",
            first_day(filter), last_day(filter), routines_of(filter), filter.with_discarded);
        while (row->executeStep()) {
            Outcome outcome;
            RowReader read(*row);
            read("session_id", outcome.session);
            read("planned_exercise", outcome.planned);
            read("exercise", outcome.exercise);
            read("side", outcome.side);
            read("worked", outcome.worked);
            read("stopped", outcome.stopped_for_pain);
            visit(outcome);
        }
    });
}

std::vector<stats::CountedPeriod> Store::session_counts(const Filter& filter) const {
    // In the order of exchange/stats_fields.h, which reads them.
    static const std::string sql = fmt::format(
        "SELECT local_day AS \"from\", local_day AS \"to\","
        " count(*) FILTER (WHERE performed) AS sessions,"
        " count(*) FILTER (WHERE status = 'completed') AS completed,"
        " count(*) FILTER (WHERE performed AND source = 'timed') AS timed,"
        " count(*) FILTER (WHERE status = 'rested') AS rested,"
        " count(*) FILTER (WHERE performed AND reason = 'pain') AS stopped_for_pain,"
        " count(*) FILTER (WHERE performed AND reason = 'time') AS stopped_for_time,"
        " count(*) FILTER (WHERE performed AND reason = 'tired') AS stopped_tired,"
        " count(*) FILTER (WHERE performed AND reason = 'other') AS stopped_otherwise,"
        " count(*) FILTER (WHERE performed AND effort = 'easy') AS easy,"
        " count(*) FILTER (WHERE performed AND effort = 'ok') AS ok,"
        " count(*) FILTER (WHERE performed AND effort = 'hard') AS hard,"
        " coalesce(sum(planned_ms) FILTER (WHERE performed), 0) AS planned_ms,"
        " coalesce(sum(done_ms) FILTER (WHERE performed), 0) AS done_ms,"
        " coalesce(sum(active_ms) FILTER (WHERE performed), 0) AS active_ms"
        // The limit keeps what is inside apart, so that `performed` is found once for each session
        // and not once for each count.
        " FROM (SELECT local_day, status, source, reason, effort, planned_ms, done_ms, active_ms,"
        "  {} AS performed FROM session"
        "  WHERE local_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR instr(?3, char(31) || routine || "
        "char(31)))"
        "  AND status <> 'discarded' ORDER BY local_day LIMIT -1)"
        " GROUP BY local_day ORDER BY local_day",
        performed_sql);
    return with_database([&](const Database& db) {
        const auto rows =
            prepared(db, sql, first_day(filter), last_day(filter), routines_of(filter));
        std::vector<stats::CountedPeriod> days;
        while (rows->executeStep()) {
            stats::CountedPeriod day;
            RowReader read(*rows);
            exchange::fields(day, read);
            if (day.counts != stats::SessionCounts{}) days.push_back(day);
        }
        return days;
    });
}

}  // namespace hipflow::store
