// SPDX-License-Identifier: MIT
#include "store/schema_v1.h"

namespace hipflow {

// Times are UTC milliseconds, booleans 0 or 1. Foreign keys are checked at the end of a
// transaction, so that the records of one change may come in any order.
const std::string_view schema_v1 = R"sql(
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

}  // namespace hipflow
