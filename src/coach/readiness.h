// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/state.h"
#include "domain/settings.h"

namespace hipflow::coach {

/// How far one side of an exercise is on its way to a step up (docs/design/care.md, "Rules", A4).
struct Readiness {
    std::vector<Day> comfortable;  // days that count towards it, newest first
    std::vector<Day> behind;       // that count as well once the morning of the newest is as usual
    bool inferred = false;         // a morning of these is inferred, not told
    bool steady = false;           // one of these had steady pain of 5 or 6
    bool waits = false;            // the newest one only lacks its morning, which may
                                   // still become known
    std::optional<std::string> spoilt_by;  // why the newest exposure does not count, as a clause
};

/// The run of comfortable exposures up to the newest: green, with an answered start and a rise
/// within the limits, not hard, their mornings known and as usual, on different days and far enough
/// apart. `today` tells whether a morning can still become known.
Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach, Day today);

/// The exposures that a step up takes: more of them after steps that were taken back, after a
/// morning that was only inferred, and with steady pain (docs/design/care.md, "Rules", A4).
std::size_t comfortable_needed(const Readiness& ready, int failures, const CoachThresholds& coach);

}  // namespace hipflow::coach
