// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "domain/time.h"
#include "store/store.h"

namespace hipflow::today {

class Desk;

/// What the history holds where a view of it has nothing to show.
struct Recorded {
    bool anything = false;               // a session, score or measurement, on any day
    std::size_t sessions = 0;            // on the days asked for, of the routine asked for
    bool unfinished = false;             // one of these days that has not come to its end
    bool scores = false;                 // pain scores on these days
    std::optional<Day> last;             // of the newest session, of the routine asked for
    std::optional<std::string> routine;  // that was asked for
    bool all_days = false;               // the whole history was asked for
};

/// Looks for what there is on the days of `chosen`, and elsewhere. Reads, and writes nothing.
Recorded recorded_on(Desk& desk, const store::Filter& chosen);

}  // namespace hipflow::today
