// SPDX-License-Identifier: MIT
#include "store/schema_v3.h"

namespace hipflow {

const std::string_view schema_v3 = R"sql(
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

}  // namespace hipflow
