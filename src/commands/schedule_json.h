// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "commands/schedule_state.h"
#include "exchange/json.h"

namespace hipflow {

/// The plans with their rules, what comes next, and how they were kept: none, or one.
Json plans_json(const std::optional<ScheduleState>& state);

}  // namespace hipflow
