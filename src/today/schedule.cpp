// SPDX-License-Identifier: MIT
#include "today/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "today/desk.h"
#include "today/signs.h"

namespace hipflow::today {
namespace {

constexpr int most_per_week = 7;  // a session counts once a day

}  // namespace

std::optional<schedule::ScheduleState> schedule_state(const store::Store& store,
                                                      const Settings& settings, Day today,
                                                      int weeks) {
    auto versions = store.schedules();
    if (versions.empty()) return std::nullopt;
    const Day from = today - std::chrono::days(7 * weeks - 1);
    const Day since = week_of(from, settings.week_starts);
    auto state = schedule::schedule_state_of(
        schedule::plan_of(std::move(versions), store.excuses(since), settings.week_starts),
        store.day_totals({.since = since, .until = today}), from, today);
    if (state.next == today && speaks_against_today(store, today, settings.pain)) {
        state.next = schedule::planned_from(state.plan, today + std::chrono::days(1));
    }
    return state;
}

std::optional<schedule::ScheduleState> schedule_state(Desk& desk, int weeks) {
    const Day today = desk.now().local_day;
    const store::Store* history = desk.history();
    if (history == nullptr) return std::nullopt;
    return schedule_state(*history, desk.settings(), today, weeks);
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
    const Day from = std::max(today.begins, in_force->valid_from);
    return ScheduleVersion{{}, from, std::move(rule), ScheduleSource::program};
}

}  // namespace hipflow::today
