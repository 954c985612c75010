// SPDX-License-Identifier: MIT
#include "store/schema_v2.h"

namespace hipflow {

const std::string_view schema_v2 = R"sql(
CREATE TABLE preference(
    id TEXT PRIMARY KEY NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('exercise', 'restriction')),
    name TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('avoid', 'allow', 'has', 'has_not')),
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace hipflow
