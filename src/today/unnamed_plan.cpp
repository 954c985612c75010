// SPDX-License-Identifier: MIT
#include "today/unnamed_plan.h"

#include <algorithm>
#include <vector>

#include "catalog/bundled.h"
#include "schedule/plan_days.h"
#include "today/routine_source.h"
#include "today/startable.h"

namespace hipflow::today {
namespace {

/// The shipped routines that keep the plan without a name today, the shortest first.
std::vector<std::string> keeping_unnamed(std::span<const schedule::DayPlan> plans, Day today,
                                         bool in_program) {
    std::vector<const catalog::RoutineDigest*> digests;
    for (const auto& digest : catalog::bundled_digests()) {
        const bool keeps =
            !keeps_only_its_own(plans, {std::string(digest.id), digest.counts}, today, in_program);
        if (keeps) digests.push_back(&digest);
    }
    std::ranges::stable_sort(digests, {}, [](const auto* digest) { return digest->total_ms; });
    std::vector<std::string> ids;
    ids.reserve(digests.size());
    for (const auto* digest : digests) ids.emplace_back(digest->id);
    return ids;
}

/// A routine whose file has faults counts, as most do.
bool counts_of(Desk& desk, const std::string& routine) {
    try {
        return find_routine(desk.library(), routine).routine.counts;
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return true;
    }
}

}  // namespace

bool keeps_only_its_own(std::span<const schedule::DayPlan> plans, const PlannedRoutine& routine,
                        Day today, bool in_program) {
    SessionWork work;
    work.local_day = today;
    work.routine = routine.id;
    work.counts = routine.counts;
    work.of_program = in_program;
    return std::ranges::any_of(plans, [&](const schedule::DayPlan& plan) {
        return !plan.routine && !schedule::belongs(work, plan, plans);
    });
}

std::optional<std::string> shortest_for_unnamed(std::span<const schedule::DayPlan> plans, Day today,
                                                bool in_program) {
    const auto all = keeping_unnamed(plans, today, in_program);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

std::optional<OtherRoutine> other_routine(Desk& desk, std::span<const schedule::DayPlan> plans,
                                          const std::string& of_day) {
    const Day today = desk.now().local_day;
    const PlannedRoutine routine{of_day, counts_of(desk, of_day)};
    if (!keeps_only_its_own(plans, routine, today, false)) return std::nullopt;
    OtherRoutine found{of_day, std::nullopt};
    for (const auto& id : keeping_unnamed(plans, today, false)) {
        if (!look_at_session(desk, id).total) continue;
        found.other = id;
        break;
    }
    return found;
}

}  // namespace hipflow::today
