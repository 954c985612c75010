// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "coach/gate.h"
#include "coach/state.h"
#include "domain/records.h"
#include "store/store.h"

namespace hipflow::today {

/// The day that a morning score follows: as told with it, else the day before it was felt.
Day day_it_follows(const PainReading& morning);

/// Morning scores of the last six weeks, newest first; those that tell of soreness are marked.
std::vector<coach::Morning> recent_mornings(const store::Store& store, Day today);

/// The beginnings of the sessions with work done in the last six weeks, oldest first.
std::vector<coach::Start> recent_starts(const store::Store& store, Day today);

/// The starts of the last six weeks with what was told of pain there, oldest first: those of
/// sessions, and those that a day of rest came of.
std::vector<coach::Start> told_starts(const store::Store& store, Day today);

/// What pain now makes of the session, by what is usual and how long a flare has lasted
/// (docs/design/care.md, "The gate").
coach::GateDecision gate_now(const store::Store& store, std::optional<PainScore> before, Day today,
                             const PainThresholds& thresholds);

/// The last day on which anything was done, with the highest score and the furthest symptom at the
/// start of its last session. Returns nullopt if there is none.
std::optional<coach::DayAfter> last_done(const store::Store& store);

/// The day whose morning score is owed: that of a session which ended within the last 36 hours, on
/// an earlier day, and has no morning score yet.
std::optional<Day> morning_owed(const store::Store& store, const Stamp& now);

}  // namespace hipflow::today
