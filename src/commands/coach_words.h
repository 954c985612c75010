// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "commands/todays_session.h"
#include "exchange/json.h"
#include "session/timeline.h"

namespace hipflow {

/// Today's session in brief.
struct CoachBrief {
    TodaysSession session;
    std::optional<Timeline> timeline;  // of its prescription
    std::vector<std::string> changes;  // a sentence each, of what is other than last time
    std::optional<std::string> hint;   // to see somebody (CONTENT 4.4 A9)
};

/// `cap`: the highest level of the program's week. Throws as todays_session() and timeline_of() do.
CoachBrief coach_brief(Context& context, const Store* store, const RoutineFile& source,
                       std::optional<int> cap);

/// Its name, how long it takes, what changes, and the hint, in lines that fit the terminal.
std::string coach_words(const CoachBrief& brief, const Style& style);

Json brief_json(const CoachBrief& brief);

}  // namespace hipflow
