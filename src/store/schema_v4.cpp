// SPDX-License-Identifier: MIT
#include "store/schema_v4.h"

namespace hipflow {

// `coached` says which sessions hold the state of which exercises in their reasons, so that the
// newest is found at once however long the history is. It follows from the sessions (store/tables);
// what no coach wrote holds no states. No trigger keeps it so: with an untrusted schema SQLite lets
// none call json_extract.
const std::string_view schema_v4 = R"sql(
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

}  // namespace hipflow
