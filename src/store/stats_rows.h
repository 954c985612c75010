// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <vector>

#include "stats/exercise_use.h"
#include "stats/pain_days.h"
#include "stats/session_counts.h"
#include "store/filter.h"

namespace hipflow {

struct Database;

// Rows for the statistics, one at a time: a history of any length takes no room.

/// Scores by the day they belong to, oldest first. With a routine: those of its sessions.
void each_pain_row(const Database& db, const Filter& filter,
                   const std::function<void(const PainRow&)>& visit);

/// Each exercise and side of which anything was done, by session, oldest first; `filter.limit`
/// counts sessions, the newest.
void each_exercise_row(const Database& db, const Filter& filter,
                       const std::function<void(const ExerciseRow&)>& visit);

/// One for each day with a session, oldest first.
std::vector<CountedPeriod> session_counts(const Database& db, const Filter& filter);

}  // namespace hipflow
