// SPDX-License-Identifier: MIT
#pragma once
#include "commands/schedule_state.h"
#include "exchange/json.h"

namespace hipflow {

/// Counts, ratio and range, which are null where there is too little.
Json adherence_json(const Adherence& adherence);

/// The rule in force, the versions, what comes next, and how it was kept.
Json schedule_json(const ScheduleState& state);

}  // namespace hipflow
