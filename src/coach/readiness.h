// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "coach/state.h"
#include "domain/settings.h"

namespace hipflow {

/// How far one side of an exercise is on its way to a step up (CONTENT 4.4 A4).
struct Readiness {
    std::vector<Day> comfortable;          // days that count towards it, newest first
    std::optional<std::string> spoilt_by;  // why the newest exposure does not, as a clause
};

/// The run of comfortable exposures up to the newest that counts: green, no more than the settable
/// rise, with an answered start, not hard, its morning answered and as usual; of different days,
/// and far enough apart.
Readiness readiness(const SideState& side, const std::vector<DayAfter>& mornings,
                    const CoachThresholds& coach);

}  // namespace hipflow
