// SPDX-License-Identifier: MIT
#include "today/plans.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hipflow::today {
namespace {

std::string id_today(const catalog::Library& library, const std::string& routine) {
    return library.renamed(routine).value_or(routine);
}

}  // namespace

std::vector<RoutinePlan> routine_plans(const catalog::Library& library, const store::Store& store) {
    std::map<std::string, std::vector<ScheduleVersion>> by_routine;
    for (auto& version : store.routine_schedules()) {
        if (!version.routine) continue;
        by_routine[id_today(library, *version.routine)].push_back(std::move(version));
    }
    std::vector<RoutinePlan> all;
    all.reserve(by_routine.size());
    for (auto& [routine, versions] : by_routine) all.push_back({routine, std::move(versions)});
    return all;
}

std::vector<schedule::DayPlan> all_plans(const catalog::Library& library, const store::Store& store,
                                         const Settings& settings, Day since) {
    return all_plans(library, store, settings, since, store.schedules());
}

std::vector<schedule::DayPlan> all_plans(const catalog::Library& library, const store::Store& store,
                                         const Settings& settings, Day since,
                                         std::vector<ScheduleVersion> unnamed) {
    std::vector<schedule::DayPlan> plans;
    const auto excuses = store.excuses(since);
    const auto add = [&](std::vector<ScheduleVersion> versions,
                         std::optional<std::string> routine) {
        plans.push_back(schedule::plan_of(std::move(versions), excuses, settings.week_starts,
                                          std::move(routine)));
        plans.back().day_starts = settings.day_starts;
    };
    if (!unnamed.empty()) add(std::move(unnamed), std::nullopt);
    for (auto& one : routine_plans(library, store)) add(std::move(one.versions), one.routine);
    return plans;
}

std::vector<SessionWork> plan_work(const catalog::Library& library, const store::Store& store,
                                   const store::Filter& days) {
    auto work = store.session_work(days);
    std::map<std::string, std::string> ids;
    for (auto& session : work) {
        const auto [known, added] = ids.try_emplace(session.routine);
        if (added) known->second = id_today(library, session.routine);
        session.routine = known->second;
    }
    return work;
}

std::vector<PlannedDays> planned_days_of(std::span<const schedule::DayPlan> plans,
                                         std::span<const SessionWork> work) {
    std::vector<PlannedDays> all;
    all.reserve(plans.size());
    for (const auto& plan : plans) all.push_back({plan, schedule::days_of(plan, plans, work)});
    return all;
}

}  // namespace hipflow::today
