// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "coach/state.h"
#include "store/store.h"

namespace hipflow {

/// Morning scores of the last six weeks, newest first; those that tell of soreness are marked.
std::vector<Morning> recent_mornings(const Store& store, Day today);

/// The last day on which anything was done, with the highest score and the furthest symptom at the
/// start of its last session. Returns nullopt if there is none.
std::optional<DayAfter> last_done(const Store& store);

/// The day whose morning score is owed: that of a session which ended within the last 36 hours, on
/// an earlier day, and has no morning score yet.
std::optional<Day> morning_owed(const Store& store, const Stamp& now);

}  // namespace hipflow
