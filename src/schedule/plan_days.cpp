// SPDX-License-Identifier: MIT
#include "schedule/plan_days.h"

#include <algorithm>

namespace hipflow::schedule {
namespace {

/// Returns whether the routine of the session has a plan of its own that asks for it on its day.
bool planned_alone(const SessionWork& session, std::span<const DayPlan> all) {
    return std::ranges::any_of(all, [&](const DayPlan& plan) {
        if (plan.routine != session.routine) return false;
        const PlanVersion* version = version_in_force(plan, session.local_day);
        if (version == nullptr) return false;
        return version->rule.cadence == Cadence::per_week ||
               plans(version->rule, version->valid_from, session.local_day);
    });
}

}  // namespace

bool belongs(const SessionWork& session, const DayPlan& plan, std::span<const DayPlan> all) {
    if (plan.routine) return plan.routine == session.routine;
    return session.counts && (session.of_program || !planned_alone(session, all));
}

std::vector<DayTotals> days_of(const DayPlan& plan, std::span<const DayPlan> all,
                               std::span<const SessionWork> sessions) {
    std::vector<DayTotals> days;
    for (const auto& session : sessions) {
        if (!belongs(session, plan, all)) continue;
        if (days.empty() || days.back().local_day != session.local_day) {
            days.push_back({.local_day = session.local_day});
        }
        DayTotals& day = days.back();
        if (session.kept) {
            ++day.kept;
            day.kept_at.push_back(session.started_at);
        }
        if (!session.performed) continue;
        ++day.sessions;
        day.planned += session.planned;
        day.done += session.done;
    }
    return days;
}

}  // namespace hipflow::schedule
