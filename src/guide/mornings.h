// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "coach/state.h"
#include "store/store.h"

namespace hipflow {

/// The morning scores of the last weeks, newest first; those that tell of soreness are marked.
std::vector<Morning> recent_mornings(const Store& store, Day today);

/// The last day that anything was done, with the highest score and the furthest symptom at the
/// start of its last session; nothing if there is none.
std::optional<DayAfter> last_done(const Store& store);

/// The day whose morning score is owed: that of a session which ended within the last 36 hours, on
/// an earlier day, with no score entered yet.
std::optional<Day> morning_owed(const Store& store, const Stamp& now);

}  // namespace hipflow
