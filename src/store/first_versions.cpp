// SPDX-License-Identifier: MIT
#include "store/first_versions.h"

#include <array>

namespace hipflow::store {
namespace {

// A released version is never edited, and shares no text with another. Enumerations are spelt out
// for the same reason; a test compares them with the types. Times are UTC milliseconds, booleans 0
// or 1. Foreign keys are checked at the end of a transaction, so records may come in any order.

// Version 1: the journal, its tables, and what belongs to machines.
constexpr std::string_view version_1 = R"sql(
CREATE TABLE journal(
    seq INTEGER PRIMARY KEY,  -- the order in which it came to this file
    id TEXT NOT NULL UNIQUE,
    change_id TEXT NOT NULL,
    undoes TEXT,  -- the change that this one takes back
    device TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    op TEXT NOT NULL CHECK (op IN ('put', 'del')),
    body TEXT,
    recorded_at INTEGER NOT NULL,
    CHECK ((op = 'put') = (body IS NOT NULL)),
    UNIQUE (record_id, revision, device)
) STRICT;
CREATE INDEX journal_by_change ON journal(change_id);

CREATE TABLE prescription(
    id TEXT PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE session(
    id TEXT PRIMARY KEY NOT NULL,
    routine TEXT NOT NULL,
    prescription_hash TEXT REFERENCES prescription(hash) DEFERRABLE INITIALLY DEFERRED,
    program TEXT,
    week INTEGER CHECK (week > 0),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    status TEXT NOT NULL
        CHECK (status IN ('in_progress', 'completed', 'partial', 'rested', 'discarded')),
    gate TEXT NOT NULL CHECK (gate IN ('none', 'gentle', 'flare', 'rest', 'refused')),
    override INTEGER NOT NULL CHECK (override IN (0, 1)),
    reason TEXT CHECK (reason IN ('pain', 'time', 'tired', 'other')),
    source TEXT NOT NULL CHECK (source IN ('timed', 'reported')),
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    reasons TEXT,
    planned_ms INTEGER NOT NULL CHECK (planned_ms >= 0),
    done_ms INTEGER NOT NULL CHECK (done_ms >= 0),
    active_ms INTEGER NOT NULL CHECK (active_ms >= 0),
    effort TEXT CHECK (effort IN ('easy', 'ok', 'hard')),
    hurt_more TEXT CHECK (hurt_more IN ('none', 'some')),
    note TEXT,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_day ON session(local_day, started_at);
CREATE INDEX session_by_start ON session(started_at);

CREATE TABLE performed_set(
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT NOT NULL REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
    step INTEGER NOT NULL CHECK (step > 0),
    planned_exercise TEXT NOT NULL,
    exercise TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level > 0),
    set_no INTEGER NOT NULL CHECK (set_no > 0),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    planned_ms INTEGER NOT NULL CHECK (planned_ms >= 0),
    actual_ms INTEGER NOT NULL CHECK (actual_ms >= 0),
    planned_reps INTEGER CHECK (planned_reps >= 0),
    actual_reps INTEGER CHECK (actual_reps >= 0),
    status TEXT NOT NULL CHECK (status IN ('done', 'partial', 'skipped', 'not_reached')),
    reason TEXT CHECK (reason IN ('pain', 'time', 'tired', 'other')),
    started_at INTEGER,
    recorded_at INTEGER NOT NULL,
    UNIQUE (session_id, step, set_no, side, exercise)
) STRICT, WITHOUT ROWID;

CREATE TABLE pain_score(
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
    exercise TEXT,
    moment TEXT NOT NULL CHECK (moment IN ('before', 'peak', 'after', 'morning', 'checkin')),
    for_day TEXT CHECK (for_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    site TEXT CHECK (site IN ('low-back', 'buttock', 'groin', 'outer-hip', 'thigh', 'lower-leg',
                              'foot')),
    side TEXT CHECK (side IN ('left', 'right', 'both')),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
    at INTEGER NOT NULL,
    utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    note TEXT,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pain_score_by_session ON pain_score(session_id, moment);
CREATE INDEX pain_score_by_day ON pain_score(local_day, moment);
CREATE INDEX pain_score_by_for_day ON pain_score(for_day) WHERE for_day IS NOT NULL;

CREATE TABLE symptom(
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
    exercise TEXT,
    moment TEXT CHECK (moment IN ('before', 'peak', 'after', 'morning', 'checkin')),
    side TEXT CHECK (side IN ('left', 'right', 'both')),
    kind TEXT NOT NULL CHECK (kind IN ('further', 'sharp', 'numbness', 'weakness', 'soreness',
                                       'emergency', 'clearance')),
    value INTEGER CHECK (value >= 0),
    note TEXT,
    at INTEGER NOT NULL,
    utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX symptom_by_session ON symptom(session_id);

CREATE TABLE acknowledgement(
    id TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sums over the tables above (domain/day_totals.h).
CREATE TABLE day(
    local_day TEXT PRIMARY KEY NOT NULL,
    sessions INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    planned_ms INTEGER NOT NULL,
    done_ms INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    sets INTEGER NOT NULL,
    before_n INTEGER NOT NULL,
    before_sum INTEGER NOT NULL,
    peak_n INTEGER NOT NULL,
    peak_sum INTEGER NOT NULL,
    after_n INTEGER NOT NULL,
    after_sum INTEGER NOT NULL,
    morning_n INTEGER NOT NULL,
    morning_sum INTEGER NOT NULL,
    checkin_n INTEGER NOT NULL,
    checkin_sum INTEGER NOT NULL,
    pair_n INTEGER NOT NULL,
    pair_before_sum INTEGER NOT NULL,
    pair_after_sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Of machines, not of the history: neither journalled nor exported.
CREATE TABLE device(
    id TEXT PRIMARY KEY NOT NULL,
    machine TEXT NOT NULL UNIQUE,  -- a hash of what identifies the machine
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint(
    device TEXT PRIMARY KEY NOT NULL,
    session_id TEXT NOT NULL,
    step INTEGER NOT NULL,
    set_no INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    easier_taken TEXT NOT NULL,
    active_ms INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Version 2: what people said about themselves.
constexpr std::string_view version_2 = R"sql(
CREATE TABLE preference(
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('exercise', 'restriction')),
    name TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('avoid', 'allow', 'has', 'has_not')),
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Version 3: the plan of days, measurements, and the reminders of this machine.
constexpr std::string_view version_3 = R"sql(
CREATE TABLE schedule(
    id TEXT PRIMARY KEY NOT NULL,
    valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    rule TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('own', 'program')),
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE excuse(
    id TEXT PRIMARY KEY NOT NULL,
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    slot TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('excused', 'paused', 'token')),
    reason TEXT CHECK (reason IN ('sick', 'travel', 'flare', 'other')),
    recorded_at INTEGER NOT NULL,
    CHECK (to_day >= from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment(
    id TEXT PRIMARY KEY NOT NULL,
    program TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE activity(
    id TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE measurement(
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('range', 'function')),
    movement TEXT CHECK (movement IN ('internal', 'external')),
    side TEXT CHECK (side IN ('left', 'right', 'both')),
    position TEXT CHECK (position IN ('seated', 'prone')),
    trial INTEGER CHECK (trial > 0),
    value INTEGER NOT NULL CHECK (value >= 0),
    instrument TEXT,
    scale_version TEXT,
    activity_id TEXT REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    at INTEGER NOT NULL,
    utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    recorded_at INTEGER NOT NULL,
    CHECK ((kind = 'function') = (activity_id IS NOT NULL)),
    CHECK (kind = 'range' OR value <= 10)
) STRICT, WITHOUT ROWID;
CREATE INDEX measurement_by_day ON measurement(local_day, kind);

-- Of this machine, not of the history: neither journalled nor exported.
CREATE TABLE reminder_sent(
    occurrence TEXT NOT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (occurrence, channel)
) STRICT, WITHOUT ROWID;
CREATE TABLE snooze(
    occurrence TEXT PRIMARY KEY NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Version 4: `coached` lists which sessions hold the state of which exercises. It follows from the
// sessions (tables.cpp): with an untrusted schema, no trigger may call json_extract to keep it.
constexpr std::string_view version_4 = R"sql(
CREATE TABLE coached(
    exercise TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    session_id TEXT NOT NULL,
    PRIMARY KEY (exercise, started_at, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coached_by_session ON coached(session_id);

CREATE INDEX symptom_by_day ON symptom(local_day);
CREATE INDEX symptom_by_kind ON symptom(kind, at);
)sql";

// Version 5: more sums of a day, filled for earlier days exactly as day_sums.cpp does later.
constexpr std::string_view version_5 = R"sql(
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

constexpr std::array first{version_1, version_2, version_3, version_4, version_5};

}  // namespace

std::span<const std::string_view> first_versions() { return first; }

}  // namespace hipflow::store
