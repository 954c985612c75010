// SPDX-License-Identifier: MIT
#include "today/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "today/desk.h"
#include "today/plans.h"
#include "today/plans_in_force.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

constexpr int most_per_week = 7;  // a session counts once a day

}  // namespace

std::vector<schedule::ScheduleState> schedule_states(Desk& desk, int weeks) {
    const store::Store* history = desk.history();
    if (history == nullptr) return {};
    const Settings& settings = desk.settings();
    const Day today = desk.now().local_day;
    const Day from = today - std::chrono::days(7 * weeks - 1);
    const Day since = schedule::with_whole_weeks_from(from);
    const auto plans = plans_in_force(desk, *history, since);
    if (plans.empty()) return {};
    const auto work = plan_work(desk.library(), *history, {.since = since, .until = today});
    const bool no_session = speaks_against_today(*history, today, settings.pain);
    std::vector<schedule::ScheduleState> states;
    for (auto& [plan, days] : planned_days_of(plans, work)) {
        if (plan.routine && !schedule::goes_on(plan, today)) continue;
        auto state = schedule::schedule_state_of(std::move(plan), std::move(days), from, today);
        if (state.next == today && no_session) {
            state.next = schedule::planned_from(state.plan, today + std::chrono::days(1));
            state.next_slots.clear();
            if (state.next) {
                state.next_slots = schedule::open_slots(state.plan, state.days, *state.next, today);
            }
        }
        states.push_back(std::move(state));
    }
    return states;
}

const ScheduleVersion* schedule_on(std::span<const ScheduleVersion> schedules, Day day) {
    const ScheduleVersion* in_force = nullptr;
    for (const ScheduleVersion& version : schedules) {
        if (version.valid_from <= day) in_force = &version;
    }
    return in_force;
}

const ScheduleVersion* own_schedule(std::span<const ScheduleVersion> schedules, Day day) {
    const ScheduleVersion* own = nullptr;
    for (const ScheduleVersion& version : schedules) {
        const bool is_own = version.source == ScheduleSource::own && version.valid_from <= day;
        if (is_own) own = &version;
    }
    return own;
}

std::string program_rule(int per_week) {
    if (per_week == 0) return "none";
    return fmt::format("{} per week", std::min(per_week, most_per_week));
}

std::optional<ScheduleVersion> schedule_due(const coach::ProgramToday& today,
                                            std::span<const ScheduleVersion> schedules, Day day) {
    const ScheduleVersion* in_force = schedule_on(schedules, day);
    if (in_force == nullptr || in_force->source != ScheduleSource::program) return std::nullopt;
    std::string rule = program_rule(today.planned);
    if (in_force->rule == rule) return std::nullopt;
    const Day from = std::max(today.since, in_force->valid_from);
    return ScheduleVersion{{}, from, std::move(rule), ScheduleSource::program};
}

}  // namespace hipflow::today
