// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <vector>

#include "domain/day_totals.h"
#include "domain/session_work.h"
#include "schedule/plan.h"

namespace hipflow::schedule {

/// Returns whether the session keeps `plan`, one of `all`; its routine is under the id of today.
/// The plan of a routine is kept by each of its sessions. The plan without a name is kept by
/// sessions that count, except those of a routine with a plan of its own that asks for it on that
/// day; a session of the program keeps it in any case.
bool belongs(const SessionWork& session, const DayPlan& plan, std::span<const DayPlan> all);

/// The days with sessions that keep the plan, in order; `sessions` are in the order of days. Only
/// `local_day`, `sessions`, `kept`, `kept_at`, `planned` and `done` are set.
std::vector<DayTotals> days_of(const DayPlan& plan, std::span<const DayPlan> all,
                               std::span<const SessionWork> sessions);

}  // namespace hipflow::schedule
