// SPDX-License-Identifier: MIT
#include "store/schema_v6.h"

namespace hipflow {

// A CHECK cannot be changed in place, so the table is made anew. No other table refers to it.
const std::string_view schema_v6 = R"sql(
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

}  // namespace hipflow
