// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include <vector>

#include "store/first_versions.h"

namespace hipflow::store {
namespace {

// As in first_versions.cpp: a released version is never edited.

// Version 6: two more kinds of symptoms, a joint that gave way and numbness in the saddle area. A
// CHECK cannot be changed in place, so the table is made anew; no other table refers to it.
constexpr std::string_view version_6 = R"sql(
CREATE TABLE new_symptom(
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
    exercise TEXT,
    moment TEXT CHECK (moment IN ('before', 'peak', 'after', 'morning', 'checkin')),
    side TEXT CHECK (side IN ('left', 'right', 'both')),
    kind TEXT NOT NULL CHECK (kind IN ('further', 'sharp', 'numbness', 'weakness', 'soreness',
                                       'emergency', 'clearance', 'gave_way', 'saddle')),
    value INTEGER CHECK (value >= 0),
    note TEXT,
    at INTEGER NOT NULL,
    utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO new_symptom(id, session_id, exercise, moment, side, kind, value, note, at, utc_offset_s,
                        local_day, recorded_at)
SELECT id, session_id, exercise, moment, side, kind, value, note, at, utc_offset_s, local_day,
       recorded_at FROM symptom;
DROP TABLE symptom;
ALTER TABLE new_symptom RENAME TO symptom;
CREATE INDEX symptom_by_session ON symptom(session_id);
CREATE INDEX symptom_by_day ON symptom(local_day);
CREATE INDEX symptom_by_kind ON symptom(kind, at);
)sql";

// Version 7: the timed sessions in which exercises were practised. Follows as in tables.cpp.
constexpr std::string_view version_7 = R"sql(
CREATE TABLE practised(
    exercise TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    session_id TEXT NOT NULL,
    local_day TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),  -- at least half of a set was done
    hurt INTEGER NOT NULL CHECK (hurt IN (0, 1)),  -- the last set was stopped for pain
    PRIMARY KEY (exercise, started_at, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX practised_by_session ON practised(session_id);
CREATE TABLE practised_times(
    exercise TEXT PRIMARY KEY NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO practised(exercise, started_at, session_id, local_day, held, hurt)
SELECT part.exercise, session.started_at, session.id, session.local_day,
       max(part.status = 'done' OR (part.planned_ms > 0 AND 2 * part.actual_ms >= part.planned_ms)),
       coalesce((SELECT last.reason = 'pain' FROM performed_set AS last
                 WHERE last.session_id = session.id AND last.exercise = part.exercise
                 AND (last.status IN ('done', 'partial')
                      OR (last.status = 'skipped' AND last.reason = 'pain'))
                 ORDER BY last.started_at IS NULL DESC, last.started_at DESC, last.set_no DESC,
                          last.side DESC LIMIT 1), 0)
FROM session JOIN performed_set AS part ON part.session_id = session.id
WHERE session.source = 'timed' AND session.status IN ('in_progress', 'completed', 'partial')
AND (part.status IN ('done', 'partial') OR (part.status = 'skipped' AND part.reason = 'pain'))
GROUP BY session.id, part.exercise;
INSERT INTO practised_times SELECT exercise, count(*) FROM practised WHERE held GROUP BY exercise;
)sql";

// Version 8: what keys have changed of a running session.
constexpr std::string_view version_8 = R"sql(
ALTER TABLE checkpoint ADD COLUMN exercises TEXT NOT NULL DEFAULT '';
ALTER TABLE checkpoint ADD COLUMN more_reps INTEGER NOT NULL DEFAULT 0 CHECK (more_reps >= 0);
)sql";

// Version 9: how far down the leg a score is felt, and how used to exercise somebody is. The table
// of preferences is made anew for its CHECK; no other table refers to it.
constexpr std::string_view version_9 = R"sql(
ALTER TABLE pain_score ADD COLUMN furthest TEXT
    CHECK (furthest IN ('low-back', 'buttock', 'groin', 'outer-hip', 'thigh', 'lower-leg', 'foot'));
CREATE TABLE new_preference(
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('exercise', 'restriction', 'experience')),
    name TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('avoid', 'allow', 'has', 'has_not')),
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO new_preference(id, subject, name, rule, at, recorded_at)
SELECT id, subject, name, rule, at, recorded_at FROM preference;
DROP TABLE preference;
ALTER TABLE new_preference RENAME TO preference;
)sql";

// Version 10: what a set was done with.
constexpr std::string_view version_10 = R"sql(
ALTER TABLE performed_set ADD COLUMN load TEXT;
)sql";

// Version 11: plans of single routines, beside the plan without a name.
constexpr std::string_view version_11 = R"sql(
ALTER TABLE schedule ADD COLUMN routine TEXT;
)sql";

// Version 12: only timed sessions have a change in pain (stats/change.h).
constexpr std::string_view version_12 = R"sql(
UPDATE day SET (change_n, change_sum, change_squares, change_worse) = (
    SELECT count(*), coalesce(sum(change), 0), coalesce(sum(change * change), 0),
           coalesce(sum(change >= 2), 0)
    FROM (
        SELECT (SELECT max(score) FROM pain_score WHERE session_id = session.id
                AND moment = 'after') -
               (SELECT max(score) FROM pain_score WHERE session_id = session.id
                AND moment = 'before') AS change
        FROM session
        WHERE local_day = day.local_day AND source = 'timed'
        AND (status IN ('completed', 'partial') OR (status = 'in_progress' AND EXISTS (
             SELECT 1 FROM performed_set WHERE session_id = session.id
             AND performed_set.status IN ('done', 'partial'))))
        AND abs((SELECT max(recorded_at) FROM pain_score WHERE session_id = session.id
                 AND moment = 'before') - started_at) <= 900000
        AND abs((SELECT max(recorded_at) FROM pain_score WHERE session_id = session.id
                 AND moment = 'after') - ended_at) <= 900000
    ) WHERE change IS NOT NULL
)
WHERE change_n > 0;
)sql";

std::vector<std::string_view> released() {
    const auto first = first_versions();
    std::vector<std::string_view> all(first.begin(), first.end());
    all.insert(all.end(),
               {version_6, version_7, version_8, version_9, version_10, version_11, version_12});
    return all;
}

}  // namespace

std::span<const std::string_view> all_migrations() {
    static const std::vector<std::string_view> all = released();
    return all;
}

}  // namespace hipflow::store
