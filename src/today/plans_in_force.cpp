// SPDX-License-Identifier: MIT
#include "today/plans_in_force.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "domain/error.h"
#include "today/enrolment.h"
#include "today/plans.h"
#include "today/schedule.h"

namespace hipflow::today {
namespace {

/// nullopt where nobody is in a program, or its file cannot be read.
std::optional<ScheduleVersion> due_of_program(Desk& desk, const store::Store& store,
                                              const std::vector<ScheduleVersion>& schedules) {
    const Day today = desk.now().local_day;
    try {
        const auto now = enrolled(desk.library(), store, today);
        return now ? schedule_due(now->today, schedules, today) : std::nullopt;
    } catch (const Error& error) {
        if (error.code() == ExitCode::storage) throw;
        return std::nullopt;
    }
}

}  // namespace

std::vector<ScheduleVersion> schedules_in_force(Desk& desk, const store::Store& store) {
    auto schedules = store.schedules();
    if (schedules.empty()) return schedules;
    if (auto due = due_of_program(desk, store, schedules)) {
        const auto later =
            std::ranges::upper_bound(schedules, due->valid_from, {}, &ScheduleVersion::valid_from);
        schedules.insert(later, *std::move(due));
    }
    return schedules;
}

std::vector<schedule::DayPlan> plans_in_force(Desk& desk, const store::Store& store, Day since) {
    return all_plans(desk.library(), store, desk.settings(), since,
                     schedules_in_force(desk, store));
}

}  // namespace hipflow::today
