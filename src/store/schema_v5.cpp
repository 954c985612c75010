// SPDX-License-Identifier: MIT
#include "store/schema_v5.h"

namespace hipflow {

// Fills the new sums as store/day_sums.cpp does from then on.
const std::string_view schema_v5 = R"sql(
ALTER TABLE day ADD COLUMN change_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN change_sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN change_squares INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN change_worse INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN score REAL;

-- Sessions whose scores were entered within 15 minutes of their start and end.
UPDATE day SET (change_n, change_sum, change_squares, change_worse) = (
    SELECT count(*), coalesce(sum(change), 0), coalesce(sum(change * change), 0),
           coalesce(sum(change >= 2), 0)
    FROM (
        SELECT (SELECT max(score) FROM pain_score WHERE session_id = session.id
                AND moment = 'after') -
               (SELECT max(score) FROM pain_score WHERE session_id = session.id
                AND moment = 'before') AS change
        FROM session
        WHERE local_day = day.local_day
        AND (status IN ('completed', 'partial') OR (status = 'in_progress' AND EXISTS (
             SELECT 1 FROM performed_set WHERE session_id = session.id
             AND performed_set.status IN ('done', 'partial'))))
        AND abs((SELECT max(recorded_at) FROM pain_score WHERE session_id = session.id
                 AND moment = 'before') - started_at) <= 900000
        AND abs((SELECT max(recorded_at) FROM pain_score WHERE session_id = session.id
                 AND moment = 'after') - ended_at) <= 900000
    ) WHERE change IS NOT NULL
);

-- The median of what was answered before sessions, else of the check-ins.
UPDATE day SET score = middle.score FROM (
    WITH answer AS (
        SELECT session.local_day AS local_day, 1 AS ranking, max(score) AS score
        FROM session JOIN pain_score ON session_id = session.id AND moment = 'before'
        GROUP BY session.id
        UNION ALL
        SELECT local_day, CASE moment WHEN 'before' THEN 1 ELSE 2 END, max(score)
        FROM pain_score
        WHERE moment = 'checkin' OR (moment = 'before' AND session_id IS NULL)
        GROUP BY local_day, moment, at
    ), ranked AS (
        SELECT *, min(ranking) OVER (PARTITION BY local_day) AS best FROM answer
    ), placed AS (
        SELECT local_day, score,
               row_number() OVER (PARTITION BY local_day ORDER BY score) AS place,
               count(*) OVER (PARTITION BY local_day) AS n
        FROM ranked WHERE ranking = best
    )
    SELECT local_day, avg(score) AS score FROM placed
    WHERE place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY local_day
) AS middle WHERE middle.local_day = day.local_day;
)sql";

}  // namespace hipflow
