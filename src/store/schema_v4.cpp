// SPDX-License-Identifier: MIT
#include "store/schema_v4.h"

namespace hipflow {

// `coached` says which sessions hold the state of which exercises in their reasons, so that the
// newest is found at once however long the history is. It follows from the sessions, and triggers
// keep it so; what no coach wrote holds no states.
const std::string_view schema_v4 = R"sql(
CREATE TABLE coached(
    exercise TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    session_id TEXT NOT NULL,
    PRIMARY KEY (exercise, started_at, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coached_by_session ON coached(session_id);

CREATE TRIGGER coached_put AFTER INSERT ON session WHEN NEW.reasons IS NOT NULL BEGIN
    INSERT INTO coached SELECT DISTINCT json_extract(value, '$.exercise'), NEW.started_at, NEW.id
        FROM json_each(NEW.reasons, '$.states')
        WHERE json_type(value, '$.exercise') = 'text';
END;
CREATE TRIGGER coached_change AFTER UPDATE OF reasons, started_at ON session
    WHEN OLD.reasons IS NOT NEW.reasons OR OLD.started_at <> NEW.started_at BEGIN
    DELETE FROM coached WHERE session_id = OLD.id;
    INSERT INTO coached SELECT DISTINCT json_extract(value, '$.exercise'), NEW.started_at, NEW.id
        FROM json_each(NEW.reasons, '$.states')
        WHERE json_type(value, '$.exercise') = 'text';
END;
CREATE TRIGGER coached_delete AFTER DELETE ON session WHEN OLD.reasons IS NOT NULL BEGIN
    DELETE FROM coached WHERE session_id = OLD.id;
END;

CREATE INDEX symptom_by_day ON symptom(local_day);
CREATE INDEX symptom_by_kind ON symptom(kind, at);
)sql";

}  // namespace hipflow
